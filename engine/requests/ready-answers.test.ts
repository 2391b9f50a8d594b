import { describe, expect, it } from 'vitest';

import { belowOf } from '#src/api/first-answers.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { answerFirst } from '../files/first-answers.ts';
import { createReadyAnswers } from './ready-answers.ts';

const BASE = 'http://app.test/below/api/v1';
const record = await readRecord();
const engine = createHandler(record, { baseUrl: BASE });
const views = await answerFirst(record);

const dayAfter = (day: string) =>
  new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10);
const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10);

/** The ready answers of a view, as they are when all its files have come. */
function readyFor(view: string) {
  const first = views.get(view);
  if (!first) throw new Error(`There are none for ${view}`);
  const answersBelow = () => Promise.resolve(views.get(belowOf(view))?.answers ?? null);
  return { first, ready: createReadyAnswers(BASE, { ...first, answersBelow }) };
}

async function whole(response: Response) {
  return { status: response.status, headers: [...response.headers], text: await response.text() };
}

describe('the answers that the build makes ready', () => {
  it('are there for the overview, the fields, the calendar and every meeting', () => {
    const paths = record.meetings.map(({ ordinal }) => `meetings/${ordinal}`);
    const below = ['calendar', 'overview'].map(belowOf);
    expect([...views.keys()].toSorted()).toEqual(
      ['calendar', 'every-view', 'fields', 'overview', ...below, ...paths].toSorted(),
    );
  });

  it('are what the engine answers, to the letter, whatever the day', async () => {
    let days = 0;
    const seen = new Set<string>();
    for (const view of views.keys()) {
      const { first, ready } = readyFor(view);
      expect(Object.keys(first.answers).length).toBeGreaterThanOrEqual(
        view.endsWith('-below') ? 1 : 4,
      );
      const below = views.get(belowOf(view))?.answers ?? {};
      for (const question of [...Object.keys(first.answers), ...Object.keys(below)]) {
        if (seen.has(question)) continue;
        seen.add(question);
        const address = new URL(`${BASE}${question}`);
        const to = address.searchParams.get('to');
        const asked = to === null ? [null] : [to, dayAfter(to), '2026-11-28', '2199-12-31'];
        for (const day of asked) {
          if (day !== null) address.searchParams.set('to', day);
          days += Number(day !== null);
          const own = await ready(new Request(address));
          expect(own, address.href).not.toBeNull();
          if (own)
            expect(await whole(own)).toEqual(await whole(await engine(new Request(address))));
        }
      }
    }
    expect(days).toBeGreaterThan(4);
  });

  it('leave every other question to the engine', async () => {
    const { first, ready } = readyFor('fields');
    const before = dayBefore(first.through);
    for (const question of [
      `/fields/summary?by=kind&to=${before}`,
      `/fields/summary?by=kind&to=${before.slice(0, 4)}`,
      '/fields/summary?by=kind',
      '/fields/summary?by=kind&to=2199-13-45',
      `/fields/summary?by=kind&by=kind&to=${first.through}`,
      `/fields/summary?by=kind&to=${first.through}&to=${before}`,
      '/mechanism?x=1',
      '/toString',
      '/nothing',
    ])
      expect(await ready(new Request(`${BASE}${question}`)), question).toBeNull();
    expect(await ready(new Request('http://app.test/api/v1/mechanism'))).toBeNull();
    expect(await ready(new Request(`${BASE}/mechanism`, { method: 'POST' }))).toBeNull();
  });

  it('are not sent again to whoever holds them', async () => {
    const { ready } = readyFor('every-view');
    const etag = (await ready(new Request(`${BASE}/mechanism`)))?.headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag };
    expect((await ready(new Request(`${BASE}/mechanism`, { headers })))?.status).toBe(304);
  });

  it('wait for what stands below the facts with no other question', async () => {
    const { first } = readyFor('calendar');
    const never = () => new Promise<null>(() => undefined);
    const ready = createReadyAnswers(BASE, { ...first, answersBelow: never });
    expect(await ready(new Request(`${BASE}/calendar?field=energy`))).toBeNull();
    expect(await ready(new Request(`${BASE}/mechanism`))).not.toBeNull();
  });

  it('leave to the engine what stands below the facts, where its file does not come', async () => {
    const { first } = readyFor('calendar');
    const ready = createReadyAnswers(BASE, { ...first, answersBelow: () => Promise.resolve(null) });
    expect(await ready(new Request(`${BASE}/calendar`))).toBeNull();
    expect(await ready(new Request(`${BASE}/exchange-years`))).not.toBeNull();
  });
});
