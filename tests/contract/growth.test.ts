/** A backend of a later version of the contract, before a client of this one. */
import { describe, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { createApi } from '#src/api/client.ts';
import { toCalendarFile } from '#src/lib/calendar-file.ts';
import { runCheck } from '#conformance/short-check.ts';
import { meetingData } from '#src/lib/structured-data.ts';
import { readContract } from '#conformance/contract.ts';
import { newerBackend, RICH_RECORD } from '#tests/fixtures/hostile-records.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';

const BASE = 'http://backend.test/api/v1';
const record = { ...RICH_RECORD, exchangeYears: OTHER_MECHANISM.exchangeYears };
record.exchangeYears = record.exchangeYears.map((year) => ({
  ...year,
  events: year.events.map((event) => ({ ...event, kind: 'closing' as const, place: null })),
}));
record.sources = [...record.sources, ...OTHER_MECHANISM.sources];
const handler = newerBackend(createHandler(record, { baseUrl: BASE }));
const api = createApi(BASE, handler);

describe('values of enumerations that are newer than the client', () => {
  it('are kept as given in every answer, and refuse none', async () => {
    const { items } = await api.entries({});
    expect(items).toHaveLength(record.entries.length);
    expect(items.map(({ kind }) => kind)).toContain('joint protocol');
    expect(items.map(({ status }) => status)).toContain('contested');
    const meeting = await api.meeting(1001);
    expect(meeting.format).toBe('by telegraph');
    const mechanism = await api.mechanism();
    expect((await api.commissions()).items.map(({ status }) => status)).toEqual(['contested']);
    const year = await api.exchangeYear('kites-1932');
    expect(new Set(year.events.map(({ kind }) => kind))).toEqual(new Set(['farewell']));
    const calendar = await api.calendar({});
    expect(new Set(calendar.items.map(({ kind }) => kind))).toEqual(
      new Set(['meeting', 'farewell', 'sitting']),
    );
    const found = await api.search({ q: 'haifa' });
    expect(found.groups.map(({ type }) => type)).toContain('harbour');
    // What leaves the app says them as they are, or leaves them out where another vocabulary has no word.
    expect(toCalendarFile(calendar, mechanism, 'en')).toContain('CATEGORIES:farewell');
    const page = { title: 'x', url: 'https://x.example', name: () => 'x' };
    expect(meetingData(meeting, mechanism, page)).not.toHaveProperty('eventAttendanceMode');
  });

  it('are counted like any other, and filtered by', async () => {
    const { columns, facets } = await api.summary({ by: 'kind' });
    expect(columns).toContainEqual({ key: 'joint protocol', entries: 1, meetings: 1 });
    const newer = facets.kind.find(({ value }) => value === 'joint protocol');
    expect(newer?.entries).toBe(1);
    const kind = items(await api.entries({})).filter((one) => one === 'joint protocol');
    expect((await api.entries({ kind })).total).toBe(1);
  });

  it('are told of a backend that says it keeps this version', async () => {
    const report = await runCheck({
      send: (path, { headers = {} }) => handler(new Request(`${BASE}${path}`, { headers })),
      isOtherSite: false,
      signal: new AbortController().signal,
    });
    const failed = report.outcomes.filter(({ result }) => result === 'failed').map(({ id }) => id);
    expect(failed).toEqual(expect.arrayContaining(['/entries', '/calendar', '/commissions']));
    const { judge } = await readContract();
    const answer = await (await handler(new Request(`${BASE}/entries`))).json();
    expect(judge('/entries', answer)?.place).toContain('/items/');
  });
});

const items = ({ items: all }: Awaited<ReturnType<typeof api.entries>>) =>
  all.map(({ kind }) => kind);
