import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anyItems, itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { latestFirst, toAgenda } from './agenda.ts';
import { dayOf, toYearMonths } from '../year/year-months.ts';

describe('the agenda', () => {
  test('puts a month-precise date at its month and a year-precise date at its year, never on a day', () => {
    const agenda = toAgenda([
      itemOf({ id: 'year', date: '2021' }),
      itemOf({ id: 'month', date: '2021-05' }),
      itemOf({ id: 'day', date: '2021-05-31' }),
    ]);
    expect(agenda).toHaveLength(1);
    expect(agenda[0]?.unplaced.map(({ id }) => id)).toEqual(['year']);
    expect(agenda[0]?.months[0]?.unplaced.map(({ id }) => id)).toEqual(['month']);
    expect(agenda[0]?.months[0]?.days.map(({ id }) => id)).toEqual(['day']);
  });

  test('holds every item once, in order of time', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const agenda = toAgenda(items);
        const all = agenda.flatMap(({ months, unplaced }) => [
          ...months.flatMap((month) => [...month.days, ...month.unplaced]),
          ...unplaced,
        ]);
        expect(all.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        const years = agenda.map(({ year }) => year);
        expect(years).toEqual([...new Set(years)].toSorted());
        for (const { months } of agenda) {
          const names = months.map(({ month }) => month);
          expect(names).toEqual([...new Set(names)].toSorted());
          for (const { days } of months) {
            const dates = days.map(({ date }) => date);
            expect(dates).toEqual(dates.toSorted());
          }
        }
      }),
    );
  });
});

describe('the agenda with the latest first', () => {
  test('is the same agenda backwards, within its months too', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const agenda = toAgenda(items);
        const placed = (years: typeof agenda) =>
          years.flatMap(({ months }) => months.flatMap(({ days }) => days.map(({ id }) => id)));
        expect(placed(latestFirst(agenda))).toEqual(placed(agenda).toReversed());
        expect(latestFirst(latestFirst(agenda))).toEqual(agenda);
      }),
    );
  });
});

describe('a year of twelve months', () => {
  test('marks exactly the days on record and lists the rest at the month or the year', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const { months, unplaced } = toYearMonths('2021', items);
        expect(months).toHaveLength(12);
        const count =
          unplaced.length +
          months.reduce(
            (sum, { days, unplaced: loose }) =>
              sum + loose.length + [...days.values()].reduce((all, one) => all + one.length, 0),
            0,
          );
        expect(count).toBe(items.filter(({ date }) => date.startsWith('2021')).length);
        for (const { month, days } of months) {
          for (const [day, here] of days) {
            expect(day.startsWith(month)).toBe(true);
            expect(here.every(({ date }) => date === day)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('what lasts several days', () => {
  const fair = itemOf({ id: 'fair', date: '2023-12-29', until: '2024-01-08' });

  test('is on each of its days, over weeks, months and years, and says which day it is', () => {
    const before = toYearMonths('2023', [fair]).months;
    expect([...(before[11]?.days.keys() ?? [])]).toEqual([
      '2023-12-29',
      '2023-12-30',
      '2023-12-31',
    ]);
    const after = toYearMonths('2024', [fair]).months;
    expect([...(after[0]?.days.keys() ?? [])]).toHaveLength(8);
    expect(dayOf(fair, '2024-01-01')).toEqual({ day: 4, count: 11 });
    expect(dayOf(fair, '2024-01-08')).toEqual({ day: 11, count: 11 });
  });

  test('is one day where the last is none, or no later than the first', () => {
    for (const until of ['2023-12-29', '2023-12-01', '2024', '2024-01']) {
      const { months } = toYearMonths('2023', [{ ...fair, until }]);
      expect([...(months[11]?.days.keys() ?? [])]).toEqual(['2023-12-29']);
    }
  });
});
