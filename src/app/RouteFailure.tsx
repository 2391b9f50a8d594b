import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { ApiError } from '#src/api/errors.ts';
import { DemoMenu } from '#src/features/demo/DemoMenu.tsx';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FailurePage } from './FailurePage.tsx';
import { failureWords } from '#src/ui/failure-words.ts';
import { lostQueries } from './recovery.ts';

/** Loads the page again once everything that had failed for want of the backend has come. */
function useReloadOnRecovery(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (lostQueries(queryClient).length === 0) return undefined;
    return queryClient.getQueryCache().subscribe(() => {
      const isRecovered = queryClient.isFetching() === 0 && lostQueries(queryClient).length === 0;
      if (isRecovered) window.location.reload();
    });
  }, [queryClient]);
}

/** The page in place of one that failed as a whole: without its backend, or by a fault of its own. */
export function RouteFailure() {
  const error = useRouteError();
  const i18n = useI18n();
  const backend = useBackend();
  const { t } = i18n;
  const words = failureWords(error, i18n);
  useReloadOnRecovery();
  if (error instanceof ApiError) {
    return (
      <FailurePage
        translator={i18n}
        title={t('errors.backendUnreachable')}
        address={backend.address}
        reason={`${words.title}. ${words.advice}${error.isTransient ? ` ${t('errors.asksAgain')}` : ''}`}
        detail={words.detail}
        demo={backend.mode === 'mock' && <DemoMenu />}
        checks={[
          t('errors.checkBackend'),
          t('errors.checkPolicy', { address: new URL(backend.address).origin }),
        ]}
      />
    );
  }
  const isChunkMissing = error instanceof TypeError && /import/i.test(error.message);
  return (
    <FailurePage
      translator={i18n}
      title={isChunkMissing ? t('app.updateFailed') : words.title}
      address={window.location.href}
      reason={words.advice}
      detail={words.detail}
      checks={[]}
    />
  );
}
