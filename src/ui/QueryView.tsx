import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { FailureNotice } from './FailureNotice.tsx';
import styles from './QueryView.module.css';
import { useLate } from './use-late.ts';

type Result<Data> = Pick<
  UseQueryResult<Data>,
  'data' | 'error' | 'isPlaceholderData' | 'refetch' | 'isFetching'
>;

interface Props<Data> {
  query: Result<Data>;
  /** The shape of the content while there is none yet. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * Shows what a query gives: the shape of it while it loads, what failed if it fails, and the previous answer, marked as
 * such, while the next one is on its way.
 */
export function QueryView<Data>({ query, skeleton, children }: Props<Data>) {
  const { data, error, isPlaceholderData, refetch } = query;
  const isLate = useLate(isPlaceholderData);
  const failure = error !== null && (
    <FailureNotice
      error={error}
      onRetry={() => void refetch()}
      hasEarlierAnswer={data !== undefined}
    />
  );
  if (data === undefined) return failure || skeleton;
  return (
    <>
      {failure}
      <div
        className={`${styles.content} ${isLate ? styles.late : ''}`}
        aria-busy={isPlaceholderData}
      >
        {children(data)}
      </div>
    </>
  );
}
