import { type MaskColumn, TALLIED, toMask } from '../edition/rollups.ts';
import {
  COLUMNS,
  type EntryConditions,
  type Facet,
  LISTED,
  type Listed,
  LISTS,
  ownConditions,
  setConditions,
  SINGLE,
  singleConditions,
} from './entry-conditions.ts';
import { allOf, createValues, type Values } from './statement.ts';

export type Single = MaskColumn;

/** A row of counts: `part` says of what, `a` and `b` are positions (or ordinals) where the part has any. */
export type CountRow = {
  part: string;
  a: number | null;
  b: number | null;
  entries: number;
  meetings: number;
};

type Piece = {
  part: string;
  /** Counted once for each value of the list. */
  listed?: Listed;
  single?: Single;
  /** Counted once more for each value of a second column; never beside a list. */
  outer?: Single;
  except?: Facet;
  /** Accounts are counted by all that an entry has together, as bits; else by each. */
  areTogether?: boolean;
  /** Distinct meetings are counted too, which needs finer rows. */
  withMeetings?: boolean;
};

const CITED = ' CROSS JOIN LATERAL unnest(e.sources) AS u(source)';
/** An entry counts once for each of its accounts, of which there are four, wherever these are counted by. */
const EACH_ACCOUNT = ` CROSS JOIN LATERAL (SELECT bit AS account FROM generate_series(0, 3) AS bit
  WHERE (accounts >> bit) & 1 = 1) AS held`;
const valueOf = (column: Single) => (column === 'accounts' ? 'held.account' : column);

/** The columns that a count has to tell apart: those that filters look at, and those that it groups by. */
function columnsFor(
  { chosen, within }: EntryConditions,
  { single, outer, except, withMeetings }: Omit<Piece, 'part'>,
): MaskColumn[] {
  return [
    ...SINGLE.filter((name) => name !== except && chosen[name] !== null).map(
      (name) => COLUMNS[name],
    ),
    ...(within === null && !withMeetings ? [] : (['meeting'] as const)),
    ...(single === undefined ? [] : [single]),
    ...(outer === undefined ? [] : [outer]),
  ];
}

const selectSources = (count: string) => `SELECT 'sources', NULL::int, NULL::int, ${count}::int, 0`;

/** How many documents the entries cite, where no filter needs the entries themselves. */
function countSources(namespace: string, conditions: EntryConditions, values: Values): string {
  const where = singleConditions(conditions, values);
  const columns = columnsFor(conditions, {});
  const mask = toMask(columns);
  const inSets = setConditions(conditions, values);
  if (inSets.length === 0)
    return `${selectSources('count(DISTINCT tag)')} FROM ${namespace}.tally
      WHERE ${allOf([`"of" = '${TALLIED.source}'`, `mask = ${mask}`, ...where])}`;
  const sets = `${namespace}.entry_set x ON x.id = e.set_id`;
  const ofMeetings = where.filter((condition) => condition.startsWith('meeting '));
  const cited = `FROM ${namespace}.source_set e JOIN ${sets} WHERE ${allOf([...inSets, ...ofMeetings])}`;
  if (columns.every((column) => column === 'meeting'))
    return `${selectSources('count(DISTINCT source)')} ${cited}`;
  // One fitting entry is enough for a document: the search for it stops there.
  const fitting = `SELECT 1 FROM ${namespace}.cited e JOIN ${sets}
    WHERE e.source = s.source AND ${allOf([...inSets, ...where])} LIMIT 1`;
  return `${selectSources('count(*)')} FROM (SELECT DISTINCT source ${cited}) s CROSS JOIN LATERAL (${fitting}) fitting`;
}

/**
 * Builds one statement out of counts under the same filters. Each count is read from the coarsest rollup that can answer
 * it; only text and documents need the entries themselves, which are then matched once for all counts.
 */
export function createCounting(namespace: string, conditions: EntryConditions) {
  const values = createValues();
  const own = ownConditions(namespace, conditions, values);
  const needsEntries = own.length > 0;
  const needsSets = (except?: Facet) =>
    LISTED.some((name) => name !== except && conditions.chosen[name] !== null);
  const sets = `${namespace}.entry_set x ON x.id = e.set_id`;

  /** Where the rows come from, and what their list's value is called. */
  const relation = (how: Omit<Piece, 'part'>, joined = ''): { text: string; tag: string } => {
    const { listed, except } = how;
    const byAccount =
      [how.single, how.outer].includes('accounts') && !how.areTogether ? EACH_ACCOUNT : '';
    const further = `${byAccount}${joined}`;
    const where = singleConditions(conditions, values, except);
    const mask = toMask(columnsFor(conditions, how));
    if (!needsEntries && !needsSets(except)) {
      const of = `"of" = '${TALLIED[listed ?? 'all']}'`;
      const text = `FROM ${namespace}.tally${further} WHERE ${allOf([of, `mask = ${mask}`, ...where])}`;
      return { text, tag: 'tag' };
    }
    const unnest =
      listed === undefined ? '' : ` CROSS JOIN LATERAL unnest(x.${LISTS[listed]}) AS u(tag)`;
    const source = needsEntries ? 'matched' : `${namespace}.set_tally`;
    const conditionsOfAll = [
      ...(needsEntries ? [] : [`mask = ${mask}`]),
      ...where,
      ...setConditions(conditions, values, except),
    ];
    return {
      text: `FROM ${source} e JOIN ${sets}${unnest}${further} WHERE ${allOf(conditionsOfAll)}`,
      tag: 'u.tag',
    };
  };

  const piece = ({ part, ...how }: Piece): string => {
    const { text, tag } = relation(how);
    const counted = how.listed === undefined ? how.outer && valueOf(how.outer) : tag;
    const a = counted === undefined ? 'NULL::int' : `${counted}::int`;
    const single = how.single && (how.areTogether ? how.single : valueOf(how.single));
    const b = single === undefined ? 'NULL::int' : `${single}::int`;
    const groups = [...(counted === undefined ? [] : ['2']), ...(how.single ? ['3'] : [])];
    const grouping = groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : '';
    const meetings = how.withMeetings ? 'count(DISTINCT meeting)::int' : '0';
    return `SELECT '${part}' AS part, ${a} AS a, ${b} AS b, coalesce(sum(n), 0)::int AS entries, ${meetings} AS meetings ${text}${grouping}`;
  };

  const sources = () =>
    needsEntries
      ? `${selectSources('count(DISTINCT u.source)')} ${relation({}, CITED).text}`
      : countSources(namespace, conditions, values);

  return {
    values: values.list,
    piece,
    sources,
    toStatement(pieces: readonly string[]): string {
      const matched = needsEntries
        ? `WITH matched AS MATERIALIZED (SELECT meeting, kind, party, status, accounts, set_id, sources, count(*) AS n
             FROM ${namespace}.entry WHERE ${allOf(own)} GROUP BY 1, 2, 3, 4, 5, 6, 7) `
        : '';
      return `${matched}${pieces.join(' UNION ALL ')}`;
    },
  };
}
