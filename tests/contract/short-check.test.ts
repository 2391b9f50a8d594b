/** The short check that runs in the page, held against backends that keep the contract and others that do not. */
import { describe, expect, it } from 'vitest';

import { runCheck, type Report } from '#conformance/short-check.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { withHeaders } from '#tests/server/fault-kinds.ts';
import type { Fault } from '#tests/server/faulty-backend.ts';
import { FAULTS } from './short-check-faults.ts';

const BASE = 'http://backend.test/api/v1';
const MOST_REQUESTS = 64;
const record = await readRecord();
/** Something of each kind, in a quarter of the entries: what a check finds it finds among few too. */
const small = { ...record, entries: record.entries.filter((_, index) => index % 4 === 0) };
const right = createHandler(small, { baseUrl: BASE });

function check(handler: Handler, signal = new AbortController().signal): Promise<Report> {
  return runCheck({
    send: (path, { headers = {}, signal: own }) =>
      handler(new Request(`${BASE}${path}`, { headers, ...(own && { signal: own }) })),
    isOtherSite: false,
    signal,
  });
}

const spoilt =
  ({ answer }: Pick<Fault, 'answer'>): Handler =>
  async (request) =>
    (await answer(request, (address, init) => right(new Request(`${BASE}${address}`, init)))) ??
    right(request);

const idsThat = (report: Report, result: string) =>
  report.outcomes.filter((one) => one.result === result).map(({ id }) => id);

describe('a backend that keeps the contract', () => {
  it.each<[string, RecordData]>([
    ['the record', record],
    ['another mechanism', OTHER_MECHANISM],
    ['more entries than one answer holds', toSyntheticRecord(record, 2500)],
  ])('fails nothing, within the bounds: %s', async (_name, held) => {
    const report = await check(createHandler(held, { baseUrl: BASE }));
    expect(report.outcomes.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(report.requests).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(idsThat(report, 'passed').length).toBeGreaterThan(25);
    expect(report.outcomes).not.toContainEqual(expect.objectContaining({ reason: 'bounds' }));
  });

  it('passes everything where the record has something of each kind', async () => {
    expect(idsThat(await check(right), 'skipped')).toEqual([]);
  });

  it('is not blamed for having nothing on record', async () => {
    const empty = createHandler(record, { baseUrl: BASE, scenario: 'empty' });
    const report = await check(empty);
    expect(idsThat(report, 'failed')).toEqual([]);
    const skipped = report.outcomes.filter(({ result }) => result === 'skipped');
    expect(skipped.length).toBeGreaterThan(5);
    for (const outcome of skipped) expect(outcome).toMatchObject({ reason: 'nothing-on-record' });
  });
});

describe('a backend that breaks one thing', () => {
  it.each(FAULTS.map(([id, fault]) => [fault.name, id, fault] as const))(
    'is found out if it %s: %s',
    async (_name, id, fault) => {
      const report = await check(spoilt(fault));
      const found = report.outcomes.find((one) => one.id === id);
      expect(found).toMatchObject({ result: 'failed' });
      expect(found).toHaveProperty('request', expect.stringMatching(/^GET \//));
    },
  );

  it('is held against all that does not need the entries, where these cannot be read', async () => {
    const report = await check(
      spoilt({
        answer: ({ url }) =>
          url.endsWith('/entries?limit=500')
            ? Response.json({ items: 42, total: 9, nextCursor: null })
            : null,
      }),
    );
    expect(idsThat(report, 'failed')).toEqual(['/entries']);
    const others = ['meeting-order', 'other-ids', 'ordinals', 'totals', 'tags', 'calendar-span'];
    expect(idsThat(report, 'passed')).toEqual(expect.arrayContaining(others));
    expect(report.outcomes.find(({ id }) => id === 'recount')).toMatchObject({
      result: 'skipped',
      reason: 'needs-other',
    });
  });

  it('fails everything without an answer, and says so of every path', async () => {
    const report = await check(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(idsThat(report, 'passed')).toEqual([]);
    const [first] = report.outcomes;
    expect(first).toMatchObject({ result: 'failed', finding: { kind: 'no-answer' } });
  });
});

describe('a run', () => {
  it('tells how far it is, check by check', async () => {
    const told: number[] = [];
    const { outcomes } = await runCheck({
      send: (path) => right(new Request(`${BASE}${path}`)),
      isOtherSite: false,
      signal: new AbortController().signal,
      onProgress: ({ done }) => told.push(done),
    });
    expect(told).toEqual(outcomes.map((_outcome, index) => index + 1));
  });

  it('ends when it is stopped, and says what was left out', async () => {
    const stop = new AbortController();
    let asked = 0;
    const report = await check((request) => {
      asked += 1;
      if (asked === 12) stop.abort();
      return right(request);
    }, stop.signal);
    expect(asked).toBeLessThan(20);
    expect(idsThat(report, 'failed')).toEqual([]);
    expect(report.outcomes.at(-1)).toMatchObject({ result: 'skipped', reason: 'stopped' });
  });

  it('keeps to its bounds', async () => {
    const bounds = { requests: 20, seconds: 30 };
    const send = (path: string) => right(new Request(`${BASE}${path}`));
    const { signal } = new AbortController();
    const report = await runCheck({ send, isOtherSite: false, signal, bounds });
    expect(report.requests).toBe(20);
    expect(idsThat(report, 'failed')).toEqual([]);
    expect(report.outcomes).toContainEqual(expect.objectContaining({ reason: 'bounds' }));
  });

  it('does not blame another site for tags that the browser may not show', async () => {
    const hiding: Handler = async (request) =>
      withHeaders(await right(request), (headers) => headers.delete('etag'));
    const report = await runCheck({
      send: (path) => hiding(new Request(`${BASE}${path}`)),
      isOtherSite: true,
      signal: new AbortController().signal,
    });
    const tags = report.outcomes.find(({ id }) => id === 'tags');
    expect(tags).toMatchObject({ result: 'skipped', reason: 'hidden-tag' });
    expect(idsThat(report, 'failed')).toEqual([]);
  });
});
