import { useBackend } from '#src/api/BackendContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AboutPage.module.css';

/** What may be done with the program, with the data, and with the documents that these point to: three different things. */
export function LicencePanel() {
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
