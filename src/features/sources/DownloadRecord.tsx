import { useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';

/** Downloads everything on record with its schema; what packs it is fetched at the press. */
export function DownloadRecord() {
  const { t } = useI18n();
  const api = useApi();
  const backend = useBackend();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const download = async () => {
    setState('busy');
    try {
      const { packRecord } = await import('./pack-record.ts');
      await packRecord(api, backend.mode === 'mock');
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button
        disabled={state === 'busy'}
        title={t('sources.packageHint')}
        onClick={() => void download()}
      >
        {t(state === 'busy' ? 'sources.preparing' : 'sources.packageDownload')}
      </Button>
      <span role="status">{state === 'failed' && t('sources.packageFailed')}</span>
    </>
  );
}
