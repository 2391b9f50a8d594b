import { useI18n } from '#src/i18n/I18nContext.tsx';
import { TextLanguages } from '#src/record/TextLanguages.tsx';
import styles from './SearchDialog.module.css';

const SHOWN_AT_MOST = 60;

/** Says that nothing matches, and what may help. */
export function NothingFound({ q }: { q: string }) {
  const { t, rich } = useI18n();
  const shown = q.length > SHOWN_AT_MOST ? `${q.slice(0, SHOWN_AT_MOST)}…` : q;
  return (
    <div className={styles.none}>
      {/* Text that runs from right to left must not turn the sentence around it. */}
      <p>{rich('search.none', { q: <bdi key="q">{shown}</bdi> })}</p>
      <TextLanguages />
      <p>{t('search.noneAdvice')}</p>
    </div>
  );
}
