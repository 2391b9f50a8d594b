import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { READER } from '#server/edition/migrations.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { openEngine } from '#server/database/open-engine.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { configOf, startOn } from './backend.ts';
import { createDatabase, missingPostgres } from './engines.ts';

const LOGIN = 'communique_web';
const missing = missingPostgres();

let url = '';
let owner: Engine;

const openServing = (environment: Record<string, string> = {}) =>
  openEngine(configOf({ DATABASE_URL: url, ...environment }), 'serving');

/** Holds every table of entries, so that whoever reads one waits. */
async function holdEntries() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE edition_1.entry, edition_1.tally IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}

describe('serving from PostgreSQL', () => {
  beforeEach(({ skip }) => {
    if (missing !== null) skip(missing);
  });
  beforeAll(async () => {
    if (missing !== null) return;
    url = await createDatabase();
    owner = openPostgres({ url, isReadOnly: false, poolSize: 2, statementMs: 0 });
    await loadEdition(owner, await readRecord());
    await owner.query(
      `DO $$ BEGIN CREATE ROLE ${LOGIN} LOGIN IN ROLE ${READER}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
  });
  afterAll(() => (missing === null ? owner.close() : undefined));

  it.each([
    ['as a login that is a reader', () => ({ DATABASE_URL: url.replace('owner@', `${LOGIN}@`) })],
    ['as the owner in the role of a reader', () => ({ DATABASE_ROLE: READER })],
  ])('reads everything and can write nothing, %s', async (_how, environment) => {
    const engine = await openServing(environment());
    const backend = await startOn(engine);
    for (const at of [
      '/mechanism',
      '/entries',
      '/fields/summary',
      '/sources?to=2015',
      '/search?q=a',
    ])
      expect((await fetch(`${backend.baseUrl}${at}`)).status, at).toBe(200);
    await backend.stop();
    const tables = await owner.query<{ name: string }>(
      "SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname LIKE 'edition%' OR schemaname = 'communique'",
    );
    expect(tables.length).toBeGreaterThan(10);
    const attempts = [
      ...tables.flatMap(({ name }) => [
        `DELETE FROM ${name}`,
        `TRUNCATE ${name}`,
        `DROP TABLE ${name}`,
        `INSERT INTO ${name} SELECT * FROM ${name}`,
      ]),
      'CREATE TABLE communique.mine (id int)',
      'CREATE TABLE edition_1.mine (id int)',
      'CREATE TABLE public.mine (id int)',
      'CREATE SCHEMA mine',
    ];
    for (const attempt of attempts) {
      await expect(engine.query(attempt), attempt).rejects.toThrow(/read-only transaction/);
      // Also for whoever gets past the transaction's own mode.
      const openly = engine.transaction(async (sql) => {
        await sql.query('SET TRANSACTION READ WRITE');
        await sql.query(attempt);
      });
      await expect(openly, attempt).rejects.toThrow(/permission denied|must be owner/);
    }
    await engine.close();
  });

  it('opens no more connections than it may, and lets the other requests wait', async () => {
    const engine = await openServing({ DATABASE_POOL: '3' });
    const backend = await startOn(engine);
    await (await fetch(`${backend.baseUrl}/mechanism`)).text();
    const letGo = await holdEntries();
    const asked = Array.from({ length: 30 }, (_, number) =>
      fetch(`${backend.baseUrl}/entries?limit=${number + 1}`),
    );
    await expect.poll(() => engine.connections().waiting).toBeGreaterThan(20);
    const [open] = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'communique'`,
    );
    expect(engine.connections().total).toBe(3);
    expect(open?.n).toBeLessThanOrEqual(3 + owner.connections().total);
    const metrics = backend.metrics.toText();
    expect(metrics).toContain('communique_database_connections{state="busy"} 3');
    await letGo();
    for (const response of await Promise.all(asked)) expect(response.status).toBe(200);
    await backend.stop();
    await engine.close();
  });

  it('ends a statement that takes too long: 503, and nothing of it runs on', async () => {
    const engine = await openServing({ STATEMENT_TIMEOUT_MS: '100' });
    const backend = await startOn(engine);
    const letGo = await holdEntries();
    const response = await fetch(`${backend.baseUrl}/entries`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const running = () =>
      owner.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%edition_1.%' AND pid <> pg_backend_pid()",
      );
    await expect.poll(running).toEqual([]);
    await letGo();
    // On a busy machine a usual question may take longer than so short a limit, too.
    await expect.poll(async () => (await fetch(`${backend.baseUrl}/entries`)).status).toBe(200);
    await backend.stop();
    await engine.close();
  });
});
