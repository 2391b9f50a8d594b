import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';

import type { RecordData } from '#engine/record/record.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { startBalancer } from './balancer.ts';
import { cursorOf } from './cursor-in-answer.ts';
import { onFrom, startReaders } from './edition-readers.ts';
import { missingPostgres } from './engines.ts';
import { startLoader, startServerProcess } from './server-process.ts';
import { startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

const READERS = 3;
/** Six processes are started, two of them twice. */
const LONG_MS = 480_000;
const DATABASE = 'record';
const missing = missingPostgres();
const sourced = await readRecord();

const last = Math.max(...sourced.meetings.map(({ ordinal }) => ordinal));
const named = (dataVersion: string, record: RecordData): RecordData => ({
  ...record,
  mechanism: { ...record.mechanism, dataVersion },
});
/** The edition before has neither the last meeting nor as many entries. */
const old = named(
  'before',
  toSyntheticRecord(
    { ...sourced, meetings: sourced.meetings.filter(({ ordinal }) => ordinal !== last) },
    300,
  ),
);
const young = named('after', toSyntheticRecord(sourced, 400));
const OLD_LIST = '/entries?limit=2';
/** A list that is of the new edition only. */
const YOUNG_LIST = `/entries?meeting=${last}&limit=2`;

/** Loads while readers read, as an operator does: in a process of its own. */
async function load(database: TemporaryPostgres, record: RecordData): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-replicas-'));
  const file = path.join(folder, 'record.json');
  await writeFile(file, JSON.stringify(record));
  const loading = startLoader(database.urlOf(DATABASE), file);
  const code = await loading.ended;
  await rm(folder, { recursive: true });
  expect(code, loading.said()).toBe(0);
}

async function sql(database: TemporaryPostgres, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: database.urlOf(DATABASE) });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(statement);
  await client.end();
  return rows[0]?.answer;
}

/** A server of a database, on a port of its own; ended with the test unless it has been before. */
async function serve(database: TemporaryPostgres) {
  const server = await startServerProcess({
    DATABASE_URL: database.urlOf(DATABASE),
    // A busy machine is slow, not wrong.
    REQUEST_TIMEOUT_MS: '60000',
    SHUTDOWN_DELAY_MS: '0',
  });
  onTestFinished(async () => {
    await server.end('SIGTERM');
  });
  return server;
}

async function startAll() {
  // A replica that is away for long would ask for what the primary no longer keeps.
  const settings = ['wal_keep_size=512MB', 'wal_retrieve_retry_interval=100ms'];
  const primary = await startPostgres(settings);
  onTestFinished(primary.stop);
  const url = await primary.createDatabase(DATABASE);
  const engine = openPostgres({ url, isReadOnly: false, poolSize: 2, statementMs: 0 });
  await loadEdition(engine, old);
  await engine.close();
  const [lagging, dying] = (await primary.startReplicas(2)) as [
    TemporaryPostgres,
    TemporaryPostgres,
  ];
  for (const replica of [lagging, dying]) onTestFinished(replica.stop);
  const [behind, orphan, killed] = await Promise.all([
    serve(lagging),
    serve(dying),
    serve(primary),
  ]);
  const origins = [behind, orphan, killed].map(({ origin }) => origin);
  const balancer = await startBalancer(origins);
  onTestFinished(balancer.stop);
  return { primary, lagging, dying, behind, orphan, killed, origins, balancer };
}

async function ask(origin: string, address: string) {
  const response = await fetch(`${origin}/api/v1${address}`);
  const text = await response.text();
  return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
}
const versionAt = async ({ origin }: { origin: string }) =>
  /"dataVersion":"(\w+)"/.exec((await ask(origin, '/mechanism')).text)?.[1];
const readinessAt = async (origin: string) => (await fetch(`${origin}/readyz`)).status;

it(
  'a primary, two replicas and three servers mix no editions while one is loaded, and recover from crashes alone',
  async ({ skip }) => {
    if (missing !== null) skip(missing);
    const { primary, lagging, dying, behind, orphan, killed, origins, balancer } = await startAll();
    const readers = await startReaders(`${balancer.origin}/api/v1`, {
      records: [old, young],
      count: READERS,
    });
    onTestFinished(readers.stop);
    /** Waits until readers have read more of an edition, lists to their end among it, and none of them anything wrong. */
    const untilRead = async (version: string) => {
      const { walks, answers } = readers.done(version);
      const news = () => ({
        wrong: readers.wrong,
        isRead:
          readers.done(version).walks > walks + 1 && readers.done(version).answers > answers + 1,
      });
      await expect.poll(news).toEqual({ wrong: [], isRead: true });
    };
    await untilRead('before');

    // One replica stops following, as if the way to it were slow.
    await sql(lagging, 'SELECT pg_wal_replay_pause()');
    const paused = () => sql(lagging, 'SELECT pg_get_wal_replay_pause_state() AS answer');
    await expect.poll(paused).toBe('paused');
    const oldCursor = cursorOf((await ask(orphan.origin, OLD_LIST)).text);
    await load(primary, young);
    for (const server of [orphan, killed]) await expect.poll(() => versionAt(server)).toBe('after');
    expect(await versionAt(behind)).toBe('before');

    // A cursor of the edition before is refused; one of the new edition is not held against the client anywhere.
    const refused = await ask(orphan.origin, onFrom(OLD_LIST, oldCursor));
    expect(refused).toMatchObject({ status: 400, retryAfter: null });
    expect(refused.text).toContain('"parameter":"cursor"');
    const next = onFrom(YOUNG_LIST, cursorOf((await ask(orphan.origin, YOUNG_LIST)).text));
    const put = await ask(behind.origin, next);
    expect({ status: put.status, seconds: Number(put.retryAfter) > 0 }).toEqual({
      status: 503,
      seconds: true,
    });
    const page = await ask(orphan.origin, next);
    expect(page.status).toBe(200);
    for (const _ of origins) expect(await ask(balancer.origin, next)).toEqual(page);
    await untilRead('after');
    await expect.poll(readers.refused).toBeGreaterThan(0);

    // The other replica crashes, and the server at the primary: all that is left is behind.
    await Promise.all([dying.kill(), killed.end('SIGKILL')]);
    await expect.poll(() => readinessAt(orphan.origin)).toBe(503);
    expect((await fetch(`${orphan.origin}/healthz`)).status).toBe(200);
    await untilRead('before');
    await sql(lagging, 'SELECT pg_wal_replay_resume()');
    await expect.poll(() => versionAt(behind)).toBe('after');
    await untilRead('after');

    // Both are started again, as a supervisor does, and nothing else is done.
    await dying.start();
    origins[2] = (await serve(primary)).origin;
    for (const origin of origins) {
      await expect.poll(() => readinessAt(origin)).toBe(200);
      await expect.poll(() => versionAt({ origin })).toBe('after');
    }
    const taken = [...balancer.taken];
    await expect
      .poll(() => balancer.taken.every((count, place) => count > (taken[place] ?? 0)))
      .toBe(true);
    await untilRead('after');
    await readers.stop();
    expect(readers.wrong).toEqual([]);
  },
  LONG_MS,
);
