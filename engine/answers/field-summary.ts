import type { SummaryParams } from '#src/api/params.ts';
import type {
  FieldSummary,
  SummaryCell,
  SummaryDimension,
  SummaryRow,
} from '#src/api/schemas/entries.ts';
import type { RecordData } from '../record/record.ts';
import type { ReadOfMeeting } from './cited-documents.ts';
import type { EntryIndex } from './entry-index.ts';
import { matchEntries, refuseUnknownIds } from './entry-match.ts';
import { createFacetCounter } from './facets.ts';
import type { Lookup } from './record-lookup.ts';
import { toSummaryColumns, type SummaryColumns } from './summary-columns.ts';

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

/** What one pass over the entries adds up. */
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
