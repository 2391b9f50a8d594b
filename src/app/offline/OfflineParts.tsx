import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { useAgo } from '#src/ui/waiting/use-ago.ts';
import { keepFocus } from '../keep-focus.ts';
import { isStandIn, keepAnswers } from './kept-answers.ts';
import { isWorking, startWorker, takeOver, withdraw } from './registration.ts';

/** Starts the worker, and tells which one waits with a newer build; null while none does. */
function useWorker() {
  const queryClient = useQueryClient();
  const api = useApi();
  const { mode, worksOffline, fetched } = useBackend();
  const [newer, setNewer] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const start = async () => {
      if (!worksOffline) {
        await withdraw();
        return;
      }
      const starting = startWorker({ onNewer: setNewer, signal: stop.signal, fetched });
      const hasWorker = isWorking() || (await starting);
      // What answers in the page needs no network.
      if (!hasWorker || mode !== 'remote' || stop.signal.aborted) return;
      stop.signal.addEventListener('abort', keepAnswers(queryClient, api));
    };
    void start();
    return () => stop.abort();
  }, [queryClient, api, mode, worksOffline, fetched]);
  return { newer, putOff: () => setNewer(null) };
}

/** Until this part of the app has come, and without it, a focus may be lost. */
function useKeptFocus() {
  useEffect(() => {
    const stop = new AbortController();
    keepFocus(stop.signal);
    return () => stop.abort();
  }, []);
}

/** When the oldest of the kept answers on this page came; null where there is none. */
function useOldestStandIn(): number | null {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    (notify) => cache.subscribe(notify),
    () => {
      const shown = cache.getAll().filter((query) => query.isActive() && isStandIn(query));
      return shown.length === 0 ? null : Math.min(...shown.map(({ state }) => state.dataUpdatedAt));
    },
  );
}

function NewerBuild({ worker, onLater }: { worker: ServiceWorker; onLater: () => void }) {
  const { t } = useI18n();
  return (
    <div className="no-print">
      <Notice
        tone="info"
        title={t('offline.newerTitle')}
        actions={
          <>
            <Button onClick={() => takeOver(worker)}>{t('offline.newerLoad')}</Button>
            <Button onClick={onLater}>{t('offline.newerLater')}</Button>
          </>
        }
      >
        {t('offline.newerText')}
      </Notice>
    </div>
  );
}

function KeptAnswers({ since }: { since: number }) {
  const { t } = useI18n();
  return (
    <Notice tone="warn" title={t('offline.keptTitle', { ago: useAgo(since) })}>
      {t('offline.keptText')}
    </Notice>
  );
}

/** What lets the app open without a network, and what there is to say of it; and what keeps the focus. Fetched when the page stands. */
export function OfflineParts() {
  useKeptFocus();
  const { newer, putOff } = useWorker();
  const since = useOldestStandIn();
  if (newer === null && since === null) return null;
  return (
    <LateWords>
      {newer !== null && <NewerBuild worker={newer} onLater={putOff} />}
      {since !== null && <KeptAnswers since={since} />}
    </LateWords>
  );
}
