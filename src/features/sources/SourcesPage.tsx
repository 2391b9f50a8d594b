import { useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { recordData } from '#src/lib/structured-data.ts';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { StructuredData } from '#src/ui/StructuredData.tsx';
import { shownAddress } from '#src/ui/shown-address.ts';
import { SourcesPanel } from './SourcesPanel.tsx';

const FORMS = ['workbook', 'package'] as const;
type Form = (typeof FORMS)[number];

/** Downloads everything on record, for programs or for spreadsheets; what packs it is fetched at the press. */
function DownloadRecord() {
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

/** Every document of the record, and what rests on it. */
export function SourcesPage() {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  return (
    <>
      <PageHeading
        title={t('app.sources')}
        lead={t('sources.lead')}
        actions={
          <>
            <CopyViewLink />
            <DownloadRecord />
          </>
        }
      />
      <StructuredData
        data={recordData(mechanism, {
          description: t('sources.lead'),
          url: shownAddress().href,
          name,
        })}
      />
      <PanelBoundary>
        <SourcesPanel />
      </PanelBoundary>
    </>
  );
}
