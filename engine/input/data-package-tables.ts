import { numberFault } from '../reading/plain-values.ts';
import type { RecordData } from '../record/record.ts';
import type { CsvRow } from './csv-rows.ts';
import { type PackageEvidence, toText } from './package-evidence.ts';

/** Values as they stand in the tables: whether they are good is for the record's own checks. */
type Unchecked = Record<keyof RecordData, unknown>;
export type Tables = (name: string) => CsvRow[];

/** A text that is no number stays one, for the check to refuse by its path. */
export const toNumber = (text: string | null | undefined) =>
  text == null || numberFault(text) !== null ? text : Number(text);

/** The languages of `name_en`, `name_zh` … that have a value. */
export function toNames(row: CsvRow, prefix = 'name'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      column.startsWith(`${prefix}_`) && value != null
        ? [[column.slice(prefix.length + 1), value] as const]
        : [],
    ),
  );
}

/** What a row has of a text in further languages, if anything. */
function inOthers(row: CsvRow, prefix: string, key: string) {
  const found = toNames(row, prefix);
  return Object.keys(found).length > 0 ? { [key]: found } : {};
}

const toNotes = (row: CsvRow) => {
  const notes = toText(row['notes'], row['notes-lang']);
  return notes && { ...notes, ...inOthers(row, 'notes', 'translations') };
};

const named = (row: CsvRow, ...more: string[]) => ({
  ...pick(row, 'id', ...more),
  name: toNames(row),
});
const pick = (row: CsvRow, ...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
/** Absent where empty, as the contract has it. */
const pickPresent = (row: CsvRow, ...columns: string[]) =>
  Object.fromEntries(columns.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])));

/** The rows of a table that belong to one thing of another. */
function grouping(rows: CsvRow[], column: string) {
  const groups = Map.groupBy(rows, (row) => row[column]);
  return (id: string | null | undefined) => groups.get(id) ?? [];
}

function toMeetings(tables: Tables, evidence: PackageEvidence) {
  const chairs = grouping(tables('co-chairs'), 'meeting');
  const documents = grouping(tables('meeting-sources'), 'meeting');
  return tables('meetings').map((row) => ({
    ordinal: toNumber(row['ordinal']),
    ...pick(row, 'date', 'place', 'venue', 'format', 'status'),
    ...inOthers(row, 'venue', 'venueName'),
    ...venueEvidence(row, evidence),
    coChairs: chairs(row['ordinal']).map((chair, at) => ({
      ...pick(chair, 'party', 'person', 'office', 'source'),
      ...evidence.besideSource('co-chair', `${row['ordinal']}/${at + 1}`),
    })),
    attendance:
      row['attendance'] == null
        ? null
        : {
            ...evidence.besideSource('attendance', row['ordinal'] ?? ''),
            ...toText(row['attendance'], row['attendance-lang']),
            ...inOthers(row, 'attendance', 'translations'),
            source: row['attendance-source'] ?? null,
            locator: row['attendance-locator'] ?? null,
          },
    sources: documents(row['ordinal']).map(({ source }) => source),
    notes: toNotes(row),
  }));
}

function venueEvidence(row: CsvRow, { pagesOf }: PackageEvidence) {
  const pages = pagesOf('venue', row['ordinal'] ?? '');
  return pages.length > 0 ? { venueEvidence: pages } : {};
}

function toEntries(tables: Tables, evidence: PackageEvidence) {
  const fields = grouping(tables('entry-fields'), 'entry');
  const years = grouping(tables('entry-exchange-years'), 'entry');
  return tables('entries').map((row) => {
    const quote = toText(row['quote'], row['quote-lang']);
    const further = evidence.pagesOf('entry', row['id'] ?? '').slice(1);
    return {
      ...pick(row, 'id', 'kind', 'party', 'text', 'lang', 'source', 'locator', 'status'),
      meeting: toNumber(row['meeting']),
      fields: fields(row['id']).map(({ field }) => field),
      exchangeYears: years(row['id']).map((year) => year['exchange-year']),
      ...inOthers(row, 'text', 'translations'),
      ...(quote !== null && { quote }),
      ...(further.length > 0 && { further }),
    };
  });
}

function toExchangeYears(tables: Tables, evidence: PackageEvidence) {
  const of = (table: string) => grouping(tables(`exchange-year-${table}`), 'exchange-year');
  const [hosting, events, figures, documents] = ['hosting', 'events', 'figures', 'sources'].map(
    of,
  ) as [Of, Of, Of, Of];
  return tables('exchange-years').map((row) => ({
    ...named(row, 'field', 'years', 'status'),
    hosting: hosting(row['id']).map((one) => ({
      year: toNumber(one['year']),
      host: one['host'],
      name: toNames(one),
    })),
    events: events(row['id']).map((event, at) => ({
      ...evidence.besideSource('event', `${row['id']}/${at + 1}`),
      ...inOthers(event, 'text', 'translations'),
      ...pick(event, 'kind', 'date', 'text', 'lang', 'source', 'place', 'country'),
      ...pickPresent(event, 'until'),
    })),
    figures: figures(row['id']).map((figure, at) => ({
      ...evidence.besideSource('figure', `${row['id']}/${at + 1}`),
      ...inOthers(figure, 'label', 'labelTranslations'),
      ...inOthers(figure, 'unit', 'unitTranslations'),
      ...pick(figure, 'label', 'lang', 'unit', 'source'),
      value: toNumber(figure['value']),
    })),
    sources: documents(row['id']).map(({ source }) => source),
    notes: toNotes(row),
  }));
}
type Of = ReturnType<typeof grouping>;

function toCommissions(tables: Tables, evidence: PackageEvidence) {
  const of = (table: string) => grouping(tables(`commission-${table}`), 'commission');
  const [fields, sessions, documents] = ['fields', 'sessions', 'sources'].map(of) as [Of, Of, Of];
  return tables('commissions').map((row) => ({
    ...named(row, 'founded', 'status'),
    fields: fields(row['id']).map(({ field }) => field),
    sessions: sessions(row['id']).map((session, at) => ({
      ...evidence.besideSource('session', `${row['id']}/${at + 1}`),
      ordinal: toNumber(session['ordinal']) ?? null,
      ...pick(session, 'date', 'source', 'place'),
      ...pickPresent(session, 'until'),
    })),
    sources: documents(row['id']).map(({ source }) => source),
    notes: toNotes(row),
  }));
}

/** Offices have no table of their own: each is told beside those who held it, and read from the first of these rows. */
export function officeRows(coChairs: readonly CsvRow[]): CsvRow[] {
  const first = new Map<string, CsvRow>();
  for (const row of coChairs)
    if (row['office'] != null && !first.has(row['office'])) first.set(row['office'], row);
  return [...first.values()];
}

const toOffices = (tables: Tables) =>
  officeRows(tables('co-chairs')).map((row) => ({
    id: row['office'],
    party: row['party'],
    name: toNames(row, 'office'),
  }));

/** The record that a package's tables tell, as yet unchecked. */
export function toRecordParts(
  mechanism: unknown,
  tables: Tables,
  evidence: PackageEvidence,
): Unchecked {
  return {
    mechanism,
    fields: {
      groups: tables('groups').map((row) => named(row)),
      fields: tables('fields').map((row) => named(row, 'group')),
    },
    places: tables('places').map((row) => named(row, 'country')),
    people: tables('people').map((row) => named(row, 'party')),
    offices: toOffices(tables),
    meetings: toMeetings(tables, evidence),
    entries: toEntries(tables, evidence),
    exchangeYears: toExchangeYears(tables, evidence),
    commissions: toCommissions(tables, evidence),
    sources: tables('sources').map((row) => ({
      ...pick(row, 'id', 'title', 'publisher', 'url', 'publishedOn', 'language'),
      ...pickPresent(row, 'reportedBy', 'archivedUrl', 'capturedOn'),
      ...(row['stand-in'] != null && {
        standIn: { text: row['stand-in'], isFromAddress: row['stand-in-from'] === 'address' },
      }),
      ...(row['copy'] != null && { copy: { of: row['copy-of'] ?? null } }),
    })),
  };
}
