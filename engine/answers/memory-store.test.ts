import { describe, expect, it } from 'vitest';

import type { SearchResult } from '#src/api/schemas/search.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { MeetingFact, RecordData } from '../record/record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';

const record = await readRecord();
const store = createStore(record);

describe('the 28th meeting', () => {
  const meeting = store.findMeeting(28);

  it('was hosted by the party in whose country it was held', () => {
    expect(meeting).toMatchObject({ date: '2023-12-19', host: 'china', previous: 27, next: 29 });
  });

  it('counts the entries that cite each of its documents', () => {
    const cited = meeting?.sources.reduce((sum, { entries }) => sum + entries, 0);
    expect(cited).toBe(meeting?.entries);
    expect(meeting?.sources.find(({ id }) => id === 'seed-28')?.entries).toBeGreaterThan(10);
  });

  it('touches the exchange years it names and the ones that run', () => {
    expect(
      meeting?.exchangeYears.map(({ exchangeYear, entries }) => [exchangeYear.id, entries]),
    ).toEqual([
      ['sports-2022-2023', ['m28-16']],
      ['culture-2024-2025', ['m28-17']],
    ]);
  });
});

describe('meetings', () => {
  const ordinals = (params: Parameters<typeof store.listMeetings>[0]) =>
    store.listMeetings({ limit: 500, ...params }).items.map(({ ordinal }) => ordinal);

  it('come latest first, or as asked', () => {
    expect(ordinals({}).slice(0, 2)).toEqual([30, 29]);
    expect(ordinals({ sort: 'ordinal' }).slice(0, 2)).toEqual([1, 2]);
  });

  it('held by video have no host', () => {
    expect(ordinals({ format: ['video'], sort: 'ordinal' })).toEqual([25, 26, 27]);
    expect(store.findMeeting(26)?.host).toBeNull();
  });

  it('are found by host, place, person and date', () => {
    expect(ordinals({ place: ['hangzhou'] })).toEqual([30]);
    expect(ordinals({ person: ['li-qiang'] })).toEqual([30, 29, 28]);
    expect(ordinals({ person: ['li-qiang'], host: ['russia'] })).toEqual([29]);
    expect(ordinals({ from: '2023', to: '2024-07' })).toEqual([28]);
  });
});

describe('milestones of an exchange year', () => {
  it('have the announcement that a meeting made before it, with the entry that says so', () => {
    const { milestones } = store.findExchangeYear('culture-2024-2025') ?? { milestones: [] };
    expect(milestones[0]).toMatchObject({ kind: 'announced', date: '2023-12', meeting: null });
    expect(milestones[1]).toEqual({
      kind: 'announced',
      date: '2023-12-19',
      meeting: 28,
      entry: 'm28-17',
    });
  });

  it('have no announcement that was made once the year had begun', () => {
    const { milestones } = store.findExchangeYear('sports-2022-2023') ?? { milestones: [] };
    expect(milestones.length).toBeGreaterThan(0);
    expect(milestones.filter(({ entry }) => entry !== null)).toEqual([]);
  });

  it('name the meeting that was held on their day', () => {
    const { milestones } = store.findExchangeYear('media-2016-2017') ?? { milestones: [] };
    expect(milestones.map(({ kind, meeting }) => [kind, meeting])).toEqual([
      ['announced', null],
      ['opening', 20],
      ['closing', 22],
    ]);
  });

  it('name the first of several meetings of their day, in whatever order these are on record', () => {
    const day = record.meetings.find(({ ordinal }) => ordinal === 20)?.date ?? '';
    const meetings = record.meetings.map((meeting) =>
      meeting.ordinal === 21 ? { ...meeting, date: day } : meeting,
    );
    for (const held of [meetings, meetings.toReversed()]) {
      const year = createStore({ ...record, meetings: held }).findExchangeYear('media-2016-2017');
      expect(year?.milestones).toContainEqual(
        expect.objectContaining({ kind: 'opening', meeting: 20 }),
      );
    }
  });
});

describe('terms of office', () => {
  const [base] = record.meetings as [MeetingFact];
  const heldBy = (...people: (string | null)[]): RecordData => ({
    ...record,
    entries: [],
    meetings: people.map((person, index) => ({
      ...base,
      ordinal: index + 1,
      date: `${2001 + index}`,
      coChairs:
        person === null ? [] : [{ party: 'china', person, office: 'premier', source: null }],
    })),
  });
  const termsOf = (data: RecordData, person: string) =>
    createStore(data)
      .listPeople()
      .items.find(({ id }) => id === person)
      ?.terms.map(({ from, to, meetings }) => [from, to, meetings]);

  it('are the runs of meetings that nobody else of the party interrupts', () => {
    const data = heldBy('li-peng', 'li-peng', 'zhu-rongji', 'li-peng');
    expect(termsOf(data, 'li-peng')).toEqual([
      ['2001', '2002', [1, 2]],
      ['2004', '2004', [4]],
    ]);
    expect(termsOf(data, 'li-qiang')).toEqual([]);
  });

  it('go on over a meeting whose co-chair is not on record', () => {
    expect(termsOf(heldBy('li-peng', null, 'li-peng'), 'li-peng')).toEqual([
      ['2001', '2003', [1, 3]],
    ]);
  });
});

describe('search', () => {
  const find = (q: string, type: string, result: SearchResult = store.search({ q, limit: 50 })) =>
    result.groups.find((group) => group.type === type)?.items.map(({ id }) => id) ?? [];

  it.each([
    '28',
    '28th',
    '第28次',
    '2023-12-19',
    '19 December 2023',
    'Beijing 2023-12',
    '李强 北京',
    'Ли Цян 2023',
  ])('finds the 28th meeting by "%s"', (q) => {
    expect(find(q, 'meeting')).toContain('28');
  });

  it.each(['Li Qiang', 'LiQiang', 'ли цян', '李强'])('finds a person by "%s"', (q) => {
    expect(find(q, 'person')[0]).toBe('li-qiang');
  });

  it('ignores case and diacritics', () => {
    expect(find('Хэйхэ', 'place')).toEqual(['heihe']);
    expect(find('хэихэ', 'place')).toEqual(['heihe']);
    expect(find('communique', 'entry')).toEqual(find('COMMUNIQUÉ', 'entry'));
    expect(find('communique', 'entry').length).toBeGreaterThan(0);
  });

  it('puts what is exactly that first', () => {
    expect(find('28', 'meeting')[0]).toBe('28');
  });

  it('needs every word, counts all and lists as many as asked', () => {
    expect(store.search({ q: 'Jishishan earthquake' }).groups.map(({ type }) => type)).toEqual([
      'entry',
    ]);
    expect(store.search({ q: 'Jishishan bananas' }).groups).toEqual([]);
    const group = store
      .search({ q: 'russia', limit: 2 })
      .groups.find(({ type }) => type === 'entry');
    expect(group?.items).toHaveLength(2);
    expect(group?.total).toBeGreaterThan(2);
  });
});

describe('the calendar', () => {
  it('holds everything dated, in order, within its span', () => {
    const { items, from, to, total } = store.listCalendar({});
    const days = items.map(({ date }) => date.padEnd(10, '-01'));
    expect(days).toEqual(days.toSorted());
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
    expect(total).toBe(
      record.meetings.length +
        sum(record.exchangeYears.map(({ events }) => events.length)) +
        sum(record.commissions.map(({ sessions }) => sessions.length)),
    );
    expect(items.every(({ date }) => date >= from.slice(0, 4) && date <= to)).toBe(true);
  });

  it('keeps a month-precise date in every range that its days may lie in', () => {
    const ids = (from: string, to: string) =>
      store
        .listCalendar({ from, to, exchangeYear: ['culture-2024-2025'] })
        .items.map(({ id }) => id);
    expect(ids('2023-12-31', '2023-12-31')).toEqual(['culture-2024-2025-announced-2023-12']);
    expect(ids('2023-11', '2023-11')).toEqual([]);
  });
});

describe('sources', () => {
  it('say what rests on them', () => {
    const source = store.findSource('seed-28');
    const entries = record.entries.filter((entry) => entry.source === 'seed-28').length;
    expect(source).toMatchObject({ entries, meetings: [{ ordinal: 28, entries }] });
    expect(store.listEntries({ source: ['seed-28'] }).total).toBe(entries);
  });

  it('of a meeting are as many as the meeting says', () => {
    for (const { ordinal, sources } of store.listMeetings({ limit: 500 }).items) {
      expect(store.listSources({ meeting: [ordinal] }).total).toBe(sources);
      expect(store.findMeeting(ordinal)?.sources).toHaveLength(sources);
    }
  });

  it('without a date come last, whichever way dates are sorted', () => {
    for (const sort of ['date', '-date'] as const) {
      const dates = store
        .listSources({ sort, limit: 500 })
        .items.map(({ publishedOn }) => publishedOn);
      const undated = dates.indexOf(null);
      expect(dates.slice(undated).every((date) => date === null)).toBe(true);
    }
  });

  it('up to a date are those on which something rests by then, counted only so far', () => {
    const all = store.listSources({ limit: 500 });
    const early = store.listSources({ to: '1997', limit: 500 });
    expect(early.total).toBeLessThan(all.total);
    const cited = record.entries
      .filter(({ meeting }) => meeting <= 2)
      .flatMap(({ source, further = [] }) => [
        ...new Set([...(source === null ? [] : [source]), ...further.map((page) => page.source)]),
      ]).length;
    expect(early.items.reduce((sum, { entries }) => sum + entries, 0)).toBe(cited);
    expect(early.items.every(({ meetings }) => meetings <= 2)).toBe(true);
  });

  it('tell the languages there are, whichever is chosen', () => {
    const { languages, total } = store.listSources({});
    expect(languages.reduce((sum, { sources }) => sum + sources, 0)).toBe(total);
    expect(store.listSources({ language: ['zh'] }).languages).toEqual(languages);
    for (const { language, sources } of languages)
      expect(store.listSources({ language: [language] }).total).toBe(sources);
  });
});
