import { createHash } from 'node:crypto';

import type { RecordData } from '#engine/record/record.ts';
import type { Engine, Sql } from '../database/database-engine.ts';
import { TABLES, type TableName, toCreateIndexes, toCreateTables } from './edition-tables.ts';
import { migrate, READER } from './migrations.ts';
import { createRollups } from './rollups.ts';
import { toRows } from './to-rows.ts';

const BATCH = 5000;

export type Loaded = { dataVersion: string; namespace: string; isNew: boolean };

/** Another content under the same version would make every tag of it a lie. */
export class VersionTakenError extends Error {}

function toContentHash(record: RecordData): string {
  const hash = createHash('sha256');
  const { entries, ...rest } = record;
  hash.update(JSON.stringify(rest));
  for (const entry of entries) hash.update(JSON.stringify(entry));
  return hash.digest('hex');
}

async function insert(sql: Sql, namespace: string, table: TableName, rows: Iterable<object>) {
  const columns = TABLES[table].map((column) => column.split(' ').slice(0, 2).join(' '));
  const statement = `INSERT INTO ${namespace}.${table} SELECT * FROM json_to_recordset($1::json) AS r(${columns.join(', ')})`;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length > 0) await sql.query(statement, [`[${batch.join(',')}]`]);
    batch = [];
  };
  for (const row of rows) {
    batch.push(JSON.stringify(row));
    if (batch.length === BATCH) await flush();
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

async function fill(sql: Sql, namespace: string, record: RecordData, hasTrigrams: boolean) {
  for (const statement of toCreateTables(namespace)) await sql.query(statement);
  const rows = toRows(record);
  for (const table of Object.keys(TABLES) as TableName[])
    await insert(sql, namespace, table, rows[table]);
  for (const statement of toCreateIndexes(namespace, hasTrigrams)) await sql.query(statement);
  await createRollups(sql, namespace);
  const tables = await sql.query<{ tablename: string }>(
    'SELECT tablename FROM pg_tables WHERE schemaname = $1',
    [namespace],
  );
  for (const { tablename } of tables) await sql.query(`ANALYZE ${namespace}.${tablename}`);
}

async function grantReading(sql: Sql, namespace: string): Promise<void> {
  const [reader] = await sql.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [READER]);
  if (reader === undefined) return;
  await sql.query(`GRANT USAGE ON SCHEMA ${namespace} TO ${READER}`);
  await sql.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${namespace} TO ${READER}`);
}

/**
 * Loads a checked record as a new edition and makes it the current one, in a single transaction: whoever reads sees the
 * old edition whole until the new one is whole, also if the loader is killed. Loading the same again changes nothing.
 */
export async function loadEdition(engine: Engine, record: RecordData): Promise<Loaded> {
  await migrate(engine);
  const hasTrigrams = await enableTrigrams(engine);
  const contentHash = toContentHash(record);
  const { dataVersion } = record.mechanism;
  return engine.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock(7203002)');
    const editions = await sql.query<{
      id: number;
      namespace: string;
      data_version: string;
      content_hash: string;
      is_current: boolean;
    }>('SELECT id, namespace, data_version, content_hash, is_current FROM communique.edition');
    const current = editions.find(({ is_current: isCurrent }) => isCurrent);
    if (current?.content_hash === contentHash)
      return { dataVersion, namespace: current.namespace, isNew: false };
    const taken = editions.find((edition) => edition.data_version === dataVersion);
    if (taken && taken.content_hash !== contentHash)
      throw new VersionTakenError(
        `Another content has the data version ${dataVersion}: a changed record needs a version of its own`,
      );
    const id = Math.max(0, ...editions.map((edition) => edition.id)) + 1;
    const namespace = `edition_${id}`;
    await fill(sql, namespace, record, hasTrigrams);
    await sql.query('UPDATE communique.edition SET is_current = false WHERE is_current');
    await sql.query(
      'INSERT INTO communique.edition (id, namespace, data_version, content_hash, is_current) VALUES ($1, $2, $3, $4, true)',
      [id, namespace, dataVersion, contentHash],
    );
    await dropOldEditions(sql);
    await grantReading(sql, namespace);
    return { dataVersion, namespace, isNew: true };
  });
}
