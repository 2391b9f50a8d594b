import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { firstDay } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { anyItems, itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { entryOf } from '#tests/fixtures/entry-of.ts';
import { dueMeeting, isOverdue } from '../items/use-due-meeting.ts';
import { lastNowNext, type Happening } from './last-now-next.ts';

const idOf = (happening: Happening) =>
  happening.kind === 'item'
    ? happening.item.id
    : happening.kind === 'due-meeting'
      ? `due ${happening.due.ordinal}`
      : `${happening.exchangeYear.id} ${happening.kind}`;
const NOTHING_ELSE = { exchangeYears: [], due: null };
const of = (known: Parameters<typeof lastNowNext>[0], asOf: string) => {
  const { last, now, next } = lastNowNext(known, asOf);
  return { last: last.map(idOf), now: now.map(idOf), next: next.map(idOf) };
};

describe('what happened last and comes next', () => {
  const items = [
    itemOf({ id: 'before', date: '2023-12-18' }),
    itemOf({ id: 'on', date: '2023-12-19' }),
    itemOf({ id: 'vague', date: '2023' }),
    itemOf({ id: 'after', date: '2023-12-20' }),
    itemOf({ id: 'later', date: '2024-01' }),
  ];

  test.each([
    ['2023-12-17', undefined, 'before'],
    ['2023-12-19', 'on', 'after'],
    ['2023-12-20', 'after', 'later'],
    ['2023-12-31', 'vague', 'later'],
    ['2024-01-15', 'vague', undefined],
    ['2024-01-31', 'later', undefined],
  ])('on %s is %s and %s', (asOf, last, next) => {
    const around = of({ items, ...NOTHING_ELSE }, asOf);
    expect([around.last[0], around.next[0]]).toEqual([last, next]);
  });

  test('is never an item that may lie on either side', () => {
    fc.assert(
      fc.property(anyItems, (any) => {
        const asOf = '2021-06-15';
        const { last, next } = lastNowNext({ items: any, ...NOTHING_ELSE }, asOf);
        for (const one of last)
          if (one.kind === 'item') expect(firstDay(one.item.date) <= asOf).toBe(true);
        for (const one of next)
          if (one.kind === 'item') expect(firstDay(one.item.date) > asOf).toBe(true);
      }),
    );
  });

  test('goes on while it lasts', () => {
    const fair = itemOf({ id: 'fair', date: '2023-12-29', until: '2024-01-08' });
    const around = (asOf: string) => of({ items: [fair], ...NOTHING_ELSE }, asOf);
    expect(around('2023-12-28')).toEqual({ last: [], now: [], next: ['fair'] });
    expect(around('2024-01-07')).toEqual({ last: [], now: ['fair'], next: [] });
    expect(around('2024-01-08')).toEqual({ last: ['fair'], now: [], next: [] });
  });

  test('names the last meeting beside whatever came after it', () => {
    const meeting = itemOf({ id: 'meeting', date: '2023-12-19', kind: 'meeting', meeting: 28 });
    const fair = itemOf({ id: 'fair', date: '2024-02-01' });
    expect(of({ items: [meeting, fair], ...NOTHING_ELSE }, '2024-03-01').last).toEqual([
      'fair',
      'meeting',
    ]);
    expect(of({ items: [meeting], ...NOTHING_ELSE }, '2024-03-01').last).toEqual(['meeting']);
  });

  test('is the meeting of the highest number, also where only the year of the one before it is known', () => {
    const vague = itemOf({ id: 'vague', date: '2021', kind: 'meeting', meeting: 27 });
    const meeting = itemOf({ id: 'meeting', date: '2021-12-16', kind: 'meeting', meeting: 28 });
    expect(of({ items: [vague, meeting], ...NOTHING_ELSE }, '2022-03-01').last).toEqual([
      'meeting',
    ]);
  });
});

describe('what is only due', () => {
  const years = {
    id: 'salt',
    years: '2026/2027',
    milestones: [{ kind: 'announced', date: '2025-05', meeting: null, entry: null }],
  } as unknown as ExchangeYearSummary;
  const due = { ordinal: 31, date: '2026', entry: entryOf({ id: 'e' }) };
  const around = (asOf: string, known: Partial<Parameters<typeof lastNowNext>[0]> = {}) =>
    of({ items: [], exchangeYears: [years], due, ...known }, asOf);

  test('comes in the order of the last day by which it is due', () => {
    expect(around('2026-11-28')).toEqual({
      last: [],
      now: ['salt under-way'],
      next: ['due 31', 'salt ends'],
    });
    expect(around('2025-12-01').next).toEqual(['due 31', 'salt begins']);
    expect(around('2028-01-01', { due: null })).toEqual({ last: [], now: [], next: [] });
  });

  test('is still said when its year has passed, and no more once the meeting is on record', () => {
    expect(around('2027-01-01', { exchangeYears: [] }).next).toEqual(['due 31']);
    expect([isOverdue(due, '2026-12-31'), isOverdue(due, '2027-01-01')]).toEqual([false, true]);
    const held = itemOf({ id: 'held', date: '2026-12-20', kind: 'meeting', meeting: 31 });
    expect(around('2026-11-28', { items: [held] }).next).toEqual(['held', 'salt ends']);
  });

  test('is no beginning of a year whose opening ceremony is on record', () => {
    const opening = { kind: 'opening', date: '2026-03-04', meeting: null, entry: null };
    const opened = { ...years, milestones: [...years.milestones, opening] } as ExchangeYearSummary;
    expect(around('2025-12-01', { exchangeYears: [opened], due: null }).next).toEqual([]);
  });

  test('is no end of a year whose closing ceremony is on record', () => {
    const closed = {
      ...years,
      milestones: [{ kind: 'closing', date: '2027-11-17', meeting: null, entry: null }],
    } as unknown as ExchangeYearSummary;
    expect(around('2026-11-28', { exchangeYears: [closed], due: null }).next).toEqual([]);
  });
});

describe('the meeting that is due', () => {
  const said = (text: string, ordinal = 30, date = '2025-11-03') =>
    dueMeeting([entryOf({ id: 'e', kind: 'announcement', text })], { ordinal, date })?.date;

  test.each([
    ['The 31st meeting is to be held in 2026; date, place and form remain to be agreed.'],
    ['31-ю встречу предстоит провести в 2026 году.'],
    ['провести 31-ю регулярную встречу глав правительств России и Китая в 2026 году'],
    ['第三十一次会晤定于2026年举行，日期、地点和形式有待商定。'],
    ['The next regular meeting was planned for Russia in 2026.'],
    ['Следующую встречу решено провести в 2026 году.'],
    ['双方商定下次会晤于2026年举行。'],
  ])('is read off “%s”', (text) => {
    expect(said(text)).toBe('2026');
  });

  test.each([
    ['The 32nd meeting is to be held in 2026.'],
    ['The 131st meeting of the board is to be held in 2026.'],
    ['The 31st meeting is to be held.'],
    ['The 31st meeting is to be held in 2026 or 2027.'],
    ['The 31st session of the commission is to be held in 2026.'],
    ['The 31st meeting was prepared from 2019 on.'],
  ])('is not read off “%s”', (text) => {
    expect(said(text)).toBeUndefined();
  });

  test('is found in a translation and in a quotation, and only where something is announced', () => {
    const held = { ordinal: 30, date: '2025-11-03' };
    const sentence = '31-ю встречу предстоит провести в 2026 году.';
    const announced = { id: 'e', kind: 'announcement' } as const;
    for (const entry of [
      entryOf({ ...announced, translations: { ru: sentence } }),
      entryOf({ ...announced, quote: { text: sentence, lang: 'ru' } }),
    ])
      expect(dueMeeting([entry], held)).toMatchObject({ ordinal: 31, date: '2026', entry });
    expect(dueMeeting([entryOf({ id: 'e', text: sentence })], held)).toBeNull();
  });
});
