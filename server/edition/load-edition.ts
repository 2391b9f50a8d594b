import { createHash } from 'node:crypto';

import { noProgress, type Progress } from '#engine/record/progress.ts';
import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { LAYOUT_VERSION } from '../code-version.ts';
import type { Engine, Sql } from '../database/database-engine.ts';
import { TABLES, type TableName, toCreateIndexes, toCreateTables } from './edition-tables.ts';
import { migrate, READER } from './migrations.ts';
import { createRollups } from './rollups.ts';
import { toRows } from './to-rows.ts';

/** Rows that are sent together; fewer where they are long, since no text can be endless. */
const BATCH = 5000;
const BATCH_CHARACTERS = 20_000_000;

export type Loaded = {
  dataVersion: string;
  namespace: string;
  /** `renewed` where the same record had been laid out by another release. */
  outcome: 'loaded' | 'renewed' | 'there';
};

/** Another content under the same version would make every tag of it a lie. */
export class VersionTakenError extends Error {}

/** The part of the record that a table's rows are made of. */
const FILE_OF: Partial<Record<TableName, string>> = {
  meeting: RECORD_FILES.meetings,
  source: RECORD_FILES.sources,
  citation: RECORD_FILES.sources,
  entry: RECORD_FILES.entries,
  entry_set: RECORD_FILES.entries,
};

/** Values that the database does not take, although the record's checks let them pass. */
const isRefusal = (error: unknown) => /^(22|54)/.test((error as { code?: string }).code ?? '');

function toRefusal(error: unknown, table: TableName, rows: readonly string[]): unknown {
  if (!isRefusal(error)) return error;
  const file = FILE_OF[table] ?? 'the record';
  const [first = '', last = ''] = [rows[0]?.slice(0, 80), rows.at(-1)?.slice(0, 80)];
  return new Error(
    `${file}: the database takes none of ${rows.length} rows for "${table}", from ${first}… to ${last}…: ${String(error)}`,
    { cause: error },
  );
}

function toContentHash(record: RecordData): string {
  const hash = createHash('sha256');
  const { entries, ...rest } = record;
  hash.update(JSON.stringify(rest));
  for (const entry of entries) hash.update(JSON.stringify(entry));
  return hash.digest('hex');
}

async function insert(
  sql: Sql,
  { namespace, table, rows }: { namespace: string; table: TableName; rows: Iterable<object> },
  progress: (rows: number) => void,
) {
  const columns = TABLES[table].map((column) => column.split(' ').slice(0, 2).join(' '));
  const statement = `INSERT INTO ${namespace}.${table} SELECT * FROM json_to_recordset($1::json) AS r(${columns.join(', ')})`;
  let batch: string[] = [];
  let [characters, done] = [0, 0];
  const flush = async () => {
    try {
      if (batch.length > 0) await sql.query(statement, [`[${batch.join(',')}]`]);
    } catch (error) {
      throw toRefusal(error, table, batch);
    }
    done += batch.length;
    progress(done);
    [batch, characters] = [[], 0];
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    batch.push(text);
    characters += text.length;
    if (batch.length === BATCH || characters > BATCH_CHARACTERS) await flush();
  }
  await flush();
}

/** Without the extension text search reads every entry; the answers are the same. */
async function enableTrigrams(engine: Engine): Promise<boolean> {
  try {
    await engine.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    return true;
  } catch (error) {
    console.error(`Text search goes without an index: ${String(error)}`);
    return false;
  }
}

/** Only the current edition and the one before stay: requests that are under way still read the latter. */
async function dropOldEditions(sql: Sql): Promise<void> {
  const old = await sql.query<{ namespace: string }>(
    'SELECT namespace FROM communique.edition ORDER BY id DESC OFFSET 2',
  );
  for (const { namespace } of old) {
    await sql.query(`DROP SCHEMA IF EXISTS ${namespace} CASCADE`);
    await sql.query('DELETE FROM communique.edition WHERE namespace = $1', [namespace]);
  }
}

type Filling = { namespace: string; record: RecordData; hasTrigrams: boolean };

async function fill(sql: Sql, { namespace, record, hasTrigrams }: Filling, progress: Progress) {
  for (const statement of toCreateTables(namespace)) await sql.query(statement);
  progress('Deriving what is searched and counted');
  const rows = toRows(record);
  for (const table of Object.keys(TABLES) as TableName[])
    await insert(sql, { namespace, table, rows: rows[table] }, (done) =>
      progress(`Writing ${table}`, done, table === 'entry' ? record.entries.length : undefined),
    );
  const indexes = toCreateIndexes(namespace, hasTrigrams);
  for (const [index, statement] of indexes.entries()) {
    progress('Indexing', index, indexes.length);
    await sql.query(statement);
  }
  await createRollups(sql, namespace, progress);
  const tables = await sql.query<{ tablename: string }>(
    'SELECT tablename FROM pg_tables WHERE schemaname = $1',
    [namespace],
  );
  progress('Gathering statistics');
  for (const { tablename } of tables) await sql.query(`ANALYZE ${namespace}.${tablename}`);
}

async function grantReading(sql: Sql, namespace: string): Promise<void> {
  const [reader] = await sql.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [READER]);
  if (reader === undefined) return;
  await sql.query(`GRANT USAGE ON SCHEMA ${namespace} TO ${READER}`);
  await sql.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${namespace} TO ${READER}`);
}

type EditionRow = {
  id: number;
  namespace: string;
  data_version: string;
  content_hash: string;
  layout: string;
  is_current: boolean;
};

/**
 * Loads a checked record as a new edition and makes it the current one, in a single transaction: whoever reads sees the
 * old edition whole until the new one is whole, also if the loader is killed. Loading the same again changes nothing,
 * unless another release had laid it out.
 */
export async function loadEdition(
  engine: Engine,
  record: RecordData,
  progress: Progress = noProgress,
): Promise<Loaded> {
  await migrate(engine);
  const hasTrigrams = await enableTrigrams(engine);
  const contentHash = toContentHash(record);
  const { dataVersion } = record.mechanism;
  return engine.transaction(async (sql) => {
    progress('Waiting for other loaders');
    await sql.query('SELECT pg_advisory_xact_lock(7203002)');
    const editions = await sql.query<EditionRow>(
      'SELECT id, namespace, data_version, content_hash, layout, is_current FROM communique.edition',
    );
    const current = editions.find(({ is_current: isCurrent }) => isCurrent);
    const isSame = current?.content_hash === contentHash;
    if (isSame && current.layout === LAYOUT_VERSION)
      return { dataVersion, namespace: current.namespace, outcome: 'there' };
    const taken = editions.find((edition) => edition.data_version === dataVersion);
    if (taken && taken.content_hash !== contentHash)
      throw new VersionTakenError(
        `Another content has the data version ${dataVersion}: a changed record needs a version of its own`,
      );
    const id = Math.max(0, ...editions.map((edition) => edition.id)) + 1;
    const namespace = `edition_${id}`;
    await fill(sql, { namespace, record, hasTrigrams }, progress);
    await sql.query('UPDATE communique.edition SET is_current = false WHERE is_current');
    await sql.query(
      'INSERT INTO communique.edition (id, namespace, data_version, content_hash, layout, is_current) VALUES ($1, $2, $3, $4, $5, true)',
      [id, namespace, dataVersion, contentHash, LAYOUT_VERSION],
    );
    await dropOldEditions(sql);
    await grantReading(sql, namespace);
    return { dataVersion, namespace, outcome: isSame ? 'renewed' : 'loaded' };
  });
}
