import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, firstDay, intervalOf, lastDay, precisionOf } from '#src/api/edtf.ts';
import { anyDate, itemOf } from '#tests/fixtures/calendar-item-of.ts';
import { isMarked, toMonthStrips, weekendsOf } from './month-strips.ts';
import { toYearMonths } from './year-months.ts';

const YEAR = '2021';
/** Things of a day, of several days over months and years, and of a month or a year, all of which touch the year. */
const anyOfYear = fc
  .array(fc.tuple(anyDate, fc.option(fc.integer({ min: 1, max: 500 }))), { maxLength: 40 })
  .map((facts) =>
    facts
      .map(([date, days], index) => {
        const until = days !== null && date.length === 10 ? addDays(date, days) : undefined;
        return itemOf({ id: `i${index}`, date, ...(until !== undefined && { until }) });
      })
      .filter(
        (item) =>
          firstDay(item.date) <= `${YEAR}-12-31` && lastDay(intervalOf(item)) >= `${YEAR}-01-01`,
      ),
  );

describe('the strips of a year', () => {
  test('tell each thing once, where it begins or where the year finds it', () => {
    fc.assert(
      fc.property(anyOfYear, (items) => {
        const { months, unplaced } = toYearMonths(YEAR, items);
        const strips = toMonthStrips(months);
        const told = [...strips.flatMap((one) => [...one.begun, ...one.unplaced]), ...unplaced];
        expect(told.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        for (const { month, begun, unplaced: ofMonth } of strips) {
          for (const { date } of begun) {
            expect(precisionOf(date)).toBe('day');
            expect(date < `${YEAR}-01-01` ? `${YEAR}-01` : date.slice(0, 7)).toBe(month);
          }
          expect(ofMonth.every(({ date }) => date === month)).toBe(true);
        }
      }),
    );
  });

  test('mark the days that things are on, and no others', () => {
    fc.assert(
      fc.property(anyOfYear, (items) => {
        const placed = items.filter(({ date }) => precisionOf(date) === 'day');
        for (const strip of toMonthStrips(toYearMonths(YEAR, items).months))
          for (let day = 1; day <= strip.length; day += 1) {
            const date = `${strip.month}-${String(day).padStart(2, '0')}`;
            const here = placed.filter(
              (item) => item.date <= date && date <= lastDay(intervalOf(item)),
            );
            expect(isMarked(strip, date), date).toBe(here.length > 0);
            const begun = day === 1 ? here : here.filter((item) => item.date === date);
            const mark = strip.marks.find((one) => one.date === date);
            expect((mark?.items ?? []).map(({ id }) => id)).toEqual(begun.map(({ id }) => id));
          }
      }),
    );
  });

  test('keep marks that are nearer than they are wide in rows of their own, as few as it takes', () => {
    const anyDays = fc.uniqueArray(fc.integer({ min: 10, max: 31 }), { minLength: 1 });
    fc.assert(
      fc.property(anyDays, (days) => {
        const items = days.map((day) => itemOf({ id: `i${day}`, date: `2021-03-${day}` }));
        const marks = toMonthStrips(toYearMonths(YEAR, items).months)[2]?.marks ?? [];
        expect(marks).toHaveLength(days.length);
        for (const [lane, width] of [
          ['laneOfTwo', 2],
          ['laneOfThree', 3],
        ] as const)
          for (const [at, mark] of marks.entries()) {
            const near = marks.slice(0, at).filter(({ day }) => mark.day - day < width);
            expect(near.map((other) => other[lane])).not.toContain(mark[lane]);
            expect(mark[lane]).toBeLessThanOrEqual(near.length);
          }
      }),
    );
  });

  test('stand on the days of the week that they have, also at the edges of what a date can name', () => {
    const weekends = (month: string, length: number) => weekendsOf({ month, length });
    expect(weekends('2024-02', 29)).toEqual([3, 4, 10, 11, 17, 18, 24, 25]);
    for (const year of ['0000', '9999'])
      for (const { month, length } of toMonthStrips(toYearMonths(year, []).months))
        expect(weekends(month, length).length).toBeGreaterThanOrEqual(8);
  });
});
