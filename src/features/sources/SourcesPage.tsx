import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/PanelBoundary.tsx';
import { DownloadRecord } from './DownloadRecord.tsx';
import { SourcesPanel } from './SourcesPanel.tsx';

/** Every document of the record, and what rests on it. */
export function SourcesPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeading
        title={t('sources.title')}
        lead={t('sources.lead')}
        actions={<DownloadRecord />}
      />
      <PanelBoundary>
        <SourcesPanel />
      </PanelBoundary>
    </>
  );
}
