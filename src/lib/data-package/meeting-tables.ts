import type { WholeRecord } from '#src/api/whole-record.ts';
import {
  dateColumn,
  nameColumns,
  noteColumns,
  type Table,
  toTable,
  translationColumns,
} from './table.ts';

type Part = Pick<WholeRecord, 'meetings' | 'entries' | 'people'>;

const ofMeeting = {
  id: 'meeting',
  type: 'integer',
  names: ['meetings', 'ordinal'],
  isRequired: true,
} as const;

function meetingTables({ meetings, people }: Part): Table[] {
  const coChairs = meetings.flatMap(({ ordinal, coChairs: chairs }) =>
    chairs.map((chair) => ({ ordinal, ...chair })),
  );
  const documents = meetings.flatMap(({ ordinal, sources }) =>
    sources.map((source) => ({ ordinal, source: source.id })),
  );
  return [
    toTable('people', ['id'], people, [
      { id: 'id', value: ({ id }) => id },
      { id: 'party', names: ['parties', 'id'], isRequired: true, value: ({ party }) => party },
      ...nameColumns('name', people, ({ name }) => name),
    ]),
    toTable('meetings', ['ordinal'], meetings, [
      { id: 'ordinal', type: 'integer', value: ({ ordinal }) => ordinal },
      dateColumn('date', ({ date }) => date),
      { id: 'format', isRequired: true, value: ({ format }) => format },
      { id: 'host', names: ['parties', 'id'], value: ({ host }) => host },
      { id: 'place', value: ({ place }) => place?.id ?? null },
      { id: 'country', value: ({ place }) => place?.country ?? null },
      ...nameColumns('place', meetings, ({ place }) => place?.name ?? null),
      { id: 'venue', value: ({ venue }) => venue },
      ...translationColumns('venue', meetings, ({ venueName }) => venueName),
      { id: 'attendance', value: ({ attendance }) => attendance?.text ?? null },
      ...translationColumns('attendance', meetings, ({ attendance }) => attendance?.translations),
      { id: 'attendance-lang', value: ({ attendance }) => attendance?.lang ?? null },
      {
        id: 'attendance-source',
        names: ['sources', 'id'],
        value: ({ attendance }) => attendance?.source?.id ?? null,
      },
      { id: 'attendance-locator', value: ({ attendance }) => attendance?.locator ?? null },
      { id: 'status', isRequired: true, value: ({ status }) => status },
      ...noteColumns(meetings),
    ]),
    toTable('co-chairs', ['meeting', 'person'], coChairs, [
      { ...ofMeeting, value: ({ ordinal }) => ordinal },
      { id: 'party', names: ['parties', 'id'], isRequired: true, value: ({ party }) => party },
      { id: 'person', names: ['people', 'id'], value: ({ person }) => person.id },
      { id: 'office', isRequired: true, value: ({ office }) => office.id },
      ...nameColumns('office', coChairs, ({ office }) => office.name),
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source?.id ?? null },
    ]),
    toTable('meeting-sources', ['meeting', 'source'], documents, [
      { ...ofMeeting, value: ({ ordinal }) => ordinal },
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source },
    ]),
  ];
}

function entryTables({ entries }: Part): Table[] {
  const fields = entries.flatMap((entry) =>
    entry.fields.map((field) => ({ entry: entry.id, field: field.id })),
  );
  const years = entries.flatMap((entry) =>
    entry.exchangeYears.map((year) => ({ entry: entry.id, year: year.id })),
  );
  const ofEntry = { id: 'entry', names: ['entries', 'id'] } as const;
  return [
    toTable('entries', ['id'], entries, [
      { id: 'id', value: ({ id }) => id },
      { ...ofMeeting, value: ({ meeting }) => meeting.ordinal },
      { id: 'kind', isRequired: true, value: ({ kind }) => kind },
      {
        id: 'party',
        isRequired: true,
        description: 'A party of the mechanism, or "joint"',
        value: ({ party }) => party,
      },
      { id: 'text', isRequired: true, value: ({ text }) => text },
      { id: 'lang', isRequired: true, value: ({ lang }) => lang },
      ...translationColumns('text', entries, ({ translations }) => translations),
      { id: 'source', names: ['sources', 'id'], value: ({ source }) => source?.id ?? null },
      { id: 'locator', value: ({ locator }) => locator },
      { id: 'status', isRequired: true, value: ({ status }) => status },
      { id: 'quote', value: ({ quote }) => quote?.text ?? null },
      { id: 'quote-lang', value: ({ quote }) => quote?.lang ?? null },
    ]),
    toTable('entry-fields', ['entry', 'field'], fields, [
      { ...ofEntry, value: ({ entry }) => entry },
      { id: 'field', names: ['fields', 'id'], value: ({ field }) => field },
    ]),
    toTable('entry-exchange-years', ['entry', 'exchange-year'], years, [
      { ...ofEntry, value: ({ entry }) => entry },
      { id: 'exchange-year', names: ['exchange-years', 'id'], value: ({ year }) => year },
    ]),
  ];
}

/** Who met when and where, and what is on record of it. */
export function toMeetingTables(record: Part): Table[] {
  return [...meetingTables(record), ...entryTables(record)];
}
