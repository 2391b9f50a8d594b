import { useI18n } from '#src/i18n/I18nContext.tsx';
import { heatClasses } from '../series/heat-classes.ts';
import styles from './HeatGrid.module.css';

/** What the shades and the signs of the cells mean; on paper too. */
export function HeatKey({ max }: { max: number }) {
  const { t, number } = useI18n();
  return (
    <ul className={styles.key} aria-label={t('fields.heatKey')}>
      {heatClasses(max).map(({ level, from, to }) => (
        <li key={level}>
          <span className={`${styles.swatch} ${styles[`level${level}`]}`} aria-hidden="true" />
          {from === to ? number(from) : `${number(from)}–${number(to)}`}
        </li>
      ))}
      <li>
        <span aria-hidden="true">·</span> {t('fields.notMentioned')}
      </li>
      <li>
        <span aria-hidden="true">?</span> {t('fields.notRead')}
      </li>
    </ul>
  );
}
