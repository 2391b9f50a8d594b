import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import styles from './AboutPage.module.css';
import { BackendPanel } from './BackendPanel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { RecordPanel } from './RecordPanel.tsx';

/** What the marks beside each fact mean. */
function EvidenceLegend() {
  const { t } = useI18n();
  return (
    <dl className={styles.facts}>
      {EvidenceStatus.options.map((status) => (
        <div key={status} className={styles.row}>
          <dt>
            <EvidenceMark status={status} />
          </dt>
          <dd>{t(`record.evidence-${status}-why`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its room is kept, and a link that leads to it waits for it. */
const OpenRecordPanel = latePart(
  async () => (await import('./OpenRecordPanel.tsx')).OpenRecordPanel,
  <Skeleton height={184} />,
);

/** What may be done with the program, with the data, and with the documents that these point to: three different things. */
function LicencePanel() {
  const { t } = useI18n();
  const { mode } = useBackend();
  return (
    <Panel title={t('about.licenceTitle')}>
      <dl className={styles.facts}>
        <dt>{t('about.licenceProgram')}</dt>
        <dd>
          {t('about.licenceProgramText')}
          {/* Written when the app is built. */}
          {import.meta.env.PROD && (
            <>
              {' '}
              <a href={`${import.meta.env.BASE_URL}third-party-licenses.txt`}>
                {t('about.licenceOthers')}
              </a>
            </>
          )}
        </dd>
        <dt>{t('about.licenceData')}</dt>
        <dd>{t(`about.licenceData-${mode}`)}</dd>
        <dt>{t('about.licenceDocuments')}</dt>
        <dd>{t('about.licenceDocumentsText')}</dd>
      </dl>
    </Panel>
  );
}

/** The page's parts, of each column first the data and how far to trust them, then what delivers them. */
export function AboutPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeading title={t('about.title')} lead={t('about.lead')} />
      <div className={styles.columns}>
        <div>
          <RecordPanel />
          <GapsPanel />
          <Panel title={t('about.statusTitle')}>
            <EvidenceLegend />
          </Panel>
          <BackendPanel />
        </div>
        <div>
          <Panel title={t('about.methodTitle')}>
            <div className={styles.text}>
              <p>{t('about.method1')}</p>
              <p>{t('about.method2')}</p>
              <p>{t('about.method3')}</p>
              <p>{t('about.method4')}</p>
              <p>{t('about.method5')}</p>
            </div>
          </Panel>
          <OpenRecordPanel />
          <LicencePanel />
          <CheckPanel />
        </div>
      </div>
    </>
  );
}
