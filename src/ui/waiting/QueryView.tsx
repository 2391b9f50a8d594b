import { onlineManager, type UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useState, useSyncExternalStore, type ReactNode } from 'react';

import { ApiError } from '#src/api/errors.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import styles from './QueryView.module.css';
import { useLate } from './use-late.ts';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useAgo } from './use-ago.ts';

type Result<Data> = Pick<
  UseQueryResult<Data>,
  | 'data'
  | 'dataUpdatedAt'
  | 'error'
  | 'fetchStatus'
  | 'isPlaceholderData'
  | 'refetch'
  | 'isFetching'
>;

interface Props<Data> {
  query: Result<Data>;
  /** The height of the content in CSS pixels, kept for it while there is none yet. */
  height: number;
  children: (data: Data) => ReactNode;
}

/** True while a query waits for the network, or has failed for want of one. */
function useIsOffline({ fetchStatus, error }: Pick<Result<unknown>, 'fetchStatus' | 'error'>) {
  const isOnline = useSyncExternalStore(
    (notify) => onlineManager.subscribe(notify),
    () => onlineManager.isOnline(),
  );
  // A page in the background pauses too.
  return (
    (fetchStatus === 'paused' && !isOnline) ||
    (error instanceof ApiError && error.kind === 'offline')
  );
}

function Age({ since }: { since: number }) {
  const { t } = useI18n();
  return t('errors.offlineEarlier', { ago: useAgo(since) });
}

/** Says that there is no network, and how old the answer is that stands meanwhile; `since` is null where there is none. */
function OldAnswer({ since }: { since: number | null }) {
  const { t } = useI18n();
  return (
    <Notice tone="warn" title={t('errors.offlineTitle')}>
      {since === null ? t('errors.offlineAdvice') : <Age since={since} />}
    </Notice>
  );
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
  const isKept = error instanceof ApiError && error.keptAt !== null;
  // A kept answer has words of its own, and may be read for hours: it is not dimmed.
  const isOffline = useIsOffline(query) && !isKept;
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
