import { execFile } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import type { RecordData } from '#engine/record/record.ts';
import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readInventedRecord } from '#mocks/scenarios/invented-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { toJunit } from '#conformance/format-report.ts';
import type { Send } from '#conformance/asker.ts';
import { overHttp, runConformance } from '#conformance/run-conformance.ts';
import { RICH_RECORD } from '#tests/fixtures/rich-record.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { startOn, type Started } from './backend.ts';
import { ENGINES, missingPostgres } from './engines.ts';
import { spoil, swapLast } from './fault-kinds.ts';
import { sendTo } from './faulty-backend.ts';

const BASE = 'http://backend.test/api/v1';
const ORIGIN = 'https://app.example';
const BOUNDS = { seed: 7, rounds: 40, maxRequests: 5000, maxSeconds: 200, origin: ORIGIN };
const record = await readRecord();

async function failuresOf(send: Send) {
  const { outcomes } = await runConformance({ send, ...BOUNDS });
  return outcomes.filter(({ result }) => result !== 'passed');
}

/** The mock of a record, in this process. */
const mockOf = (of: RecordData) => sendTo(createHandler(of, { baseUrl: BASE }), BASE);

describe('a backend that keeps the contract passes', () => {
  it('being the mock over HTTP', async () => {
    const mock = await startMockServer({ record, scenario: 'record', port: 0 });
    expect(await failuresOf(overHttp(mock.baseUrl))).toEqual([]);
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
      backend = await startOn(engine, { CORS_ORIGINS: ORIGIN });
    });
    afterAll(async () => {
      if (missing !== null) return;
      await backend.stop();
      await engine.close();
    });

    it('in everything', async ({ skip }) => {
      if (missing !== null) skip(missing);
      expect(await failuresOf(overHttp(backend.baseUrl))).toEqual([]);
    });
  });

  it('with more entries than are read whole, in all that can be held against each other', async () => {
    const large = toSyntheticRecord(record, 6000);
    const others = await failuresOf(mockOf(large));
    expect(others.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
    for (const outcome of others) expect(outcome).toMatchObject({ reason: 'too-many' });
  });

  it('with two meetings on one day, a year before one of its months, and a meeting in a third country', async () => {
    const dates = new Map([
      [9, '2004-09-24'],
      [10, '2004-09-24'],
      [15, '2010'],
      [16, '2010-10'],
      [17, '2010'],
    ]);
    const third = record.places.map((place) =>
      place.id === record.meetings[0]?.place ? { ...place, country: 'KZ' } : place,
    );
    const meetings = record.meetings.map((meeting) => ({
      ...meeting,
      date: dates.get(meeting.ordinal) ?? meeting.date,
    }));
    const entries = record.entries.filter((_, index) => index % 4 === 0);
    const legal = { ...record, meetings, entries, places: third };
    expect(await failuresOf(mockOf(legal))).toEqual([]);
  });

  it('with something of everything on record', async () => {
    expect(await failuresOf(mockOf(RICH_RECORD))).toEqual([]);
  });

  it('without a single entry or meeting', async () => {
    const empty = { ...record, meetings: [], entries: [] };
    const others = await failuresOf(mockOf(empty));
    expect(others.filter(({ result }) => result === 'failed')).toEqual([]);
  });
});

describe('a run', () => {
  it('asks the same questions for the same seed', async () => {
    const asked = async () => {
      const requests: string[] = [];
      const handler = createHandler(await readInventedRecord(), { baseUrl: BASE });
      const send = sendTo(handler, BASE, {
        name: 'listens',
        rule: 'schema',
        answer: ({ url }) => {
          requests.push(url);
          return null;
        },
      });
      await runConformance({ send, ...BOUNDS, rounds: 6 });
      return requests;
    };
    expect(await asked()).toEqual(await asked());
  });

  it('keeps to its bounds and says what it left out', async () => {
    const { outcomes, requests } = await runConformance({
      send: mockOf(record),
      ...BOUNDS,
      maxRequests: 50,
    });
    expect(requests).toBe(50);
    expect(outcomes.some(({ result }) => result === 'failed')).toBe(false);
    expect(outcomes.at(-1)).toMatchObject({
      result: 'skipped',
      reason: 'bounds',
      detail: expect.stringMatching(/used up/) as string,
    });
  });

  it('goes on where an answer has another shape, says the value, and finds what else is wrong', async () => {
    const handler = createHandler(await readInventedRecord(), { baseUrl: BASE });
    const people = spoil('people', 'schema', /^\/people$/, ({ items }) => {
      for (const item of items.slice(0, 1)) item['party'] = 'No Such Form';
    });
    const calendar = spoil('calendar', 'calendar', /^\/calendar$/, ({ items }) => swapLast(items));
    const send = sendTo(handler, BASE, {
      name: 'has two faults',
      rule: 'schema',
      answer: async (request, ask) =>
        (await people.answer(request, ask)) ?? (await calendar.answer(request, ask)),
    });
    const { outcomes } = await runConformance({ send, ...BOUNDS, rounds: 6 });
    const failed = outcomes.filter(({ result }) => result === 'failed');
    expect(failed).toContainEqual(
      expect.objectContaining({
        rule: 'schema',
        request: 'GET /people',
        finding: {
          kind: 'shape',
          values: {
            place: '/items/0/party',
            detail: expect.stringMatching(/"No Such Form"/) as string,
          },
        },
      }),
    );
    expect(failed).toContainEqual(expect.objectContaining({ rule: 'calendar' }));
    expect(outcomes.filter(({ result }) => result === 'passed').length).toBeGreaterThan(30);
  });

  it('goes on where a part cannot be read at all', async () => {
    const handler = createHandler(await readInventedRecord(), { baseUrl: BASE });
    const send = sendTo(handler, BASE, {
      name: 'has no people',
      rule: 'schema',
      answer: ({ url }) => (url.includes('/people') ? new Response('<p>', { status: 200 }) : null),
    });
    const { outcomes } = await runConformance({ send, ...BOUNDS, rounds: 6 });
    expect(outcomes.filter(({ result }) => result === 'passed').length).toBeGreaterThan(30);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ result: 'skipped', detail: 'people could not be read' }),
    );
  });

  it('does not end with 0 if checks were left out for want of requests, unless that is allowed', async () => {
    const mock = await startMockServer({ record, scenario: 'record', port: 0 });
    const run = (...more: string[]) =>
      new Promise<{ code: number | null; text: string }>((resolve) => {
        const args = ['conformance/cli.ts', '--url', mock.baseUrl, '--requests', '60'];
        execFile(process.execPath, [...args, ...more], (error, stdout) =>
          resolve({ code: error === null ? 0 : Number(error.code), text: stdout }),
        );
      });
    expect(await run()).toMatchObject({
      code: 1,
      text: expect.stringMatching(/\d+ left out for want of time or requests/) as string,
    });
    expect(await run('--allow-left-out')).toMatchObject({ code: 0 });
    await mock.close();
  });

  it('writes a report that build servers read', () => {
    const about = { name: 'a <name>', seconds: 0.25 };
    const text = toJunit([
      { ...about, rule: 'rule 1', result: 'passed' },
      { ...about, rule: 'tags', result: 'skipped', reason: 'bounds', detail: 'too late' },
      {
        ...about,
        rule: 'rule 2',
        result: 'failed',
        request: 'GET /x?a=1&b',
        finding: { kind: 'other', values: { detail: '"\u0000"' } },
      },
    ]);
    expect(text).toContain('tests="3" failures="1" skipped="1"');
    expect(text).toContain('name="a &lt;name&gt;"');
    expect(text).toContain('GET /x?a=1&amp;b');
    expect(text).not.toContain('\u0000');
  });
});
