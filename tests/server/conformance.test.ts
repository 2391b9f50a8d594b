import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/synthetic.ts';
import { toJunit } from '#server/conformance/format-report.ts';
import { runConformance } from '#server/conformance/run-conformance.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { startOn, type Started } from './backend.ts';
import { ENGINES, missingPostgres } from './engines.ts';
import { startFaulty } from './faulty-backend.ts';

const BASE = 'http://backend.test/api/v1';
const BOUNDS = { seed: 7, rounds: 40, maxRequests: 3000, maxSeconds: 100 };
const record = await readRecord();

async function failuresOf(url: string) {
  const { outcomes } = await runConformance({ url, ...BOUNDS });
  return outcomes.filter(({ result }) => result !== 'passed');
}

describe('a backend that keeps the contract passes', () => {
  it('being the mock over HTTP', async () => {
    const mock = await startMockServer({ record, scenario: 'record', port: 0 });
    expect(await failuresOf(mock.baseUrl)).toEqual([]);
    await mock.close();
  });

  describe.each(ENGINES)('being the server on %s', (name, open) => {
    const missing = name === 'postgresql' ? missingPostgres() : null;
    let engine: Engine;
    let backend: Started;
    beforeAll(async () => {
      if (missing !== null) return;
      engine = await open();
      await loadEdition(engine, record);
      backend = await startOn(engine);
    });
    afterAll(async () => {
      if (missing !== null) return;
      await backend.stop();
      await engine.close();
    });

    it('in everything', async ({ skip }) => {
      if (missing !== null) skip(missing);
      expect(await failuresOf(backend.baseUrl)).toEqual([]);
    });
  });

  it('with more entries than are read whole, in all that can be held against each other', async () => {
    const large = toSyntheticRecord(record, 6000);
    const mock = await startMockServer({ record: large, scenario: 'record', port: 0 });
    const others = await failuresOf(mock.baseUrl);
    expect(others.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
    for (const outcome of others)
      expect(outcome).toMatchObject({ reason: expect.stringMatching(/too many/) as string });
    await mock.close();
  });

  it('without a single entry or meeting', async () => {
    const empty = { ...record, meetings: [], entries: [] };
    const mock = await startMockServer({ record: empty, scenario: 'record', port: 0 });
    const others = await failuresOf(mock.baseUrl);
    expect(others.filter(({ result }) => result === 'failed')).toEqual([]);
    await mock.close();
  });
});

describe('a run', () => {
  it('asks the same questions for the same seed', async () => {
    const asked = async () => {
      const requests: string[] = [];
      const handler = createHandler(record, { baseUrl: BASE });
      const backend = await startFaulty(handler, BASE, {
        name: 'listens',
        rule: 'schema',
        answer: ({ url }) => {
          requests.push(url);
          return null;
        },
      });
      await runConformance({ url: backend.url, ...BOUNDS, rounds: 6 });
      await backend.close();
      return requests;
    };
    expect(await asked()).toEqual(await asked());
  });

  it('keeps to its bounds and says what it left out', async () => {
    const mock = await startMockServer({ record, scenario: 'record', port: 0 });
    const { outcomes, requests } = await runConformance({
      url: mock.baseUrl,
      ...BOUNDS,
      maxRequests: 50,
    });
    expect(requests).toBe(50);
    expect(outcomes.some(({ result }) => result === 'failed')).toBe(false);
    expect(outcomes.at(-1)).toMatchObject({
      result: 'skipped',
      reason: expect.stringMatching(/used up/) as string,
    });
    await mock.close();
  });

  it('writes a report that build servers read', () => {
    const about = { name: 'a <name>', seconds: 0.25 };
    const text = toJunit([
      { ...about, rule: 'rule 1', result: 'passed' },
      { ...about, rule: 'tags', result: 'skipped', reason: 'too late' },
      {
        ...about,
        rule: 'rule 2',
        result: 'failed',
        request: 'GET /x?a=1&b',
        difference: '"\u0000"',
      },
    ]);
    expect(text).toContain('tests="3" failures="1" skipped="1"');
    expect(text).toContain('name="a &lt;name&gt;"');
    expect(text).toContain('GET /x?a=1&amp;b');
    expect(text).not.toContain('\u0000');
  });
});
