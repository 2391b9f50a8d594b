import type { SummaryParams } from '#src/api/params.ts';
import type {
  FieldSummary,
  SummaryCell,
  SummaryDimension,
  SummaryRow,
  FacetCount,
  Facets,
  SummaryColumn,
} from '#src/api/schemas/entries.ts';
import type { RecordData, MeetingFact } from '../record/record.ts';
import { type DayRange, isWithin } from '../requests/date-range.ts';
import type { ReadOfMeeting } from './cited-documents.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { matchEntries, refuseUnknownIds, FAILS } from './entry-match.ts';
import type { Lookup } from './record-lookup.ts';

/** The chosen fields, else the fields of the chosen groups, else all: as positions in the taxonomy. */
function rowFields(record: RecordData, { field, group }: SummaryParams): number[] {
  const isRow = (id: string, ofGroup: string) =>
    field !== undefined ? field.includes(id) : group === undefined || group.includes(ofGroup);
  return record.fields.fields.flatMap((item, position) =>
    isRow(item.id, item.group) ? [position] : [],
  );
}

/** No further dimension: no entry has a part in it. */
const UNDIVIDED: SummaryColumns = { columns: [], columnsOf: () => [] };

/** Counts entries and distinct meetings for a list of keys. Entries must come in meeting order. */
type Tally = {
  readonly add: (key: number, meeting: number) => void;
  readonly entries: (key: number) => number;
  readonly meetings: (key: number) => number;
};

function createTally(size: number): Tally {
  const entries = new Uint32Array(size);
  const meetings = new Uint32Array(size);
  const lastMeeting = new Int32Array(size).fill(-1);
  return {
    add(key, meeting) {
      entries[key] = (entries[key] ?? 0) + 1;
      if (lastMeeting[key] === meeting) return;
      lastMeeting[key] = meeting;
      meetings[key] = (meetings[key] ?? 0) + 1;
    },
    entries: (key) => entries[key] ?? 0,
    meetings: (key) => meetings[key] ?? 0,
  };
}

function countEntries(
  index: EntryIndex,
  params: SummaryParams,
  { columns, columnsOf }: SummaryColumns,
  division: SummaryColumns,
) {
  const facets = createFacetCounter(index);
  const rows = createTally(index.fields.length);
  const cells = createTally(index.fields.length * columns.length);
  const columnTally = createTally(columns.length);
  const parts = createTally(columns.length * division.columns.length);
  const total = createTally(1);
  const sides = createTally(index.sides.length);
  const sources = new Set<number>();
  matchEntries(index, params).each((entry, fails) => {
    facets.add(entry, fails);
    if (fails !== 0) return;
    const own = columnsOf(entry);
    for (const field of entry.fields) {
      rows.add(field, entry.meeting);
      for (const column of own) cells.add(field * columns.length + column, entry.meeting);
    }
    total.add(0, entry.meeting);
    if (entry.side >= 0) sides.add(entry.side, entry.meeting);
    for (const column of own) {
      columnTally.add(column, entry.meeting);
      for (const part of division.columnsOf(entry))
        parts.add(column * division.columns.length + part, entry.meeting);
    }
    for (const source of entry.sources) sources.add(source);
  });
  return {
    facets: facets.toFacets(),
    rows,
    cells,
    columnTally,
    parts,
    total,
    accounts: index.sides.map((value, side) => ({ value, entries: sides.entries(side) })),
    sources: sources.size,
  };
}

const countsAt = (tally: Tally, key: number) => ({
  entries: tally.entries(key),
  meetings: tally.meetings(key),
});

/** Those of one row of a tally of so many columns that have entries. */
const cellsAt = (tally: Tally, row: number, { columns }: SummaryColumns): SummaryCell[] =>
  columns
    .map(({ key }, column) => ({ key, ...countsAt(tally, row * columns.length + column) }))
    .filter(({ entries }) => entries > 0);

/** Rule 1: each row, column and cell is what `/entries` totals under its filters. */
export function createFieldSummariser(
  record: RecordData,
  index: EntryIndex,
  lookup: Lookup,
  readOf: ReadOfMeeting,
) {
  return (params: SummaryParams): FieldSummary => {
    refuseUnknownIds(params, lookup);
    const { by = 'kind', split } = params;
    const { range } = matchEntries(index, params);
    const columnsBy = (dimension: SummaryDimension) =>
      toSummaryColumns(dimension, index, { ...params, range }, readOf);
    const shown = columnsBy(by);
    const division = split === undefined ? UNDIVIDED : columnsBy(split);
    const counted = countEntries(index, params, shown, division);
    const rows = rowFields(record, params).map((position): SummaryRow => ({
      field: lookup.field(index.fields[position] ?? ''),
      ...countsAt(counted.rows, position),
      cells: cellsAt(counted.cells, position, shown),
    }));
    return {
      by,
      ...(split !== undefined && { split }),
      total: {
        ...countsAt(counted.total, 0),
        fields: rows.filter(({ entries }) => entries > 0).length,
        sources: counted.sources,
      },
      accounts: counted.accounts,
      columns: shown.columns.map(({ key, ...about }, column) => ({
        key,
        ...countsAt(counted.columnTally, column),
        ...about,
        ...(split !== undefined && { parts: cellsAt(counted.parts, column, division) }),
      })),
      rows,
      facets: counted.facets,
    };
  };
}

function toCounts(values: readonly (string | number)[], counts: Uint32Array): FacetCount[] {
  return values.map((value, position) => ({
    value: String(value),
    entries: counts[position] ?? 0,
  }));
}

const bump = (counts: Uint32Array, position: number) => {
  counts[position] = (counts[position] ?? 0) + 1;
};
const bumpAll = (counts: Uint32Array, positions: readonly number[]) => {
  for (const position of positions) bump(counts, position);
};

/** Rule 5: an entry counts for a filter's choices if it passes all the other filters, whether or not that one. */
function createFacetCounter(index: EntryIndex) {
  const ordinals = index.meetings.map(({ ordinal }) => ordinal);
  const group = new Uint32Array(index.groups.length);
  const field = new Uint32Array(index.fields.length);
  const party = new Uint32Array(index.parties.length);
  const kind = new Uint32Array(index.kinds.length);
  const meeting = new Uint32Array(ordinals.length);
  const status = new Uint32Array(index.statuses.length);
  const exchangeYear = new Uint32Array(index.exchangeYears.length);
  const account = new Uint32Array(index.accounts.length);
  const person = new Uint32Array(index.people.length);
  return {
    add(entry: IndexedEntry, fails: number): void {
      const passesBut = (own: number) => (fails & ~own) === 0;
      if (passesBut(FAILS.group)) bumpAll(group, entry.groups);
      if (passesBut(FAILS.field)) bumpAll(field, entry.fields);
      if (passesBut(FAILS.party)) bump(party, entry.party);
      if (passesBut(FAILS.kind)) bump(kind, entry.kind);
      if (passesBut(FAILS.meeting)) bump(meeting, entry.meeting);
      if (passesBut(FAILS.status)) bump(status, entry.status);
      if (passesBut(FAILS.exchangeYear)) bumpAll(exchangeYear, entry.exchangeYears);
      if (passesBut(FAILS.reportedBy)) bumpAll(account, entry.accounts);
      if (passesBut(FAILS.coChair)) bumpAll(person, index.chairs[entry.meeting] ?? []);
    },
    toFacets: (): Facets => ({
      group: toCounts(index.groups, group),
      field: toCounts(index.fields, field),
      party: toCounts(index.parties, party),
      kind: toCounts(index.kinds, kind),
      meeting: toCounts(ordinals, meeting),
      status: toCounts(index.statuses, status),
      exchangeYear: toCounts(index.exchangeYears, exchangeYear),
      reportedBy: toCounts(index.accounts, account),
      coChair: toCounts(index.people, person),
    }),
  };
}

/** The columns of a summary, and those that an entry belongs to: more than one where it has several values. */
type SummaryColumns = {
  readonly columns: readonly Pick<SummaryColumn, 'key' | 'date' | 'sources' | 'accounts'>[];
  readonly columnsOf: (entry: IndexedEntry) => readonly number[];
};

type ColumnParams = SummaryParams & { range: DayRange };

const NO_COLUMN: readonly number[] = [];

/** The column of each value as a list that is made once: entries are many. */
function toColumnsAt(positions: readonly number[]): (value: number) => readonly number[] {
  const lists = positions.map((column) => (column < 0 ? NO_COLUMN : [column]));
  return (value) => lists[value] ?? NO_COLUMN;
}

function fromValues(
  all: readonly string[],
  chosen: readonly string[] | undefined,
  valuesOf: (entry: IndexedEntry) => readonly number[],
): SummaryColumns {
  const keys = chosen === undefined ? all : all.filter((key) => chosen.includes(key));
  const columnsAt = toColumnsAt(all.map((key) => keys.indexOf(key)));
  return {
    columns: keys.map((key) => ({ key })),
    columnsOf: (entry) => {
      const values = valuesOf(entry);
      return values.length === 1
        ? columnsAt(values[0] ?? -1)
        : values.flatMap((value) => columnsAt(value));
    },
  };
}

/** The meetings within the dates that one of the chosen co-chairs chaired. */
function meetingsWithin({ meetings }: EntryIndex, { range, coChair }: ColumnParams) {
  return meetings.filter(
    ({ date, coChairs }) =>
      isWithin(date, range) && (coChair?.some((id) => isChairedBy(coChairs, id)) ?? true),
  );
}
const isChairedBy = (coChairs: MeetingFact['coChairs'], id: string) =>
  coChairs.some(({ person }) => person === id);

function fromMeetings(
  index: EntryIndex,
  params: ColumnParams,
  readOf: ReadOfMeeting,
): SummaryColumns {
  const { meeting: chosen } = params;
  const shown =
    chosen === undefined
      ? meetingsWithin(index, params)
      : index.meetings.filter(({ ordinal }) => chosen.includes(ordinal));
  const columnsAt = toColumnsAt(index.meetings.map((meeting) => shown.indexOf(meeting)));
  return {
    columns: shown.map((meeting) => ({
      key: String(meeting.ordinal),
      date: meeting.date,
      ...readOf(meeting),
    })),
    columnsOf: ({ meeting }) => columnsAt(meeting),
  };
}

function fromYears(index: EntryIndex, params: ColumnParams): SummaryColumns {
  const yearOf = ({ date }: MeetingFact) => date.slice(0, 4);
  const keys = [...new Set(meetingsWithin(index, params).map(yearOf))];
  const columnsAt = toColumnsAt(index.meetings.map((meeting) => keys.indexOf(yearOf(meeting))));
  return {
    columns: keys.map((key) => ({ key })),
    columnsOf: ({ meeting }) => columnsAt(meeting),
  };
}

function toSummaryColumns(
  by: SummaryDimension,
  index: EntryIndex,
  params: ColumnParams,
  readOf: ReadOfMeeting,
): SummaryColumns {
  if (by === 'kind') return fromValues(index.kinds, params.kind, ({ kind }) => [kind]);
  if (by === 'party') return fromValues(index.parties, params.party, ({ party }) => [party]);
  if (by === 'reportedBy')
    return fromValues(index.accounts, params.reportedBy, ({ accounts }) => accounts);
  if (by === 'meeting') return fromMeetings(index, params, readOf);
  return fromYears(index, params);
}
