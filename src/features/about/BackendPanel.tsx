import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AboutPage.module.css';
import { BackendHealth } from './BackendHealth.tsx';

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
