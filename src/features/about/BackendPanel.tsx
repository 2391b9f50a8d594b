import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { healthQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { failureWords } from '#src/ui/waiting/failure-words.ts';
import styles from './AboutPage.module.css';

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
      <dd className={styles.asked}>
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
export function BackendPanel() {
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
