import type { CsvColumn } from '#src/lib/csv.ts';
import type { MeetingRow } from './meeting-rows.ts';

/** The meetings as they are downloaded: ids and dates as the API has them, names in English beside their ids. */
export const MEETING_COLUMNS: readonly CsvColumn<MeetingRow>[] = [
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
];
