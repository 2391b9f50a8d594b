import { lazy, Suspense } from 'react';

import { ConfigError } from '#src/api/config.ts';
import { RecordError } from '#src/api/record-error.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { FailurePage } from './FailurePage.tsx';

const FaultList = lazy(async () => ({
  default: (await import('#src/ui/waiting/FaultList.tsx')).FaultList,
}));

const EXAMPLES = {
  exampleMock: '{"api":{"mode":"mock"}}',
  exampleRemote: '{"api":{"mode":"remote","baseUrl":"https://example.org/api/v1"}}',
};

/** The page where the app cannot start: the configuration, the mock, or the record's files cannot be used. */
export function StartFailurePage({
  error,
  translator,
}: {
  error: unknown;
  translator: Translator;
}) {
  const { t } = translator;
  if (error instanceof RecordError)
    return (
      <FailurePage
        translator={translator}
        title={t('errors.recordFaults', { count: error.faults.length })}
        address={error.address}
        reason={t('errors.recordAdvice')}
        detail={
          <Suspense fallback={t('app.loading')}>
            <FaultList faults={error.faults} translator={translator} />
          </Suspense>
        }
        checks={[t('errors.checkRecord', { command: 'npm run publish' })]}
      />
    );
  const isConfig = error instanceof ConfigError;
  const title = t(isConfig ? `errors.config-${error.fault}` : 'app.updateFailed');
  return (
    <FailurePage
      translator={translator}
      title={title}
      address={isConfig ? error.address : window.location.href}
      reason={isConfig ? title : t('errors.unexpectedAdvice')}
      detail={isConfig ? error.detail : String(error)}
      checks={isConfig ? [t('errors.checkConfig', EXAMPLES)] : []}
    />
  );
}
