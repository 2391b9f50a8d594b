import { afterAll, beforeAll, expect, it } from 'vitest';

import type { RecordData } from '#engine/record/record.ts';
import { createHandler as createEngine } from '#engine/requests/answer-requests.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { createHandler } from '#server/http/backend-handler.ts';
import { startOn } from './backend.ts';
import { cursorOf, withoutCursor } from './cursor-in-answer.ts';

const BASE = 'http://backend.test/api/v1';
const record = await readRecord();
const named = (dataVersion: string, entries: RecordData['entries']): RecordData => ({
  ...record,
  mechanism: { ...record.mechanism, dataVersion },
  entries,
});

let engine: Engine;
beforeAll(async () => {
  engine = await openPglite();
});
afterAll(() => engine.close());

it('lays a record out anew after a release that lays it out otherwise, and serves no rows of another', async () => {
  expect((await loadEdition(engine, record)).outcome).toBe('loaded');
  expect((await loadEdition(engine, record)).outcome).toBe('there');
  const backend = await startOn(engine);
  const ready = async () => (await fetch(`${backend.origin}/readyz`)).status;
  expect(await ready()).toBe(200);
  // As another release would have left it.
  await engine.query("UPDATE communique.edition SET layout = 'another'");
  expect(await ready()).toBe(503);
  expect((await fetch(`${backend.baseUrl}/entries`)).status).toBe(503);
  const renewed = await loadEdition(engine, record);
  expect(renewed.outcome).toBe('renewed');
  expect(await ready()).toBe(200);
  // The other release goes on with its own rows until it is replaced.
  const editions = await engine.query('SELECT layout FROM communique.edition ORDER BY id');
  expect(editions).toHaveLength(2);
  expect(editions[0]).toEqual({ layout: 'another' });
  expect((await loadEdition(engine, record)).outcome).toBe('there');
  await backend.stop();
});

/** A server of its own on this database, and what it answers. */
function serve(served: Engine) {
  const handler = createHandler({ engine: served, secret: 'of here', cacheCharacters: 1_000_000 });
  return async (address: string) => {
    const { response } = await handler(new Request(`${BASE}${address}`));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

it('does not take an edition for one that a database has lost, under whose number and version it came', async () => {
  const ask = serve(engine);
  const list = '/entries?limit=5';
  const { namespace } = await loadEdition(engine, named('next', record.entries.slice(0, 40)));
  const before = await ask(list);
  const cursor = cursorOf(before.text);
  // As on a replica that becomes the primary before the edition has arrived there.
  await engine.query(`DROP SCHEMA ${namespace} CASCADE`);
  await engine.query('DELETE FROM communique.edition WHERE namespace = $1', [namespace]);
  const { fields, groups } = record.fields;
  const other: RecordData = {
    ...named('next', record.entries.slice(10, 50)),
    fields: { groups, fields: fields.toReversed() },
  };
  expect((await loadEdition(engine, other)).namespace).toBe(namespace);
  const after = await ask(list);
  const inPage = createEngine(other, { baseUrl: BASE });
  const expected = await (await inPage(new Request(`${BASE}${list}`))).text();
  expect(withoutCursor(after.text)).toBe(withoutCursor(expected));
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  expect((await ask(`${list}&cursor=${cursor}`)).status).toBe(400);
});

it('is to be asked again while the tables of an edition have not come yet', async () => {
  const { namespace } = await loadEdition(engine, named('late', record.entries.slice(0, 20)));
  let isBehind = true;
  const ask = serve({
    ...engine,
    query: (text, values) =>
      isBehind && text.includes(`${namespace}.`)
        ? Promise.reject(Object.assign(new Error('no such relation'), { code: '42P01' }))
        : engine.query(text, values),
  });
  const early = await ask('/entries');
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toMatch(/^\d+$/);
  isBehind = false;
  expect((await ask('/entries')).status).toBe(200);
});
