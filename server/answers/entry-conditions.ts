import { FAILS } from '#engine/answers/entry-match.ts';
import type { EntryFilters } from '#src/api/params.ts';
import type { MeetingFact } from '#engine/record/record.ts';
import { isWithin, toDayRange } from '#engine/requests/date-range.ts';
import { refuseUnknown } from '#engine/requests/parameter-refusal.ts';
import type { Catalogue } from '../catalogue.ts';
import { toBits } from '../edition/rollups.ts';
import type { Edition } from '../edition.ts';
import type { Sql } from '../database/database-engine.ts';
import { hasWords } from './has-words.ts';
import type { Values } from './statement.ts';

export type Facet = keyof typeof FAILS;
export const FACETS = Object.keys(FAILS) as Facet[];

/** Filters as positions in the catalogue's lists, co-chairs as the ordinals of their meetings; null where a filter is not used. */
export type EntryConditions = {
  readonly chosen: Readonly<Record<Facet, readonly number[] | null>>;
  /** Ordinals of the meetings within the dates; null for all. */
  readonly within: readonly number[] | null;
  readonly source: readonly number[] | null;
  readonly q: string | undefined;
};

function toPositions(all: readonly string[], chosen: readonly string[] | undefined) {
  return chosen === undefined ? null : [...new Set(chosen)].map((value) => all.indexOf(value));
}

async function findSources({ sql, edition }: Context, ids: readonly string[]): Promise<number[]> {
  const found = await sql.query<{ id: string; pos: number }>(
    `SELECT id, pos FROM ${edition.namespace}.source WHERE id = ANY($1::text[])`,
    [ids],
  );
  const positions = new Map(found.map(({ id, pos }) => [id, pos]));
  refuseUnknown('source', ids, (id) => positions.has(id));
  return [...positions.values()];
}

function toWithin({ from, to }: EntryFilters, { meetings }: Catalogue): number[] | null {
  const range = toDayRange({ from, to });
  if (from === undefined && to === undefined) return null;
  return meetings.filter(({ date }) => isWithin(date, range)).map(({ ordinal }) => ordinal);
}

/** Ordinals of the meetings that any of these people chaired; null for all. */
function toChaired({ coChair }: EntryFilters, { meetings }: Catalogue): number[] | null {
  if (coChair === undefined) return null;
  const isChosen = ({ coChairs }: MeetingFact) =>
    coChairs.some(({ person }) => coChair.includes(person));
  return meetings.filter(isChosen).map(({ ordinal }) => ordinal);
}

type Context = { sql: Sql; edition: Edition };

/** Refuses what is not on record, in the order that the mock does, and turns ids into positions. */
export async function refuseAndCompile(context: Context, filters: EntryFilters) {
  const { lookup, values } = context.edition.catalogue;
  refuseUnknown('field', filters.field, lookup.hasField);
  refuseUnknown('group', filters.group, lookup.hasGroup);
  refuseUnknown('party', filters.party, (id) => lookup.partyOrder.includes(id));
  refuseUnknown('meeting', filters.meeting, lookup.hasMeeting);
  refuseUnknown('exchangeYear', filters.exchangeYear, lookup.hasExchangeYear);
  const source = filters.source === undefined ? null : await findSources(context, filters.source);
  refuseUnknown('reportedBy', filters.reportedBy, (id) => lookup.accountOrder.includes(id));
  refuseUnknown('coChair', filters.coChair, lookup.hasPerson);
  /** Left for later, since a cursor is refused before a range that holds no day. */
  return (): EntryConditions => ({
    chosen: {
      group: toPositions(values.group, filters.group),
      field: toPositions(values.field, filters.field),
      party: toPositions(values.party, filters.party),
      kind: toPositions(values.kind, filters.kind),
      meeting: filters.meeting ?? null,
      status: toPositions(values.status, filters.status),
      exchangeYear: toPositions(values.exchangeYear, filters.exchangeYear),
      reportedBy: toPositions(values.reportedBy, filters.reportedBy),
      coChair: toChaired(filters, context.edition.catalogue),
    },
    within: toWithin(filters, context.edition.catalogue),
    source,
    q: filters.q,
  });
}

/** The columns of an entry's own, and the lists of its set. */
export const COLUMNS = {
  party: 'party',
  kind: 'kind',
  meeting: 'meeting',
  status: 'status',
  reportedBy: 'accounts',
  coChair: 'meeting',
} as const;
export const LISTS = { group: 'groups', field: 'fields', exchangeYear: 'years' } as const;
export const SINGLE = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
export type Listed = keyof typeof LISTS;
export const LISTED = Object.keys(LISTS) as Listed[];

/** Conditions on an entry's own columns, without those of the filter `except`. */
export function singleConditions(
  { chosen, within }: EntryConditions,
  values: Values,
  except?: Facet,
): string[] {
  const isAny = (column: string, positions: readonly number[] | null) =>
    positions === null ? [] : [`${column} = ANY(${values.add(positions)}::int[])`];
  const { reportedBy } = chosen;
  return [
    ...SINGLE.filter((name) => name !== except && name !== 'reportedBy').flatMap((name) =>
      isAny(COLUMNS[name], chosen[name]),
    ),
    ...(reportedBy === null || except === 'reportedBy'
      ? []
      : [`accounts & ${values.add(toBits(reportedBy))}::int <> 0`]),
    ...isAny('meeting', within),
  ];
}

export function setConditions(
  { chosen }: EntryConditions,
  values: Values,
  except?: Facet,
): string[] {
  return LISTED.filter((name) => name !== except).flatMap((name) => {
    const positions = chosen[name];
    return positions === null ? [] : [`${LISTS[name]} && ${values.add(positions)}::int[]`];
  });
}

/** Conditions that only the entries themselves can answer. */
export function ownConditions(
  namespace: string,
  { source, q }: EntryConditions,
  values: Values,
): string[] {
  const citing = (sources: readonly number[]) =>
    `seq IN (SELECT seq FROM ${namespace}.cited WHERE source = ANY(${values.add(sources)}::int[]))`;
  return [...(source === null ? [] : [citing(source)]), ...hasWords(q, values)];
}
