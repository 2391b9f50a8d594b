import type { WholeRecord } from '#src/api/whole-record.ts';
import type { Evidence } from '#src/api/schemas/sources.ts';
import {
  type Table,
  tableCsv,
  toTable,
  dateColumn,
  nameColumns,
  noteColumns,
  translationColumns,
} from './table.ts';
import {
  toCommissionTables,
  toExchangeYearTables,
  toGroundTables,
  toPlaceTable,
} from './other-tables.ts';

interface Context {
  /** Where the record was taken from. */
  address: string;
  /** True for the data that come with the app, whose licence is known; a backend's own data state none here. */
  isShippedData: boolean;
}

/** The data that come with the app are under the app's own licence. */
const SHIPPED_LICENCE = {
  name: 'MIT',
  title: 'MIT License',
  path: 'https://opensource.org/license/mit',
};

export const toTables = (record: WholeRecord): Table[] => [
  ...toGroundTables(record),
  toPlaceTable(record),
  ...toMeetingTables(record),
  ...toExchangeYearTables(record),
  ...toCommissionTables(record),
  toEvidenceTable(record),
];

/** The whole record as a Frictionless Data Package, version 2: every file by its path. */
export function toDataPackage(record: WholeRecord, context: Context): Map<string, string> {
  const { mechanism } = record;
  const tables = toTables(record);
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: mechanism.id,
    title: mechanism.name.en,
    description: `Data status: ${mechanism.dataStatus}. Texts are paraphrases; each names its document and, where known, the place in it.`,
    version: mechanism.dataVersion,
    created: `${mechanism.dataDate.padEnd(10, '-01')}T00:00:00Z`,
    homepage: context.address,
    // What no table holds; the specification leaves further properties free.
    mechanism,
    ...(context.isShippedData && { licenses: [SHIPPED_LICENCE] }),
    resources: tables.map(({ resource }) => resource),
  };
  return new Map([
    ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`],
    ...tables.map((table) => [table.resource.path, tableCsv(table)] as const),
  ]);
}

type Fact = { evidence?: readonly Evidence[] | undefined };
type Row = { of: string; thing: string; number: number } & Evidence;

/** All the evidence of one thing, what it was coded from first; `thing` is its id, or its place among those of another. */
const rowsOf = (of: string, thing: string, { evidence = [] }: Fact): Row[] =>
  evidence.map((piece, index) => ({ of, thing, number: index + 1, ...piece }));

/** Of several facts of one thing: `thing/1`, `thing/2` and so on, in the order of their table. */
const rowsOfAll = (of: string, thing: string, facts: readonly Fact[]): Row[] =>
  facts.flatMap((fact, index) => rowsOf(of, `${thing}/${index + 1}`, fact));

const yesOrNo = (value: boolean | undefined) => {
  if (value === undefined) return null;
  return value ? 'yes' : 'no';
};

function toEvidenceTable(
  record: Pick<WholeRecord, 'meetings' | 'entries' | 'exchangeYears' | 'commissions'>,
): Table {
  const { meetings, entries, exchangeYears, commissions } = record;
  const rows = [
    ...entries.flatMap((entry) => rowsOf('entry', entry.id, entry)),
    ...meetings.flatMap(({ ordinal, attendance, coChairs, venueEvidence }) => [
      ...rowsOf('venue', String(ordinal), { evidence: venueEvidence }),
      ...rowsOf('attendance', String(ordinal), attendance ?? {}),
      ...rowsOfAll('co-chair', String(ordinal), coChairs),
    ]),
    ...exchangeYears.flatMap(({ id, events, figures }) => [
      ...rowsOfAll('event', id, events),
      ...rowsOfAll('figure', id, figures),
    ]),
    ...commissions.flatMap(({ id, sessions }) => rowsOfAll('session', id, sessions)),
  ];
  return toTable('evidence', ['of', 'thing', 'number'], rows, [
    {
      id: 'of',
      description: 'entry, venue, attendance, co-chair, event, figure or session',
      value: ({ of }) => of,
    },
    {
      id: 'thing',
      description: 'An id or an ordinal; for one of several, with its place among them',
      value: ({ thing }) => thing,
    },
    { id: 'number', type: 'integer', value: ({ number }) => number },
    {
      id: 'source',
      names: ['sources', 'id'],
      isRequired: true,
      value: ({ source }) => source.id,
    },
    { id: 'locator', value: ({ locator }) => locator },
    { id: 'quote', value: ({ quote }) => quote?.text ?? null },
    { id: 'quote-lang', value: ({ quote }) => quote?.lang ?? null },
    { id: 'independent', value: ({ independent }) => yesOrNo(independent) },
    { id: 'basis', value: ({ basis }) => basis?.text ?? null },
    { id: 'basis-lang', value: ({ basis }) => basis?.lang ?? null },
  ]);
}

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
function toMeetingTables(record: Part): Table[] {
  return [...meetingTables(record), ...entryTables(record)];
}
