import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import type { Choice } from '#src/address/parameters.ts';
import { paths } from '#src/address/paths.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { PersonName } from '#src/record/PersonName.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { formatWords } from '#src/record/value-words.ts';
import { Link } from '#src/ui/Link.tsx';
import type { MeetingColumn, MeetingRow } from './meeting-rows.ts';
import { ScrollingTable } from '#src/ui/ScrollingTable.tsx';
import styles from './MeetingsTable.module.css';

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
  { column: 'entries', key: 'fields.entries', isNumber: true, isDown: true },
  { column: 'fields', key: 'meetings.fields', isNumber: true, isDown: true },
  { column: 'sources', key: 'app.sources', isNumber: true, isDown: true },
];

/** One meeting of the table; its counts lead to what they count. */
function MeetingTableRow({ row: { meeting, gap, isFirst } }: { row: MeetingRow }) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { ordinal, date, host, format, coChairs } = meeting;
  const page = paths.meeting(ordinal);
  return (
    <tr>
      <th scope="row">
        <Link to={linkTo(page)}>{t('record.meetingShort', { ordinal })}</Link>
      </th>
      <td>
        <time dateTime={date}>{i18n.date(date, 'short')}</time>
        {isAfter(date, asOf) && <span className="quiet"> {t('meetings.upcoming')}</span>}
      </td>
      <td className={styles.place}>
        {placeWords(meeting, i18n)}
        {host !== null && (
          <span className={styles.host}>
            <PartyLabel party={host} />
          </span>
        )}
      </td>
      <td>{formatWords(format, { t })}</td>
      <td className={styles.chairs}>
        {coChairs.length === 0 && t('meetings.changeUnknown')}
        <ul>
          {coChairs.map(({ party, person }) => (
            <li key={person.id}>
              <PersonName name={person.name} party={party} />
            </li>
          ))}
        </ul>
      </td>
      <td className={styles.number}>
        {isFirst
          ? t('meetings.gapFirst')
          : gap === null
            ? t('meetings.gapUnknown')
            : gap.isAbout
              ? t('meetings.gapAbout', { months: gap.months })
              : number(gap.months)}
      </td>
      {(['entries', 'fields', 'sources'] as const).map((of) => (
        <td key={of} className={styles.number}>
          <Link to={of === 'entries' ? evidence() : linkTo(page, {}, `#${of}`)}>
            {number(meeting[of])}
          </Link>
        </td>
      ))}
    </tr>
  );
}

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
    <ScrollingTable caption={caption} className={styles.table}>
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
    </ScrollingTable>
  );
}
