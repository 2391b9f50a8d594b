import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';

import { Skeleton } from './Skeleton.tsx';

/** Until the page that the app was opened with stands. */
let isFirstPage = true;

interface Props {
  /** About the height of what stands here, in CSS pixels: it reaches below the window, so that nothing moves when it comes. */
  height: number;
  children: ReactNode;
}

/**
 * What stands below a page's first facts. On the page that the app is opened with it is drawn when these are painted, in
 * short steps; whoever goes to another page has all of it at once.
 */
export function BelowFacts({ height, children }: Props) {
  const [waits] = useState(isFirstPage);
  useEffect(() => {
    isFirstPage = false;
  }, []);
  const isDue = useDeferredValue(true, !waits);
  return isDue ? children : <Skeleton height={height} />;
}

/**
 * For a question whose answer is read by what {@link BelowFacts} draws later. A query tells of a change only of what was
 * read: a failure that came before anything had read whether there is one would never be shown.
 */
export const READ_BELOW = { notifyOnChangeProps: 'all' } as const;
