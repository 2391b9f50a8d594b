import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { recordData } from '#src/lib/structured-data.ts';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { StructuredData } from '#src/ui/StructuredData.tsx';
import { DownloadRecord } from './DownloadRecord.tsx';
import { SourcesPanel } from './SourcesPanel.tsx';

/** Every document of the record, and what rests on it. */
export function SourcesPage() {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  return (
    <>
      <PageHeading
        title={t('sources.title')}
        lead={t('sources.lead')}
        actions={<DownloadRecord />}
      />
      <StructuredData
        data={recordData(mechanism, {
          description: t('sources.lead'),
          url: window.location.href,
          name,
        })}
      />
      <PanelBoundary>
        <SourcesPanel />
      </PanelBoundary>
    </>
  );
}
