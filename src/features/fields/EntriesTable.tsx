import type { Entry } from '#src/api/schemas/entries.ts';
import { CHOICES, useChoice } from '#src/filters/choices.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ENTRY_COLUMN_NAMES } from './entry-columns.ts';
import styles from './EntriesTable.module.css';
import { EntryRow } from './EntryRow.tsx';

interface Props {
  entries: readonly Entry[];
  /** The text filter, whose words are marked. */
  query: string;
}

type Column = (typeof ENTRY_COLUMN_NAMES)[number];

function ColumnHead({ column }: { column: Column }) {
  const { t } = useI18n();
  const [sort, setSort] = useChoice('entrySort');
  const direction =
    sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : ('none' as const);
  const next = direction === 'ascending' ? `-${column}` : column;
  const sign = { ascending: '↑', descending: '↓', none: '' }[direction];
  const choose = () => {
    const chosen = CHOICES.entrySort.find((option) => option === next);
    if (chosen !== undefined) setSort(chosen);
  };
  return (
    <th scope="col" aria-sort={direction} className={styles[column]}>
      <button type="button" className={styles.sort} onClick={choose}>
        {t(`fields.column-${column}`)}
        <span aria-hidden="true"> {sign}</span>
      </button>
    </th>
  );
}

/** The entries as a table that any column sorts; on narrow screens each row is a block of its own. */
export function EntriesTable({ entries, query }: Props) {
  const { t } = useI18n();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('fields.entries')}</caption>
      <thead>
        <tr>
          {ENTRY_COLUMN_NAMES.map((column) => (
            <ColumnHead key={column} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} query={query} />
        ))}
      </tbody>
    </table>
  );
}
