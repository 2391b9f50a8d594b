import { useQuery } from '@tanstack/react-query';

import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import styles from './AboutPage.module.css';
import { CheckPanel } from './CheckPanel.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { healthQuery } from '#src/api/queries.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { failureWords } from '#src/ui/waiting/failure-words.ts';
import { RecordPanel } from './RecordPanel.tsx';

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

/** Whether the backend answers now, how soon, when that was seen, and whether its data are still those on screen. */
function BackendHealth() {
  const i18n = useI18n();
  const { t } = i18n;
  const api = useApi();
  const { mechanism } = useRecord();
  const { data, error, isFetching, dataUpdatedAt, errorUpdatedAt, refetch } = useQuery(
    healthQuery(api),
  );
  const seenAt = Math.max(dataUpdatedAt, errorUpdatedAt);
  const time = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const answered =
    data === undefined ? '' : t('about.answered', { milliseconds: data.milliseconds });
  const state =
    error === null ? answered : `${t('about.notAnswered')} ${failureWords(error, i18n).title}.`;
  return (
    <>
      <dt>{t('about.reachable')}</dt>
      <dd>
        <p role="status" className={error === null ? undefined : styles.bad}>
          {isFetching && seenAt === 0 ? t('about.asking') : state}
        </p>
        {data !== undefined && data.dataVersion !== mechanism.dataVersion && (
          <Notice tone="warn">
            {t('about.newerData', { now: data.dataVersion, shown: mechanism.dataVersion })}
          </Notice>
        )}
      </dd>
      <dt>{t('about.lastAsked')}</dt>
      <dd className={`${styles.asked} flow`}>
        {seenAt > 0 && <time>{time.format(seenAt)}</time>}
        <Button
          look="plain"
          className="no-print"
          disabled={isFetching}
          onClick={() => void refetch()}
        >
          {t('about.askAgain')}
        </Button>
      </dd>
    </>
  );
}

/** Which backend answers, where it is, whether it does so now, and the contract that it has to keep. */
function BackendPanel() {
  const { t } = useI18n();
  const { mode, address } = useBackend();
  return (
    <Panel title={t('about.backendTitle')}>
      <dl className={styles.facts}>
        <dt>{t('about.backendMode')}</dt>
        <dd>{t(`about.mode-${mode}`)}</dd>
        <dt>{t('about.backendAddress')}</dt>
        <dd>
          <code translate="no">{address}</code>
        </dd>
        <BackendHealth />
      </dl>
      <div className={styles.text}>
        <p>{t(`about.backend-${mode}`)}</p>
        <p>
          {t('about.contract')}{' '}
          <a href={`${import.meta.env.BASE_URL}openapi.yaml`}>{t('about.contractLink')}</a>
        </p>
        <p>{t('about.swap')}</p>
      </div>
    </Panel>
  );
}
