import { useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';

const FORMS = ['workbook', 'package'] as const;
type Form = (typeof FORMS)[number];

/** Downloads everything on record, for programs or for spreadsheets; what packs it is fetched at the press. */
export function DownloadRecord() {
  const i18n = useI18n();
  const { t } = i18n;
  const api = useApi();
  const backend = useBackend();
  const [busy, setBusy] = useState<Form | null>(null);
  const [failed, setFailed] = useState<Form | null>(null);
  const download = async (form: Form) => {
    setBusy(form);
    setFailed(null);
    try {
      const { packRecord, packWorkbook } = await import('./pack-record.ts');
      await (form === 'package'
        ? packRecord(api, backend.mode === 'mock')
        : packWorkbook(api, i18n));
    } catch {
      setFailed(form);
    }
    setBusy(null);
  };
  return (
    <>
      {FORMS.map((form) => (
        <Button
          key={form}
          disabled={busy !== null}
          title={t(`sources.${form}Hint`)}
          onClick={() => void download(form)}
        >
          {t(busy === form ? 'sources.preparing' : `sources.${form}Download`)}
        </Button>
      ))}
      <span role="status">{failed !== null && t(`sources.${failed}Failed`)}</span>
    </>
  );
}
