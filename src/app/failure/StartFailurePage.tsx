import { lazy, Suspense } from 'react';

import { ConfigError } from '#src/api/config.ts';
import { RecordError } from '#src/api/record-error.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { FailurePage } from './FailurePage.tsx';

const FaultList = lazy(async () => ({
  default: (await import('#src/ui/waiting/FaultList.tsx')).FaultList,
}));

const EXAMPLE_MOCK = '{"api":{"mode":"mock"}}';
const EXAMPLE_REMOTE = '{"api":{"mode":"remote","baseUrl":"https://example.org/api/v1"}}';

/** The page where the app cannot start: the configuration, the mock, or the record's files cannot be used. */
export function StartFailurePage({
  error,
  translator,
}: {
  error: unknown;
  translator: Translator;
}) {
  const { t } = translator;
  if (error instanceof RecordError) {
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
  }
  if (!(error instanceof ConfigError)) {
    return (
      <FailurePage
        translator={translator}
        title={t('app.updateFailed')}
        address={window.location.href}
        reason={t('errors.unexpectedAdvice')}
        detail={String(error)}
        checks={[]}
      />
    );
  }
  return (
    <FailurePage
      translator={translator}
      title={t(`errors.config-${error.fault}`)}
      address={error.address}
      reason={t(`errors.config-${error.fault}`)}
      detail={error.detail}
      checks={[
        t('errors.checkConfig', { exampleMock: EXAMPLE_MOCK, exampleRemote: EXAMPLE_REMOTE }),
      ]}
    />
  );
}
