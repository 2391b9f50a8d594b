import type { EntryList } from '#src/api/schemas/entries.ts';
import { CHOICES, useChoice } from '#src/filters/choices.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { ENTRY_COLUMN_NAMES } from './entry-columns.ts';
import styles from './EntriesTable.module.css';
import { EntryRows } from './EntryRows.tsx';

interface Props {
  pages: readonly EntryList[];
  total: number;
  /** The text filter, whose words are marked. */
  query: string;
  /** In a long list, rows out of sight are folded away. */
  isFolding: boolean;
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

/** The place of each page's first entry in the whole list. */
function startsOf(pages: readonly EntryList[]): number[] {
  let start = 0;
  return pages.map(({ items }) => {
    const own = start;
    start += items.length;
    return own;
  });
}

/** The entries as a table that any column sorts; on narrow screens each row is a block of its own. */
export function EntriesTable({ pages, total, query, isFolding }: Props) {
  const { t } = useI18n();
  const starts = startsOf(pages);
  return (
    <table className={styles.table} aria-rowcount={isFolding ? total + 1 : undefined}>
      <caption className="visually-hidden">{t('fields.entries')}</caption>
      <thead>
        <tr>
          {ENTRY_COLUMN_NAMES.map((column) => (
            <ColumnHead key={column} column={column} />
          ))}
        </tr>
      </thead>
      {pages.map(({ items }, index) => (
        <EntryRows
          key={items[0]?.id ?? index}
          entries={items}
          query={query}
          start={starts[index] ?? 0}
          isFolding={isFolding}
        />
      ))}
    </table>
  );
}
