import pg from 'pg';

import { createProgress } from '#engine/record/progress.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { startPostgres } from '#tests/server/temporary-postgres.ts';

export interface Databases {
  /** The address of a database with this many synthetic entries, loaded unless it is already. */
  withEntries: (count: number) => Promise<string>;
  stop: () => Promise<void>;
}

/** As on a machine that has a little memory to spare; the defaults of PostgreSQL are for one that has none. */
const SETTINGS = ['shared_buffers=1GB', 'maintenance_work_mem=512MB', 'max_wal_size=4GB'];

/** Why a server does not answer, in a sentence without the password that its address may have; null where it does. */
export async function databaseFault(server: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: server });
  try {
    await client.connect();
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The database of --postgres cannot answer: ${reason}`;
  } finally {
    await client.end();
  }
}

async function createIfMissing(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** On a PostgreSQL server of its own, or on one that is kept between runs, so that loading need not be repeated. */
export async function openDatabases(kept: string | undefined): Promise<Databases> {
  const own = kept === undefined ? await startPostgres(SETTINGS) : null;
  const server = kept ?? own?.urlOf('postgres') ?? '';
  const sourced = await readRecord();
  return {
    withEntries: async (count) => {
      const url = await createIfMissing(server, `synthetic_${count}`);
      const engine = openPostgres({ url, isReadOnly: false, poolSize: 2, statementMs: 0 });
      const started = performance.now();
      const { progress, end } = createProgress();
      const record = toSyntheticRecord(sourced, count, progress);
      const { outcome } = await loadEdition(engine, record, progress);
      end();
      await engine.query('VACUUM ANALYZE');
      await engine.close();
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(
        `${count} entries: ${outcome !== 'there' ? `loaded in ${seconds} s` : 'are there'}`,
      );
      return url;
    },
    stop: async () => {
      await own?.stop();
    },
  };
}
