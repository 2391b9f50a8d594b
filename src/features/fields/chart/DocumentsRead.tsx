import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './DocumentsRead.module.css';
import totals from './TimeTotals.module.css';

const HEIGHT = 28;

/** How many documents were read of each meeting, under the columns that rest on them. */
export function DocumentsRead({ columns }: { columns: readonly SummaryColumn[] }) {
  const { t, number } = useI18n();
  const max = Math.max(1, ...columns.map(({ sources = 0 }) => sources));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{t('fields.documentsRead')}</figcaption>
      <ol className={`${totals.inLine} ${styles.row}`}>
        {columns.map(({ key, sources: count = 0 }) => (
          <li key={key} className={styles.column}>
            <span
              className={styles.bar}
              style={{ height: (count / max) * HEIGHT }}
              aria-hidden="true"
            />
            <span className={styles.count} aria-hidden="true">
              {number(count)}
            </span>
            <span className="visually-hidden">
              {t('fields.documentsReadOf', {
                meeting: t('record.meetingShort', { ordinal: Number(key) }),
                count,
              })}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
