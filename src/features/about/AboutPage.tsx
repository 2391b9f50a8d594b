import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AboutPage.module.css';
import { BackendPanel } from './BackendPanel.tsx';
import { EvidenceLegend } from './EvidenceLegend.tsx';
import { RecordPanel } from './RecordPanel.tsx';

/** How the record was made, what state it is in, and which backend answers. */
export function AboutPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeading title={t('about.title')} lead={t('about.lead')} />
      <div className={styles.columns}>
        <RecordPanel />
        <BackendPanel />
        <Panel title={t('about.methodTitle')}>
          <div className={styles.text}>
            <p>{t('about.method1')}</p>
            <p>{t('about.method2')}</p>
            <p>{t('about.method3')}</p>
            <p>{t('about.method4')}</p>
            <p>{t('about.method5')}</p>
          </div>
        </Panel>
        <Panel title={t('about.statusTitle')}>
          <EvidenceLegend />
        </Panel>
      </div>
    </>
  );
}
