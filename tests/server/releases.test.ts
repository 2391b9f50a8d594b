import { afterAll, beforeAll, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { startOn } from './backend.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openPglite();
});
afterAll(() => engine.close());

it('lays a record out anew after a release that lays it out otherwise, and serves no rows of another', async () => {
  const record = await readRecord();
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
