import type { Ref } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useChangeAddress, useParameter } from '#src/address/use-address.ts';
import { CHOICES, type EntryColumn } from '#src/address/parameters.ts';
import type { AccountsRead } from '#src/record/accounts/side-words.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import styles from './EntriesTable.module.css';
import { EntryRows } from './EntryRows.tsx';
import { useEntryOrder } from '../series/use-entry-order.ts';
import type { useRowWindow } from './use-row-window.ts';
import type { SideCount } from '../series/use-side-counts.ts';

interface Props {
  /** The rows' own part of the table. */
  ref: Ref<HTMLTableSectionElement>;
  near: ReturnType<typeof useRowWindow>;
  total: number;
  entryAt: (row: number) => Entry | undefined;
  isByAccount: boolean;
  countOf: SideCount;
  /** Whose accounts were read; null where that is not known. */
  read: AccountsRead | null;
  /** The text filter, whose words are marked. */
  words: string;
  selected: number;
}

function ColumnHead({ column }: { column: EntryColumn }) {
  const { t } = useI18n();
  const change = useChangeAddress();
  const sort = useEntryOrder();
  const direction =
    sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : ('none' as const);
  const next = direction === 'ascending' ? `-${column}` : column;
  const sign = { ascending: '↑', descending: '↓', none: '' }[direction];
  const choose = () => {
    const chosen = CHOICES.entrySort.find((option) => option === next);
    if (chosen !== undefined) change({ entrySort: chosen, arrange: 'kind' });
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
export function EntriesTable({ ref, near, total, ...rows }: Props) {
  const { t } = useI18n();
  const [columns] = useParameter('columns');
  return (
    // As high unseen as the rows will be, so that a place in a long list is found again.
    <div className={styles.rows} style={{ containIntrinsicBlockSize: near.height }}>
      {/* Counts the heading, as the ARIA table pattern does. */}
      <table className={styles.table} aria-rowcount={total + 1}>
        <caption className="visually-hidden">{t('fields.entries')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody ref={ref}>
          <EntryRows near={near} {...rows} />
        </tbody>
      </table>
    </div>
  );
}
