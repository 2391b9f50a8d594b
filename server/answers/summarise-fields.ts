import type { SummaryParams } from '#src/api/params.ts';
import type {
  FacetCount,
  Facets,
  FieldSummary,
  SummaryCell,
  SummaryColumn,
  SummaryDimension,
  SummaryRow,
} from '#src/api/schemas/entries.ts';
import { sideName, sideOf, sidesOf } from '#src/lib/accounts.ts';
import { parseSummaryQuery } from '#engine/requests/summary-query.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Asked, Prepared } from './asked.ts';
import { type CountRow, createCounting, type Single } from './counting.ts';
import {
  COLUMNS,
  type EntryConditions,
  type Facet,
  type Listed,
  LISTS,
  FACETS,
  refuseAndCompile,
} from './entry-conditions.ts';

type Counts = { entries: number; meetings: number };
const NONE: Counts = { entries: 0, meetings: 0 };
const countsOf = ({ entries, meetings }: Counts): Counts => ({ entries, meetings });
const isListed = (facet: Facet): facet is Listed => facet in LISTS;

function toStatement(
  namespace: string,
  conditions: EntryConditions,
  { single }: Columns,
  division: Columns | undefined,
) {
  const counting = createCounting(namespace, conditions);
  const { piece } = counting;
  const pieces = [
    piece({ part: 'total', withMeetings: true }),
    counting.sources(),
    piece({ part: 'accounts', single: 'accounts', areTogether: true }),
    piece({ part: 'rows', listed: 'field', withMeetings: true }),
    piece({ part: 'cells', listed: 'field', single, withMeetings: true }),
    piece({ part: 'columns', single, withMeetings: true }),
    ...(division === undefined
      ? []
      : [piece({ part: 'parts', outer: single, single: division.single, withMeetings: true })]),
    ...FACETS.map((facet) =>
      isListed(facet)
        ? piece({ part: facet, listed: facet, except: facet })
        : piece({ part: facet, single: COLUMNS[facet], except: facet }),
    ),
  ];
  return { text: counting.toStatement(pieces), values: counting.values };
}

/** Adds what the database counted for meetings up to columns; each group belongs to at most one column. */
function toColumnCounts(rows: readonly CountRow[], { columns, columnOf }: Columns): Counts[] {
  const counts = columns.map(() => ({ ...NONE }));
  for (const { b, entries, meetings } of rows) {
    const column = counts[columnOf(b ?? -1)];
    if (column === undefined) continue;
    column.entries += entries;
    column.meetings += meetings;
  }
  return counts;
}

function toCells(rows: readonly CountRow[], shown: Columns): SummaryCell[] {
  const counts = toColumnCounts(rows, shown);
  return shown.columns.flatMap(({ key }, index) => {
    const cell = counts[index] ?? NONE;
    return cell.entries > 0 ? [{ key, ...countsOf(cell) }] : [];
  });
}

/** The chosen fields, else the fields of the chosen groups, else all: as positions in the taxonomy. */
function rowFields({ field, group }: SummaryParams, { record }: Catalogue): number[] {
  const isRow = (id: string, ofGroup: string) =>
    field !== undefined ? field.includes(id) : group === undefined || group.includes(ofGroup);
  return record.fields.fields.flatMap((item, position) =>
    isRow(item.id, item.group) ? [position] : [],
  );
}

/** What was counted for meetings, as counts of those who chaired them. */
function toChairCounts(
  counts: ReadonlyMap<number, number>,
  { record, meetings }: Catalogue,
): FacetCount[] {
  return record.people.map(({ id }) => ({
    value: id,
    entries: meetings
      .filter(({ coChairs }) => coChairs.some(({ person }) => person === id))
      .reduce((sum, { ordinal }) => sum + (counts.get(ordinal) ?? 0), 0),
  }));
}

/** What was counted for sets of accounts, as counts of whose accounts alone these are. */
function toSides(rows: readonly CountRow[], { values, record }: Catalogue): FacetCount[] {
  const { parties } = record.mechanism;
  const nameOf = ({ b }: CountRow) => {
    const held = values.reportedBy.filter((_, bit) => (((b ?? 0) >> bit) & 1) === 1);
    return sideName(sideOf(held, parties));
  };
  const counts = Map.groupBy(rows, nameOf);
  return sidesOf(parties).map((side) => ({
    value: sideName(side) ?? '',
    entries: (counts.get(sideName(side)) ?? []).reduce((sum, { entries }) => sum + entries, 0),
  }));
}

function toFacets(counted: Map<string, CountRow[]>, catalogue: Catalogue): Facets {
  const { values, meetings } = catalogue;
  const facet = (name: Facet): FacetCount[] => {
    const counts = new Map(
      counted.get(name)?.map(({ a, b, entries }) => [a ?? b ?? -1, entries] as const),
    );
    if (name === 'meeting')
      return meetings.map(({ ordinal }) => ({
        value: String(ordinal),
        entries: counts.get(ordinal) ?? 0,
      }));
    if (name === 'coChair') return toChairCounts(counts, catalogue);
    return values[name].map((value, position) => ({ value, entries: counts.get(position) ?? 0 }));
  };
  return Object.fromEntries(FACETS.map((name) => [name, facet(name)])) as Record<
    Facet,
    FacetCount[]
  >;
}

function toSummary(
  rows: readonly CountRow[],
  params: SummaryParams,
  shown: Columns,
  division: Columns | undefined,
  catalogue: Catalogue,
): FieldSummary {
  const counted = Map.groupBy(rows, ({ part }) => part);
  const one = (part: string) => counted.get(part)?.[0] ?? NONE;
  const cellsOf = Map.groupBy(counted.get('cells') ?? [], ({ a }) => a);
  const rowOf = new Map(counted.get('rows')?.map((row) => [row.a, row]));
  const columnCounts = toColumnCounts(counted.get('columns') ?? [], shown);
  const partsOf = Map.groupBy(counted.get('parts') ?? [], ({ a }) => shown.columnOf(a ?? -1));
  const summaryRows = rowFields(params, catalogue).map((position): SummaryRow => {
    return {
      field: catalogue.lookup.field(catalogue.values.field[position] ?? ''),
      ...countsOf(rowOf.get(position) ?? NONE),
      cells: toCells(cellsOf.get(position) ?? [], shown),
    };
  });
  return {
    by: params.by ?? 'kind',
    ...(params.split !== undefined && { split: params.split }),
    total: {
      ...countsOf(one('total')),
      fields: summaryRows.filter(({ entries }) => entries > 0).length,
      sources: one('sources').entries,
    },
    accounts: toSides(counted.get('accounts') ?? [], catalogue),
    columns: shown.columns.map(({ key, ...about }, index): SummaryColumn => ({
      key,
      ...countsOf(columnCounts[index] ?? NONE),
      ...about,
      ...(division && { parts: toCells(partsOf.get(index) ?? [], division) }),
    })),
    rows: summaryRows,
    facets: toFacets(counted, catalogue),
  };
}

/** Rules 1 and 5 in one statement. */
export async function prepareSummary(asked: Asked): Promise<Prepared> {
  const { edition, sql } = asked;
  const params = parseSummaryQuery(asked.query);
  const { by = 'kind', split, ...filters } = params;
  const conditions = (await refuseAndCompile(asked, filters))();
  const columnsBy = (dimension: SummaryDimension) =>
    toColumns(dimension, params, conditions, edition.catalogue);
  const shown = columnsBy(by);
  const division = split && columnsBy(split);
  return async () => {
    const { text, values } = toStatement(edition.namespace, conditions, shown, division);
    const rows = await sql.query<CountRow>(text, values);
    return JSON.stringify(toSummary(rows, params, shown, division, edition.catalogue));
  };
}

type Column = Pick<SummaryColumn, 'key' | 'date' | 'sources' | 'accounts'>;
type Columns = {
  readonly columns: readonly Column[];
  /** What the database groups by: a year is put together from its meetings. */
  readonly single: Single;
  /** The column of a group, or -1. */
  readonly columnOf: (group: number) => number;
};

function ofValues(all: readonly string[], chosen: readonly string[] | undefined, single: Single) {
  const keys = all.filter((key) => chosen?.includes(key) ?? true);
  const columns = keys.map((key) => ({ key }));
  return { columns, single, columnOf: (position: number) => keys.indexOf(all[position] ?? '') };
}

function toColumns(
  by: SummaryDimension,
  params: SummaryParams,
  { within, chosen }: EntryConditions,
  { values, meetings, read }: Catalogue,
): Columns {
  if (by === 'kind') return ofValues(values.kind, params.kind, 'kind');
  if (by === 'party') return ofValues(values.party, params.party, 'party');
  if (by === 'reportedBy') return ofValues(values.reportedBy, params.reportedBy, 'accounts');
  const { coChair: chaired } = chosen;
  const inReach = meetings.filter(
    ({ ordinal }) => (within?.includes(ordinal) ?? true) && (chaired?.includes(ordinal) ?? true),
  );
  if (by === 'meeting') {
    const asked = params.meeting;
    const shown = asked ? meetings.filter(({ ordinal }) => asked.includes(ordinal)) : inReach;
    const positions = new Map(shown.map(({ ordinal }, position) => [ordinal, position]));
    const columns = shown.map(({ ordinal, date }) => ({
      key: String(ordinal),
      date,
      ...(read.get(ordinal) ?? { sources: 0, accounts: [] }),
    }));
    return { columns, single: 'meeting', columnOf: (ordinal) => positions.get(ordinal) ?? -1 };
  }
  const yearOf = new Map(meetings.map(({ ordinal, date }) => [ordinal, date.slice(0, 4)]));
  const years = [...new Set(inReach.map(({ date }) => date.slice(0, 4)))];
  return {
    columns: years.map((key) => ({ key })),
    single: 'meeting',
    columnOf: (ordinal) => years.indexOf(yearOf.get(ordinal) ?? ''),
  };
}
