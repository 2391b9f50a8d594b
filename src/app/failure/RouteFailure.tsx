import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';

import { useWriteAddress } from '#src/address/use-address.ts';
import { useBackend, type Backend } from '#src/api/BackendContext.ts';
import { configAddress, loadConfig } from '#src/api/config.ts';
import { ApiError } from '#src/api/errors.ts';
import { DemoMenu } from '#src/features/demo/DemoMenu.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FailurePage } from './FailurePage.tsx';
import { failureWords } from '#src/ui/waiting/failure-words.ts';
import { SignIn } from '#src/ui/waiting/SignIn.tsx';
import { lostQueries } from './recovery.ts';

/** True where the configuration names another backend by now: then the app has to start anew. */
async function isOtherBackend({ mode, address }: Backend): Promise<boolean> {
  if (mode === 'opened') return false;
  const config = await loadConfig(configAddress()).catch(() => null);
  if (config === null) return false;
  return (
    config.mode !== mode ||
    (config.mode === 'remote' && config.baseUrl !== address) ||
    (config.mode === 'files' && config.url !== address)
  );
}

/** Shows the address anew: with what has come, or with what is wrong now. */
function useShowAnew() {
  const write = useWriteAddress();
  return () => write({}, { replace: true, isAnew: true });
}

/** Asks again for what failed when the reader says so, and shows what came; the app asks by itself as well. */
function useRetry(backend: Backend) {
  const queryClient = useQueryClient();
  const showAnew = useShowAnew();
  const [isTrying, setIsTrying] = useState(false);
  const onRecovery = useEffectEvent(() => void showAnew());
  useEffect(() => {
    if (lostQueries(queryClient).length === 0) return undefined;
    return queryClient.getQueryCache().subscribe(() => {
      // The cache also tells while a view is being rendered, when nothing may be changed.
      if (queryClient.isFetching() === 0 && lostQueries(queryClient).length === 0)
        queueMicrotask(() => onRecovery());
    });
  }, [queryClient]);
  const retry = async () => {
    setIsTrying(true);
    if (await isOtherBackend(backend)) {
      window.location.reload();
      return;
    }
    await queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
    setIsTrying(false);
    await showAnew();
  };
  return { isTrying, onRetry: () => void retry() };
}

/** The page in place of one that failed as a whole: without its backend, or by a fault of its own. */
export function RouteFailure({ error }: { error: unknown }) {
  const i18n = useI18n();
  const backend = useBackend();
  const { t } = i18n;
  const words = failureWords(error, i18n);
  const retry = useRetry(backend);
  if (error instanceof ApiError) {
    const isAnswered = ['signed-out', 'denied'].includes(error.kind);
    return (
      <FailurePage
        translator={i18n}
        title={isAnswered ? words.title : t('errors.backendUnreachable')}
        address={backend.address}
        reason={`${isAnswered ? '' : `${words.title}. `}${words.advice}${error.isTransient ? ` ${t('errors.asksAgain')}` : ''}`}
        detail={words.detail}
        more={
          <>
            {error.kind === 'signed-out' && <SignIn />}
            {backend.mode === 'mock' && <DemoMenu />}
          </>
        }
        checks={[
          ...(isAnswered ? [] : [t('errors.checkBackend')]),
          ...(error.kind === 'network'
            ? [t('errors.checkPolicy', { address: new URL(backend.address).origin })]
            : []),
          ...(['contract', 'not-json'].includes(error.kind) ? [t('errors.checkVersion')] : []),
        ]}
        {...retry}
      />
    );
  }
  return (
    <FailurePage
      translator={i18n}
      title={words.title}
      address={window.location.href}
      reason={words.advice}
      detail={words.detail}
      checks={[]}
    />
  );
}
