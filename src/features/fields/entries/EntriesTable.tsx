import { type Ref, Fragment, useId } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { useChangeAddress, useValue } from '#src/address/use-address.ts';
import { CHOICES, type EntryColumn } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { accountsOf, evidenceOf, sideName, sideOf, type Side } from '#src/lib/accounts.ts';
import { accountColour } from '#src/record/colours.ts';
import { sideWords, silenceWords, type AccountsRead } from '#src/record/accounts/side-words.ts';
import styles from './EntriesTable.module.css';
import { useEntryOrder } from '../series/use-entry-order.ts';
import type { useRowWindow } from './use-row-window.ts';
import type { SideCount } from '../series/use-side-counts.ts';
import { EntryRow } from './EntryRow.tsx';

interface Props {
  ref: Ref<HTMLDivElement>;
  near: ReturnType<typeof useRowWindow>;
  total: number;
  /** True where all rows are drawn, and not only those near the window. */
  isWhole: boolean;
  entryAt: (row: number) => Entry | undefined;
  /** True where these rows came by account, each side with a heading of its own. */
  isByAccount: boolean;
  /** How many entries a side has in all. */
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
  const words = t(`fields.column-${column}`);
  return (
    <th scope="col" aria-sort={direction} className={styles[column]}>
      <button type="button" className={styles.sort} onClick={choose}>
        {words}
        <span aria-hidden="true"> {sign}</span>
      </button>
      <span className={styles.unsorted}>{words}</span>
    </th>
  );
}

const NOTHING = '\u00A0';

interface EmptyProps {
  height: number;
  columns: number;
  /** True for a row that is on its way; else it is only room for rows that are out of sight. */
  isLoading?: boolean;
}

/** A row without an entry, as high as what it stands for. */
function EmptyRow({ height, columns, isLoading = false }: EmptyProps) {
  const { t } = useI18n();
  return (
    <tr aria-hidden="true" className={styles.empty}>
      <td colSpan={columns} style={{ height }}>
        {isLoading ? t('app.loading') : NOTHING}
      </td>
    </tr>
  );
}

interface HeadingProps {
  side: Side;
  count: number | undefined;
  read: AccountsRead | null;
  columns: number;
}

/** Stands in the table over a side's first entry: whose accounts have what follows, how much, and what others' silence means. */
function AccountHeading({ side, count, read, columns }: HeadingProps) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const heading = useId();
  const silence =
    read && silenceWords({ side, facts: { length: count ?? 1 } }, read, mechanism, i18n);
  return (
    <tr className={styles.side} data-heading>
      <th
        scope="rowgroup"
        // Without what the silence means, which is to be read once and not with every cell.
        aria-labelledby={heading}
        colSpan={columns}
        style={{ borderInlineStartColor: accountColour(mechanism, sideName(side)) }}
      >
        <span id={heading}>
          {sideWords(side, mechanism, i18n)}{' '}
          {count !== undefined && (
            <span className={styles.sideCount}>{i18n.t('fields.entriesTitle', { count })}</span>
          )}
        </span>
        {silence && <span className={styles.silence}>{silence.join(' ')}</span>}
      </th>
    </tr>
  );
}

/** The side that begins with a row, where the rows stand by account. */
function useSideFrom({ entryAt, isByAccount }: Pick<Props, 'entryAt' | 'isByAccount'>) {
  const { parties } = useRecord().mechanism;
  const sideAt = (row: number) => {
    const entry = entryAt(row);
    return entry && sideOf(accountsOf(evidenceOf(entry)), parties);
  };
  return (row: number) => {
    if (!isByAccount) return undefined;
    const [side, before] = [sideAt(row), sideAt(row - 1)];
    const isFirst = row === 0 || (before && side && sideName(before) !== sideName(side));
    return isFirst ? side : undefined;
  };
}

/** So many rows are laid out together: as many as a few screens hold, and no more beside them with every choice. */
const GROUP_ROWS = 100;

type GroupProps = Omit<Props, 'ref' | 'total' | 'isWhole'>;

/** Some rows that are drawn, with room in place of those that are not. */
function RowGroup({ near, entryAt, isByAccount, countOf, read, words, selected }: GroupProps) {
  const columns = useValue('columns');
  const sideFrom = useSideFrom({ entryAt, isByAccount });
  const { rows, top, height, first, measure } = near;
  /** The one row that Tab stops at; from there, arrow keys go on. */
  const stop = selected >= 0 ? selected : first;
  const end = (rows.at(-1)?.end ?? top) - top;
  return (
    // As high unseen as the rows will be, so that a place in a long list is found again.
    <tbody style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
      {rows.map((row, place) => {
        const entry = entryAt(row.index);
        const side = sideFrom(row.index);
        const room = row.start - (rows[place - 1]?.end ?? top);
        return (
          <Fragment key={row.key}>
            {room > 0 && <EmptyRow height={room} columns={columns.length} />}
            {side && (
              <AccountHeading
                side={side}
                count={countOf(side)}
                read={read}
                columns={columns.length}
              />
            )}
            {entry === undefined ? (
              <EmptyRow height={row.size} columns={columns.length} isLoading />
            ) : (
              <EntryRow
                ref={measure}
                entry={entry}
                columns={columns}
                words={words}
                row={row.index}
                isSelected={row.index === selected}
                isStop={row.index === stop}
              />
            )}
          </Fragment>
        );
      })}
      {height > end && <EmptyRow height={height - end} columns={columns.length} />}
    </tbody>
  );
}

/**
 * The rows in groups, by their numbers, of which the browser can leave out those after the first; rows of which only those
 * near the window are drawn, or that stand under headings for many of them, are one group.
 */
function groupsOf(near: Props['near'], isGrouped: boolean): [number, Props['near']][] {
  const { rows } = near;
  if (!isGrouped) return [[0, near]];
  return Array.from({ length: Math.ceil(rows.length / GROUP_ROWS) }, (_, group) => {
    const some = rows.slice(group * GROUP_ROWS, (group + 1) * GROUP_ROWS);
    const top = some[0]?.start ?? near.top;
    return [group, { ...near, rows: some, top, height: (some.at(-1)?.end ?? top) - top }];
  });
}

/** The entries as a table that any column sorts; on narrow screens each row is a block of its own. */
export function EntriesTable({ ref, near, total, isWhole, ...rows }: Props) {
  const { t } = useI18n();
  const columns = useValue('columns');
  return (
    <div ref={ref} className={styles.rows} style={{ containIntrinsicBlockSize: near.height }}>
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
        {groupsOf(near, isWhole && !rows.isByAccount).map(([number, group]) => (
          <RowGroup key={number} near={group} {...rows} />
        ))}
      </table>
    </div>
  );
}
