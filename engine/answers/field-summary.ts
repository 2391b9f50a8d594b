import type { SummaryParams } from '#src/api/params.ts';
import type { FieldSummary, SummaryRow } from '#src/api/schemas/entries.ts';
import type { MeetingFact, RecordData } from '../record/record.ts';
import type { EntryIndex } from './entry-index.ts';
import { matchEntries, refuseUnknownIds } from './entry-match.ts';
import { createFacetCounter } from './facets.ts';
import type { Lookup } from './record-lookup.ts';
import { toSummaryColumns, type SummaryColumns } from './summary-columns.ts';
import { createTally, type Tally } from './tally.ts';

/** The chosen fields, else the fields of the chosen groups, else all: as positions in the taxonomy. */
function rowFields(record: RecordData, { field, group }: SummaryParams): number[] {
  const isRow = (id: string, ofGroup: string) =>
    field !== undefined ? field.includes(id) : group === undefined || group.includes(ofGroup);
  return record.fields.fields.flatMap((item, position) =>
    isRow(item.id, item.group) ? [position] : [],
  );
}

/** What one pass over the entries adds up. */
function countEntries(index: EntryIndex, params: SummaryParams, shown: SummaryColumns) {
  const { columns, columnOf } = shown;
  const facets = createFacetCounter(index);
  const rows = createTally(index.fields.length);
  const cells = createTally(index.fields.length * columns.length);
  const columnTally = createTally(columns.length);
  const total = createTally(1);
  const sources = new Set<number>();
  matchEntries(index, params).each((entry, fails) => {
    facets.add(entry, fails);
    if (fails !== 0) return;
    const column = columnOf(entry);
    for (const field of entry.fields) {
      rows.add(field, entry.meeting);
      if (column >= 0) cells.add(field * columns.length + column, entry.meeting);
    }
    total.add(0, entry.meeting);
    if (column >= 0) columnTally.add(column, entry.meeting);
    if (entry.source >= 0) sources.add(entry.source);
  });
  return { facets: facets.toFacets(), rows, cells, columnTally, total, sources: sources.size };
}

const countsAt = (tally: Tally, key: number) => ({
  entries: tally.entries(key),
  meetings: tally.meetings(key),
});

/** Rule 1: each row, column and cell is what `/entries` totals under its filters. */
export function createFieldSummariser(
  record: RecordData,
  index: EntryIndex,
  lookup: Lookup,
  documentCount: (meeting: MeetingFact) => number,
) {
  return (params: SummaryParams): FieldSummary => {
    refuseUnknownIds(params, lookup);
    const by = params.by ?? 'kind';
    const { range } = matchEntries(index, params);
    const shown = toSummaryColumns(by, index, { ...params, range }, documentCount);
    const counted = countEntries(index, params, shown);
    const { columns } = shown;
    const rows = rowFields(record, params).map((position): SummaryRow => {
      const cells = columns.map(({ key }, column) => ({
        key,
        ...countsAt(counted.cells, position * columns.length + column),
      }));
      return {
        field: lookup.field(index.fields[position] ?? ''),
        ...countsAt(counted.rows, position),
        cells: cells.filter(({ entries }) => entries > 0),
      };
    });
    return {
      by,
      total: {
        ...countsAt(counted.total, 0),
        fields: rows.filter(({ entries }) => entries > 0).length,
        sources: counted.sources,
      },
      columns: columns.map(({ key, ...about }, column) => ({
        key,
        ...countsAt(counted.columnTally, column),
        ...about,
      })),
      rows,
      facets: counted.facets,
    };
  };
}
