import { ENTRY_COLUMN_NAMES, type EntryColumn } from '#src/address/parameters.ts';
import { useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './ColumnChoice.module.css';

/** Which columns the entries table has; the last one cannot be taken away. */
export function ColumnChoice() {
  const { t, number } = useI18n();
  const [columns, setColumns] = useParameter('columns');
  const toggle = (column: EntryColumn) => {
    const next = columns.includes(column)
      ? columns.filter((one) => one !== column)
      : [...columns, column];
    setColumns(next);
  };
  return (
    <details className={`${styles.choice} no-print`}>
      <summary>
        {t('entries.columns')}{' '}
        <span className={styles.count}>
          {t('entries.columnsShown', {
            shown: number(columns.length),
            count: ENTRY_COLUMN_NAMES.length,
          })}
        </span>
      </summary>
      <fieldset className={styles.columns}>
        <legend className="visually-hidden">{t('entries.columns')}</legend>
        {ENTRY_COLUMN_NAMES.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              disabled={columns.length === 1 && columns.includes(column)}
              onChange={() => toggle(column)}
            />
            {t(`fields.column-${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
