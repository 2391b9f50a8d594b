import { MeetingFormat } from '#src/api/schemas/meetings.ts';
import { useAsOf, useChangeAddress, useParameter } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { toCsv, type CsvColumn } from '#src/lib/csv.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { placeWords } from '#src/record/place-words.ts';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { CsvButton } from '#src/ui/controls/CsvButton.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import type { Named } from '#src/api/schemas/common.ts';
import { formatWords } from '#src/record/value-words.ts';
import { OneOrAll } from '#src/ui/controls/SelectOne.tsx';
import { filterRows, sortRows, toRows, type MeetingRow, type ListChoices } from './meeting-rows.ts';
import { MeetingsTable } from './MeetingsTable.tsx';
import styles from './ListFilters.module.css';

/** The meetings as they are downloaded: ids and dates as the API has them, names in English beside their ids. */
const meetingColumns = (asOf: string): readonly CsvColumn<MeetingRow>[] => [
  { id: 'ordinal', value: ({ meeting }) => meeting.ordinal },
  { id: 'date', value: ({ meeting }) => meeting.date },
  { id: 'place', value: ({ meeting }) => meeting.place?.name.en ?? null },
  { id: 'country', value: ({ meeting }) => meeting.place?.country ?? null },
  { id: 'venue', value: ({ meeting }) => meeting.venue },
  { id: 'format', value: ({ meeting }) => meeting.format },
  { id: 'host', value: ({ meeting }) => meeting.host },
  {
    id: 'co_chairs',
    value: ({ meeting }) =>
      meeting.coChairs.map(({ party, person }) => `${person.name.en} (${party})`).join('; '),
  },
  // As a bare number only where both days are on record.
  { id: 'months_since_previous', value: ({ gap }) => (gap?.isAbout === false ? gap.months : null) },
  { id: 'entries', value: ({ meeting }) => meeting.entries },
  { id: 'fields', value: ({ meeting }) => meeting.fields },
  { id: 'sources', value: ({ meeting }) => meeting.sources },
  { id: 'status', value: ({ meeting }) => meeting.status },
  // Marked on screen too.
  { id: 'after_as_of', value: ({ meeting }) => (isAfter(meeting.date, asOf) ? 'yes' : null) },
];

const NO_CHOICE = { host: null, format: null, chair: null };

/** The meetings as a table: sorted by any column, narrowed by host, format and co-chair, all in the address. */
export function MeetingsTablePanel() {
  const i18n = useI18n();
  const { t } = i18n;
  const { meetings, hasAllMeetings } = useRecord();
  const [sort, setSort] = useParameter('meetingSort');
  // The contract's, and any that is newer than this app.
  const formats = [...new Set([...MeetingFormat.options, ...meetings.map(({ format }) => format)])];
  const [host] = useParameter('host');
  const [format] = useParameter('format');
  const [chair] = useParameter('chair');
  const choices = { host, format, chair };
  const { asOf } = useAsOf();
  const change = useChangeAddress();
  const rows = sortRows(
    filterRows(toRows(meetings), choices),
    sort,
    (meeting) => (meeting.place === null ? null : placeWords(meeting, i18n)),
    (a, b) => a.localeCompare(b, i18n.locale),
  );
  const shown =
    rows.length === meetings.length
      ? t('meetings.meetingCount', { count: meetings.length })
      : t('meetings.tableFiltered', { shown: rows.length, total: meetings.length });
  const later = rows.filter(({ meeting }) => isAfter(meeting.date, asOf)).length;
  const count =
    later === 0
      ? shown
      : t('meetings.meetingCountLater', { counted: shown, later, date: i18n.date(asOf) });
  return (
    <Panel
      title={t('meetings.tableTitle')}
      actions={
        <>
          <CsvButton
            label={t('sources.downloadCsv')}
            onSave={(form) =>
              saveFile(
                `meetings-${asOf}.csv`,
                'text/csv;charset=utf-8',
                toCsv(meetingColumns(asOf), rows, form),
              )
            }
          />
          <CopyViewLink />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
      lead={<span role="status">{count}</span>}
      {...(!hasAllMeetings && { note: t('meetings.listCut', { shown: meetings.length }) })}
    >
      <ListFilters
        choices={choices}
        onChange={change}
        chairs={chairsOf(meetings)}
        formats={formats}
      />
      {rows.length === 0 ? (
        <Notice
          tone="info"
          title={t('meetings.tableNone')}
          actions={<Button onClick={() => change(NO_CHOICE)}>{t('meetings.clearChoices')}</Button>}
        />
      ) : (
        <MeetingsTable rows={rows} sort={sort} onSort={setSort} caption={count} />
      )}
    </Panel>
  );
}

interface Props {
  choices: ListChoices;
  onChange: (change: Partial<ListChoices>) => void;
  chairs: readonly Named[];
  formats: readonly MeetingFormat[];
}

function ListFilters({ choices, onChange, chairs, formats }: Props) {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const all = t('meetings.all');
  const hosts = mechanism.parties.map((party) => ({ value: party.id, label: name(party.name) }));
  return (
    <div className={`${styles.filters} no-print small`}>
      <OneOrAll
        all={all}
        label={t('meetings.filterHost')}
        value={choices.host}
        options={[...hosts, { value: 'none', label: t('meetings.noHost') }]}
        onChange={(host) => onChange({ host })}
      />
      <OneOrAll
        all={all}
        label={t('meetings.format')}
        value={choices.format}
        options={formats.map((value) => ({
          value,
          label: formatWords(value, { t }),
        }))}
        onChange={(value) => onChange({ format: formats.find((one) => one === value) ?? null })}
      />
      <OneOrAll
        all={all}
        label={t('meetings.filterChair')}
        value={choices.chair}
        options={chairs.map((chair) => ({ value: chair.id, label: name(chair.name) }))}
        onChange={(chair) => onChange({ chair })}
      />
    </div>
  );
}
