import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './HeatGrid.module.css';
import type { HeatColumn } from './HeatRow.tsx';
import { STANDS_STILL } from './use-shifted-columns.ts';

/** How many documents each column rests on, and in words whose: less was read of some meetings than of others. */
export function HeatFoot({ columns }: { columns: readonly HeatColumn[] }) {
  const { t, number } = useI18n();
  if (columns.every(({ read }) => read === null)) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className={`${styles.row} ${styles.foot}`}>
          {t('fields.readRow')}
        </th>
        {columns.map(({ key, words, read }) => (
          <td
            key={key}
            className={`${styles.column} ${styles.foot}`}
            style={STANDS_STILL}
            title={
              read === null
                ? undefined
                : t('fields.documentsReadOf', { meeting: words, read: read.words })
            }
          >
            {read !== null && number(read.count)}
            <span className="visually-hidden">{read?.words}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
