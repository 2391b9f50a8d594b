import type { UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';

import styles from './BelowFacts.module.css';
import { Skeleton } from './Skeleton.tsx';

/** Until the page that the app was opened with stands. */
let isFirstPage = true;

interface Props {
  /** About the height of what stands here, in CSS pixels: it reaches below the window, so that nothing moves when it comes. */
  height: number;
  /**
   * The question whose answer the facts are, where they are sentences: nobody knows on how many lines before they have come, so
   * that what stood below already would be moved by them. Once it has failed, what is below is not kept waiting.
   */
  facts?: Pick<UseQueryResult, 'isLoading' | 'failureCount'>;
  children: ReactNode;
}

/**
 * What stands below a page's first facts. On the page that the app is opened with it is drawn when these are painted, in
 * short steps; whoever goes to another page has all of it at once.
 */
export function BelowFacts({ height, facts, children }: Props) {
  const [waits] = useState(isFirstPage);
  useEffect(() => {
    isFirstPage = false;
  }, []);
  const areFactsThere = facts === undefined || !facts.isLoading || facts.failureCount > 0;
  // For good: what is drawn below may ask again what has failed, and would be taken away while that is on its way.
  const [isOver, setIsOver] = useState(!waits || areFactsThere);
  if (areFactsThere && !isOver) setIsOver(true);
  const isDue = useDeferredValue(isOver, !waits);
  if (isDue) return children;
  return (
    <div className={styles.waits}>
      <Skeleton height={height} />
    </div>
  );
}

/**
 * For a question whose answer is read by what {@link BelowFacts} draws later. A query tells of a change only of what was
 * read: a failure that came before anything had read whether there is one would never be shown.
 */
export const READ_BELOW = { notifyOnChangeProps: 'all' } as const;
