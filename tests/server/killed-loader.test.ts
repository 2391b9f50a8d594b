import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createRandom } from '#src/lib/random.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { startOn, type Started } from './backend.ts';
import { createDatabase, missingPostgres } from './engines.ts';
import { startLoader } from './server-process.ts';

const KILLS = 6;
const missing = missingPostgres();
const sourced = await readRecord();

let url = '';
let folder = '';
let backend: Started;

async function writeRecord(name: string, record: RecordData): Promise<string> {
  const file = path.join(folder, `${name}.json`);
  const mechanism = { ...record.mechanism, dataVersion: name };
  await writeFile(file, JSON.stringify({ ...record, mechanism }));
  return file;
}

async function load(file: string) {
  const loading = startLoader(url, file);
  return { code: await loading.ended, said: loading.said() };
}

/** What is served, as far as it says which edition it is of. */
async function served() {
  const ask = async (at: string) =>
    (await (await fetch(`${backend.baseUrl}${at}`)).json()) as Record<string, unknown>;
  const [mechanism, entries, summary] = await Promise.all([
    ask('/mechanism'),
    ask('/entries?limit=1'),
    ask('/fields/summary'),
  ]);
  const { entries: counted } = summary['total'] as { entries: number };
  return { version: mechanism['dataVersion'], listed: entries['total'], counted };
}

const editionsOf = (sql: ReturnType<typeof openPostgres>) =>
  sql.query<{ nspname: string }>(
    "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'edition%' ORDER BY nspname",
  );

describe('npm run server:load', () => {
  let engine: ReturnType<typeof openPostgres>;
  const old = toSyntheticRecord(sourced, 400);
  const isOld = { version: 'old', listed: 400, counted: 400 };

  beforeEach(({ skip }) => {
    if (missing !== null) skip(missing);
  });
  beforeAll(async () => {
    if (missing !== null) return;
    url = await createDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'communique-load-'));
    engine = openPostgres({ url, isReadOnly: true, poolSize: 4, statementMs: 10_000 });
    backend = await startOn(engine);
  });
  afterAll(async () => {
    if (missing !== null) return;
    await backend.stop();
    await engine.close();
    await rm(folder, { recursive: true });
  });

  it('loads a file once: the same again changes nothing', async () => {
    const file = await writeRecord('old', old);
    expect(await load(file)).toEqual({ code: 0, said: 'Data version old: loaded.\n' });
    expect(await served()).toEqual(isOld);
    const before = await editionsOf(engine);
    expect(await load(file)).toEqual({ code: 0, said: 'Data version old: is already there.\n' });
    expect(await editionsOf(engine)).toEqual(before);
  });

  it('refuses another content under a version that is there', async () => {
    const { code, said } = await load(await writeRecord('old', toSyntheticRecord(sourced, 401)));
    expect(code).toBe(1);
    expect(said).toContain('a changed record needs a version of its own');
    expect(await served()).toEqual(isOld);
  });

  it('refuses a bad file as a whole, and lists every error with its path', async () => {
    const [first, second, ...rest] = old.entries;
    const bad = {
      ...old,
      meetings: old.meetings.map((meeting, index) =>
        index === 2 ? { ...meeting, date: '2023-02-30' } : meeting,
      ),
      entries: [{ ...first, kind: 'rumour' }, { ...second, fields: [] }, ...rest],
    } as unknown as RecordData;
    const { code, said } = await load(await writeRecord('bad', bad));
    expect(code).toBe(1);
    for (const place of ['meetings.json $[2].date', 'entries.json $[0].kind', '$[1].fields'])
      expect(said).toContain(place);
    expect(said).toContain('3 errors; nothing was loaded.');
    expect(await served()).toEqual(isOld);
  });

  it('killed at any moment, leaves the old edition served whole', async () => {
    const file = await writeRecord('new', toSyntheticRecord(sourced, 3000));
    const random = createRandom(6);
    const editions = await editionsOf(engine);
    const hasBegun = () =>
      engine
        .query(
          "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%INTO edition_2.%'",
        )
        .then((rows) => rows.length > 0);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const loading = startLoader(url, file);
      // The first ones die while they read; the others at some statement of the load.
      if (kill > 1) await expect.poll(hasBegun, { interval: 5 }).toBe(true);
      for (let asked = Math.floor(random.next() * 25); asked > 0; asked -= 1)
        expect(await served()).toEqual(isOld);
      loading.kill();
      await loading.ended;
      expect(await served()).toEqual(isOld);
      await expect.poll(() => editionsOf(engine)).toEqual(editions);
    }
    const { said } = await load(file);
    expect(said).toBe('Data version new: loaded.\n');
    expect(await served()).toEqual({ version: 'new', listed: 3000, counted: 3000 });
  });
});
