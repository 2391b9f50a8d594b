import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { anyDate } from '#tests/fixtures/calendar-item-of.ts';
import { exchangeYearMonths, passedOf } from './ExchangeYearMonths.tsx';

const KINDS = ['announced', 'opening', 'closing', 'event'] as const;
const anyEvents = fc.array(
  fc
    .tuple(anyDate, fc.constantFrom(...KINDS))
    .map(([date, kind]) => ({ date, kind, text: 'Held.', lang: 'en' })),
  { maxLength: 30 },
);
const yearOf = (facts: Partial<Record<keyof ExchangeYear, unknown>>) =>
  ({ years: '2021/2022', hosting: [], milestones: [], events: [], ...facts }) as ExchangeYear;

describe('an exchange year through its months', () => {
  test('has each part once, at its month or, where no more is known, at its year', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const years = exchangeYearMonths(yearOf({ events }));
        const drawn = years.flatMap(({ year, months, unplaced }) => [
          ...months.flatMap(({ month, ceremonies, events: others }) =>
            [...ceremonies, ...others].map((part) => {
              expect(part.date.slice(0, 7)).toBe(month);
              return part.date;
            }),
          ),
          ...unplaced.map(({ date }) => {
            expect(date).toBe(String(year));
            return date;
          }),
        ]);
        expect(drawn.toSorted()).toEqual(events.map(({ date }) => date).toSorted());
        expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining([2021, 2022]));
      }),
    );
  });

  test('draws a step once that an event tells of, and one that only a meeting tells of', () => {
    const milestone = { kind: 'announced', date: '2020-12', meeting: 3, entry: 'm3-1' };
    const told = { kind: 'opening', date: '2021-02-03', meeting: null, entry: null };
    const event = { kind: 'opening', date: '2021-02-03', text: 'Opened.', lang: 'en' };
    const [before, first] = exchangeYearMonths(
      yearOf({ milestones: [milestone, told], events: [event] }),
    );
    expect(before?.months[11]?.ceremonies).toMatchObject([{ meeting: 3, text: null }]);
    expect(first?.months[1]?.ceremonies).toMatchObject([{ text: 'Opened.' }]);
    expect([before, first].map((year) => year?.months.map((one) => one.isWithin))).toEqual([
      Array.from({ length: 12 }, () => false),
      Array.from({ length: 12 }, () => true),
    ]);
  });

  test('lasts on through the months of what lasts, and draws no years for an end that is open', () => {
    const fair = { kind: 'event', date: '2021-11-20', until: '9999-12-31', text: 'A fair.' };
    const years = exchangeYearMonths(yearOf({ years: '2021/9999', events: [fair] }));
    expect(years.map(({ year }) => year)).toEqual([2021]);
    expect(years[0]?.months.map(({ isRunOn }) => isRunOn).indexOf(true)).toBe(11);
  });
});

test('a month has passed by its last day, and half of it by the middle one', () => {
  expect(passedOf('2021-04', '2021-03-31')).toBe(0);
  expect(passedOf('2021-04', '2021-04-15')).toBe(0.5);
  expect(passedOf('2021-04', '2021-04-30')).toBe(1);
  expect(passedOf('2021-04', '2022-01-01')).toBe(1);
});
