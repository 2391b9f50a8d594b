import type { UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';

import { FailureNotice } from './FailureNotice.tsx';
import styles from './QueryView.module.css';
import { OldAnswer, useIsOffline, type Asked } from './OldAnswer.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useLate } from './use-late.ts';

/** What is shown of a query. */
export type Result<Data> = Asked &
  Pick<UseQueryResult<Data>, 'data' | 'dataUpdatedAt' | 'isPlaceholderData'> & {
    refetch: () => unknown;
  };

interface Props<Data> {
  query: Result<Data>;
  /** The height of the content in CSS pixels, kept for it while there is none yet. */
  height: number;
  children: (data: Data) => ReactNode;
}

/**
 * Shows what a query gives: the shape of it while it loads, what failed if it fails, and the previous answer, marked as
 * such, while the next one is on its way; without a network, or kept from an earlier visit, with how old it is.
 */
export function QueryView<Data>({ query, height, children }: Props<Data>) {
  const { data, dataUpdatedAt, error, isPlaceholderData, refetch } = query;
  const isLate = useLate(isPlaceholderData);
  // An answer is drawn in the task in which it comes. The first has a whole view to draw, which can be interrupted.
  const isDrawn = useDeferredValue(data !== undefined);
  const isOffline = useIsOffline()(query);
  // Of an answer to the question before, the query itself does not know when it came.
  const [shownAt, setShownAt] = useState(dataUpdatedAt);
  if (data !== undefined && !isPlaceholderData && dataUpdatedAt !== shownAt)
    setShownAt(dataUpdatedAt);
  const failure = error !== null && !isOffline && (
    <FailureNotice
      error={error}
      onRetry={() => void refetch()}
      hasEarlierAnswer={data !== undefined}
    />
  );
  const notice = isOffline ? <OldAnswer since={data === undefined ? null : shownAt} /> : failure;
  if (data === undefined || !isDrawn)
    return (
      <>
        {notice}
        {error === null && <Skeleton height={height} />}
      </>
    );
  const isEarlier = isLate || isOffline;
  return (
    <>
      {notice}
      <div
        className={`${styles.content} ${isEarlier ? styles.late : ''}`}
        data-earlier={isOffline || undefined}
        aria-busy={isPlaceholderData && !isOffline}
      >
        {children(data)}
      </div>
    </>
  );
}
