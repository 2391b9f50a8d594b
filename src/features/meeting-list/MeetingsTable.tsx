import type { Choice } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import type { MeetingColumn, MeetingRow } from './meeting-rows.ts';
import styles from './MeetingsTable.module.css';
import { MeetingTableRow } from './MeetingTableRow.tsx';

type Sort = Choice<'meetingSort'>;

interface Props {
  rows: readonly MeetingRow[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  caption: string;
}

/** `isDown` is the direction that a column takes first: numbers start with the most. */
const COLUMNS: readonly {
  column: MeetingColumn | null;
  key: MessageKey;
  isNumber?: boolean;
  isDown?: boolean;
}[] = [
  { column: 'ordinal', key: 'meetings.meeting', isDown: true },
  { column: null, key: 'meetings.date' },
  { column: 'place', key: 'meetings.place' },
  { column: 'format', key: 'meetings.format' },
  { column: null, key: 'meetings.coChairs' },
  { column: 'gap', key: 'meetings.gap', isNumber: true, isDown: true },
  { column: 'entries', key: 'meetings.entries', isNumber: true, isDown: true },
  { column: 'fields', key: 'meetings.fields', isNumber: true, isDown: true },
  { column: 'sources', key: 'meetings.sources', isNumber: true, isDown: true },
];

/** The table twin of the timeline. */
export function MeetingsTable({ rows, sort, onSort, caption }: Props) {
  const { t } = useI18n();
  const nextSort = (column: MeetingColumn, isDown: boolean): Sort => {
    if (sort === column) return `-${column}`;
    if (sort === `-${column}`) return column;
    return isDown ? `-${column}` : column;
  };
  const ariaSort = (column: MeetingColumn | null) => {
    if (column === null || !sort.endsWith(column)) return undefined;
    return sort.startsWith('-') ? 'descending' : 'ascending';
  };
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ column, key, isNumber = false, isDown = false }) => {
              const order = ariaSort(column);
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={order}
                  className={isNumber ? styles.number : undefined}
                >
                  {column === null ? (
                    t(key)
                  ) : (
                    <button
                      type="button"
                      className={styles.sort}
                      title={t('meetings.sortBy', { column: t(key) })}
                      onClick={() => onSort(nextSort(column, isDown))}
                    >
                      {t(key)}
                      <span aria-hidden="true">
                        {order === undefined ? '' : order === 'ascending' ? ' ↑' : ' ↓'}
                      </span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MeetingTableRow key={row.meeting.ordinal} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
