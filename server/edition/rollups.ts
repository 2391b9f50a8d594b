import type { Progress } from '#engine/record/progress.ts';
import type { Sql } from '../database/database-engine.ts';

/**
 * The columns of an entry that counts tell apart, each a bit of a mask: a rollup's row has values where its mask has bits.
 * `accounts` is itself a set of bits, since evidence can be of several.
 */
export const MASK_BITS = { meeting: 1, kind: 2, party: 4, status: 8, accounts: 16 } as const;
export type MaskColumn = keyof typeof MASK_BITS;
const ALL = 31;

/** What a row of `tally` counts entries of: all, or those with one field, group, exchange year or document. */
export const TALLIED = {
  all: 'a',
  field: 'f',
  group: 'g',
  exchangeYear: 'y',
  source: 's',
} as const;

export const toMask = (columns: Iterable<MaskColumn>): number =>
  [...new Set(columns)].reduce((mask, column) => mask | MASK_BITS[column], 0);

/** Positions as the bits of a number. */
export const toBits = (positions: readonly number[]): number =>
  positions.reduce((bits, position) => bits | (1 << position), 0);

const MASK = `${ALL} - GROUPING(accounts, status, party, kind, meeting)`;
const CUBE = 'CUBE (meeting, kind, party, status, accounts)';
const COLUMNS =
  'mask smallint NOT NULL, meeting int, kind smallint, party smallint, status smallint, accounts smallint, n int NOT NULL';

const columnsOf = (mask: number) =>
  (Object.keys(MASK_BITS) as MaskColumn[]).filter((name) => (mask & MASK_BITS[name]) !== 0);
/** For each combination of fields and years every mask is kept: a count then never reads finer rows than it needs. */
const SET_GROUPING = Array.from({ length: ALL + 1 }, (_, mask) => mask)
  .map((mask) => `(${['set_id', ...columnsOf(mask)].join(', ')})`)
  .join();

/** Sums the finest counts up to one row for each value of a list and each cube cell. */
const tallyList = (space: string, of: string, list: string) =>
  `INSERT INTO ${space}.tally
     SELECT '${of}', tag, ${MASK}, meeting, kind, party, status, accounts, sum(n)
     FROM ${space}.set_tally t JOIN ${space}.entry_set x ON x.id = t.set_id CROSS JOIN LATERAL unnest(x.${list}) AS u(tag)
     WHERE mask = ${ALL} GROUP BY tag, ${CUBE}`;

/**
 * Counts that summaries and facets are read from. Their number is bounded by the vocabularies and the meetings, not by the
 * entries, so that a hundred times the entries cost little more.
 */
function toStatements(space: string): string[] {
  return [
    `CREATE TABLE ${space}.tally ("of" "char" NOT NULL, tag int NOT NULL, ${COLUMNS})`,
    `CREATE TABLE ${space}.set_tally (set_id int NOT NULL, ${COLUMNS})`,
    `CREATE TABLE ${space}.cited AS
       SELECT DISTINCT u.source, e.seq, e.meeting, e.kind, e.party, e.status, e.accounts, e.set_id
       FROM ${space}.entry e CROSS JOIN LATERAL unnest(e.sources) AS u(source)`,
    `CREATE INDEX cited_by_source ON ${space}.cited (source, meeting, set_id)`,
    `CREATE TABLE ${space}.source_set (source int NOT NULL, set_id int NOT NULL, meeting int NOT NULL)`,
    `INSERT INTO ${space}.set_tally SELECT set_id, ${MASK}, meeting, kind, party, status, accounts, count(*)
       FROM ${space}.entry GROUP BY GROUPING SETS (${SET_GROUPING})`,
    `CREATE INDEX set_tally_by_set ON ${space}.set_tally (mask, set_id, meeting)`,
    `CREATE INDEX set_tally_by_kind ON ${space}.set_tally (mask, kind, party, set_id)`,
    `INSERT INTO ${space}.tally SELECT '${TALLIED.all}', 0, ${MASK}, meeting, kind, party, status, accounts, sum(n)
       FROM ${space}.set_tally WHERE mask = ${ALL} GROUP BY ${CUBE} HAVING count(*) > 0`,
    tallyList(space, TALLIED.field, 'fields'),
    tallyList(space, TALLIED.group, 'groups'),
    tallyList(space, TALLIED.exchangeYear, 'years'),
    `INSERT INTO ${space}.tally SELECT '${TALLIED.source}', source, ${MASK}, meeting, kind, party, status, accounts, count(*)
       FROM ${space}.cited GROUP BY source, ${CUBE}`,
    `CREATE INDEX tally_by_mask ON ${space}.tally ("of", mask)`,
    `INSERT INTO ${space}.source_set SELECT DISTINCT source, set_id, meeting FROM ${space}.cited`,
    `CREATE INDEX source_set_by_set ON ${space}.source_set (set_id, meeting, source)`,
  ];
}

export async function createRollups(
  sql: Sql,
  namespace: string,
  progress: Progress,
): Promise<void> {
  const statements = toStatements(namespace);
  for (const [index, statement] of statements.entries()) {
    progress('Counting', index, statements.length);
    await sql.query(statement);
  }
}
