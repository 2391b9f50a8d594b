import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { openPostgres } from '#server/database/postgres-engine.ts';
import { missingPostgres } from './engines.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

const CLIENTS = 20;
const ADDRESSES = [
  '/entries?limit=5',
  '/fields/summary?field=energy',
  '/meetings',
  '/search?q=gas',
];
const missing = missingPostgres();

let database: TemporaryPostgres;
let server: ServerProcess;

type Answered = { status: number; type: string | null; retryAfter: string | null };

/** Clients that go on asking until they are told to stop, and what each answer was. */
function keepAsking() {
  const answers: Answered[] = [];
  const end = new AbortController();
  const client = async (number: number) => {
    for (let asked = number; !end.signal.aborted; asked += 1) {
      const response = await fetch(`${server.baseUrl}${ADDRESSES[asked % ADDRESSES.length]}`);
      await response.arrayBuffer();
      const { status, headers } = response;
      answers.push({
        status,
        type: headers.get('content-type'),
        retryAfter: headers.get('retry-after'),
      });
      await wait(5);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return {
    answers,
    stop: () => {
      end.abort();
      return clients;
    },
  };
}

const statusOf = async (path: string) => (await fetch(`${server.origin}${path}`)).status;

describe('a database that is killed under the server', () => {
  beforeEach(({ skip }) => {
    if (missing !== null) skip(missing);
  });
  beforeAll(async () => {
    if (missing !== null) return;
    database = await startPostgres();
    const url = await database.createDatabase('record');
    const engine = openPostgres({ url, isReadOnly: false, poolSize: 2, statementMs: 0 });
    await loadEdition(engine, await readRecord());
    await engine.close();
    server = await startServerProcess({ DATABASE_URL: url, DATABASE_POOL: '4' });
  });
  afterAll(async () => {
    if (missing !== null) return;
    await server.end('SIGTERM');
    await database.stop();
  });

  it('is 503 with a problem meanwhile, and needs no restart of the server', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { answers, stop } = keepAsking();
      await expect.poll(() => answers.length).toBeGreaterThan(CLIENTS);
      await database.kill();
      const whole = answers.length;
      await expect.poll(() => answers.length - whole).toBeGreaterThan(2 * CLIENTS);
      expect(await statusOf('/readyz')).toBe(503);
      expect(await statusOf('/healthz')).toBe(200);
      await database.start();
      await expect.poll(() => statusOf('/readyz')).toBe(200);
      const back = answers.length;
      await expect.poll(() => answers.length - back).toBeGreaterThan(2 * CLIENTS);
      await stop();
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
      expect(new Set(answers.slice(-CLIENTS).map(({ status }) => status))).toEqual(new Set([200]));
      for (const { type, retryAfter } of answers.filter(({ status }) => status === 503)) {
        expect(type).toBe('application/problem+json');
        expect(retryAfter).toMatch(/^\d+$/);
      }
    }
  });
});
