import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { type Attack, generateAttacks } from './attacks.ts';
import { startOn, type Started } from './backend.ts';
import { ENGINES, missingPostgres } from './engines.ts';
import { withoutCursor } from './cursor-in-answer.ts';

const COUNT = 4000;
const CLIENTS = 24;
/** What no answer may tell of the inside; what was asked stands in a problem document, so statements may. */
const INTERNALS = /edition_\d|pg_catalog|syntax error|relation "|node_modules|\.ts:\d|of the house/;

const record = await readRecord();
const plainly = createHandler(record, { baseUrl: 'http://plain.test/api/v1' });
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const good = [
  ...idsOf(record.fields.fields).slice(0, 5),
  ...idsOf(record.sources).slice(0, 5),
  ...idsOf(record.exchangeYears).slice(0, 5),
  'china',
  'joint',
  '28',
  '2019',
  '2023-12',
  'agreement',
  'energy',
  'kind',
  'verified',
];

let engine: Engine;
let backend: Started;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-attacks-'));
  await mkdir(path.join(folder, 'app'));
  await writeFile(path.join(folder, 'secret.txt'), 'of the house');
  await writeFile(path.join(folder, 'app/index.html'), '<!doctype html><title>App</title>');
  const wanted = missingPostgres() === null ? 'postgresql' : 'pglite';
  engine = await ENGINES.find(([name]) => name === wanted)![1]();
  await loadEdition(engine, record);
  backend = await startOn(engine, { APP_FOLDER: path.join(folder, 'app') });
});
afterAll(async () => {
  await backend.stop();
  await engine.close();
  await rm(folder, { recursive: true });
});

type Reply = { status: number; headers: IncomingHttpHeaders; text: string };

function send(attack: Extract<Attack, { kind: 'request' }>, agent: Agent): Promise<Reply> {
  const { port } = new URL(backend.origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...attack, agent, host: '127.0.0.1', port }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        const { headers, statusCode: status = 0 } = incoming;
        const isPacked = headers['content-encoding'] === 'gzip' && body.length > 0;
        resolve({ status, headers, text: (isPacked ? gunzipSync(body) : body).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** Everything that comes back before the server closes. */
function sendBytes(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(backend.origin).port), '127.0.0.1', () =>
      socket.write(bytes),
    );
    socket.on('data', (chunk) => (text += chunk.toString()));
    // A server that refuses bytes before it has read them all resets: what it said has come by then, or is lost.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

/** What a reading of the record without any database answers; cursors are each backend's own. */
async function expectPlainReading(
  { path: address, method }: { path: string; method: string },
  reply: Reply,
) {
  const url = new URL(`http://plain.test${address}`);
  if (url.searchParams.has('cursor') || !url.pathname.startsWith('/api/v1/')) return;
  const due = await plainly(new Request(url, { method }));
  expect(reply.status, `${address}: ${reply.text.slice(0, 200)}`).toBe(due.status);
  if (due.status === 200 && method === 'GET')
    expect(withoutCursor(reply.text), address).toBe(withoutCursor(await due.text()));
}

async function attackOnce(attack: Attack, agent: Agent): Promise<number[]> {
  if (attack.kind === 'bytes') {
    const text = await sendBytes(attack.bytes);
    expect(text).not.toMatch(INTERNALS);
    return [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  }
  const reply = await send(attack, agent);
  expect(reply.headers, attack.path).not.toHaveProperty('set-cookie');
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
  if (reply.status >= 400) expect(reply.text, attack.path).not.toMatch(INTERNALS);
  if (['GET', 'HEAD'].includes(attack.method) && ![304, 431].includes(reply.status))
    await expectPlainReading(attack, reply);
  return [reply.status];
}

it(`${COUNT} hostile requests fail nothing, learn nothing, and are a line each in the log`, async () => {
  const attacks = generateAttacks(20, COUNT, good);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const counts = new Map<number, number>();
  const client = async () => {
    for (const attack of attacks)
      for (const status of await attackOnce(attack, agent))
        counts.set(status, (counts.get(status) ?? 0) + 1);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  expect([...counts.keys()].filter((status) => status >= 500)).toEqual([]);
  for (const status of [200, 400, 404, 405]) expect(counts.get(status)).toBeGreaterThan(50);
  const lines = backend.lines();
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('status');
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  expect(lines).toHaveLength(answered);
  expect(lines.join('')).not.toMatch(/[\u0080-\u009f\u2028\u2029\r]/);
  expect((await fetch(`${backend.baseUrl}/entries`)).status).toBe(200);
}, 480_000);
