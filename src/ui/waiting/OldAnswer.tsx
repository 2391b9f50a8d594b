import { onlineManager, type UseQueryResult } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { ApiError } from '#src/api/errors.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Notice } from './Notice.tsx';
import { useAgo } from './use-ago.ts';

/** What tells where a question stands. */
export type Asked = Pick<UseQueryResult, 'error' | 'fetchStatus'>;

const watchNetwork = (notify: () => void) => onlineManager.subscribe(notify);

/** Gives what tells whether a question waits for the network, or has failed without one. */
export function useIsOffline(): (asked: Asked) => boolean {
  const isOnline = useSyncExternalStore(watchNetwork, () => onlineManager.isOnline());
  return ({ error, fetchStatus }) => {
    const lost = error instanceof ApiError ? error : null;
    // A page in the background pauses too.
    const isOffline = (fetchStatus === 'paused' && !isOnline) || lost?.kind === 'offline';
    // A kept answer has words of its own, and may be read for hours: it is not dimmed.
    return isOffline && (lost === null || lost.keptAt === null);
  };
}

function Age({ since }: { since: number }) {
  const { t } = useI18n();
  return t('errors.offlineEarlier', { ago: useAgo(since) });
}

/** Says that there is no network, and how old the answer is that stands meanwhile; `since` is null where there is none. */
export function OldAnswer({ since }: { since: number | null }) {
  const { t } = useI18n();
  return (
    <Notice tone="warn" title={t('errors.title-offline')}>
      {since === null ? t('errors.advice-offline') : <Age since={since} />}
    </Notice>
  );
}
