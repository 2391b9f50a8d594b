import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { Problem } from '#src/api/schemas/common.ts';
import { evidenceOf } from '#src/lib/accounts.ts';
import { EntryList, FieldSummary } from '#src/api/schemas/entries.ts';
import { Meeting } from '#src/api/schemas/meetings.ts';
import { HOSTILE_TEXTS } from './hostile-record.ts';
import { createHandler } from '../mock-handler.ts';
import { readRecord } from '../read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { LARGE_IN_BROWSER, type ScenarioId } from './scenarios.ts';
import { toSyntheticRecord } from './synthetic.ts';

const BASE = 'http://mock.test/api/v1';
const record = await readRecord();

const ask = (scenario: ScenarioId, path: string, signal?: AbortSignal) =>
  createHandler(record, { baseUrl: BASE, scenario })(
    new Request(`${BASE}${path}`, signal ? { signal } : {}),
  );
const totalOf = async (scenario: ScenarioId, path: string) =>
  ((await (await ask(scenario, path)).json()) as { total: number }).total;

describe('scenarios', () => {
  it('empty has a taxonomy and parties, and nothing else', async () => {
    for (const path of ['/meetings', '/entries', '/exchange-years', '/sources', '/calendar'])
      expect(await totalOf('empty', path)).toBe(0);
    expect(await (await ask('empty', '/fields')).json()).toEqual(record.fields);
  });

  it('one-meeting has the latest meeting with its entries', async () => {
    expect(await totalOf('one-meeting', '/meetings')).toBe(1);
    const latest = Math.max(...record.meetings.map(({ ordinal }) => ordinal));
    expect(await totalOf('one-meeting', '/entries')).toBe(
      record.entries.filter(({ meeting }) => meeting === latest).length,
    );
  });

  it('failing answers a problem for everything but the mechanism and its fields, every time', async () => {
    const handler = createHandler(record, { baseUrl: BASE, scenario: 'failing' });
    const get = (path: string) => handler(new Request(`${BASE}${path}`));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const response = await get('/entries');
      expect(response.status).toBe(503);
      expect(v.is(Problem, await response.json())).toBe(true);
    }
    expect((await get('/mechanism')).status).toBe(200);
    expect((await get('/fields')).status).toBe(200);
  });

  it.each([
    ['/entries', EntryList],
    ['/fields/summary', FieldSummary],
    ['/meetings/28', Meeting],
  ])('malformed breaks the contract at %s, with a 200', async (path, schema) => {
    const response = await ask('malformed', path);
    expect(response.status).toBe(200);
    expect(v.is(schema, await response.json())).toBe(false);
  });

  it('offline rejects like a network that cannot be reached', async () => {
    await expect(ask('offline', '/mechanism')).rejects.toThrow(TypeError);
  });

  it('slow stops waiting when the reader goes on', async () => {
    const reader = new AbortController();
    const asked = ask('slow', '/mechanism', reader.signal);
    reader.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('hanging answers nothing but the mechanism and its fields, until the reader goes on', async () => {
    expect((await ask('hanging', '/mechanism')).status).toBe(200);
    const reader = new AbortController();
    let isAnswered = false;
    const asked = ask('hanging', '/entries', reader.signal).finally(() => {
      isAnswered = true;
    });
    expect((await ask('hanging', '/fields')).status).toBe(200);
    expect(isAnswered).toBe(false);
    reader.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('outdated lacks what was added last, and says so with a problem', async () => {
    expect((await ask('outdated', '/entries')).status).toBe(200);
    const response = await ask('outdated', '/search?q=energy');
    expect(response.status).toBe(404);
    expect(v.is(Problem, await response.json())).toBe(true);
    expect((await ask('outdated', '/fields/summary?by=meeting')).status).toBe(200);
    const refused = await ask('outdated', '/fields/summary?by=meeting&split=kind');
    expect(refused.status).toBe(400);
    expect(v.parse(Problem, await refused.json()).parameter).toBe('split');
    const old = v.parse(EntryList, await (await ask('outdated', '/entries?meeting=28')).json());
    expect(old.items.some(({ evidence, translations }) => evidence ?? translations)).toBe(false);
    expect(old.items.map(evidenceOf).map(({ length }) => length)).toContain(1);
  });

  it('newer says more than this app knows, and its facets still agree with its lists', async () => {
    const summary = (await (await ask('newer', '/fields/summary?by=kind')).json()) as FieldSummary;
    const facet = summary.facets.kind.find(({ value }) => value === 'work-programme');
    expect(facet?.entries).toBeGreaterThan(0);
    expect(summary.columns.map(({ key }) => key)).toContain('work-programme');
    expect(await totalOf('newer', '/entries?kind=work-programme')).toBe(facet?.entries);
    const entries: unknown = await (await ask('newer', '/entries?kind=work-programme')).json();
    expect(entries).toHaveProperty('items.0.sinceVersion');
    expect(v.is(EntryList, entries)).toBe(true);
  });

  it('hostile keeps the contract, and every hostile text is somewhere in it', async () => {
    const { items, total } = v.parse(
      EntryList,
      await (await ask('hostile', '/entries?limit=200')).json(),
    );
    expect(total).toBe(record.entries.length);
    for (const text of HOSTILE_TEXTS)
      expect(
        items.some((entry) => entry.text.endsWith(text)),
        text,
      ).toBe(true);
    v.parse(Meeting, await (await ask('hostile', '/meetings/28')).json());
  });

  it('large is labelled as synthetic, and the same every time', async () => {
    expect(await totalOf('large', '/entries')).toBe(LARGE_IN_BROWSER);
    const again = toSyntheticRecord(record, 50);
    expect(again).toEqual(toSyntheticRecord(record, 50));
    expect(again.mechanism.name.en).toMatch(/synthetic/i);
    expect(again.mechanism.dataStatus).toBe('demonstration');
    expect(again.mechanism.dataVersion).not.toBe(record.mechanism.dataVersion);
  });

  it('give every version of the data its own name', async () => {
    const versions = await Promise.all(
      (['record', 'invented', 'empty', 'one-meeting', 'hostile', 'large'] as const).map(
        async (scenario) => {
          const { dataVersion } = (await (
            await ask(scenario, '/mechanism')
          ).json()) as RecordData['mechanism'];
          return dataVersion;
        },
      ),
    );
    expect(new Set(versions).size).toBe(versions.length);
  });
});
