import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, firstDay, lastDay } from '#src/api/edtf.ts';
import type { Milestone } from '#src/api/schemas/exchange-years.ts';
import { isAfter, statusAsOf, statusBounds, type AsOfStatus } from './as-of.ts';

const step = (kind: Milestone['kind'], date: string): Milestone => ({
  kind,
  date,
  meeting: null,
  entry: null,
});
const ORDER: AsOfStatus[] = ['not-announced', 'upcoming', 'under-way', 'concluding', 'concluded'];

const anyDay = fc
  .date({ min: new Date('1988-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDate = fc
  .tuple(anyDay, fc.constantFrom(4, 7, 10))
  .map(([day, precision]) => day.slice(0, precision));
const leapDay = fc.constantFrom('1996-02-29', '2000-02-29', '2024-02-29', '2028-02-29');

/** Exchange years whose steps lie around them, as in life, at any precision. */
const anyExchangeYear = fc
  .record({
    first: fc.integer({ min: 1995, max: 2032 }),
    length: fc.integer({ min: 1, max: 3 }),
    announced: fc.array(fc.oneof(anyDate, leapDay), { maxLength: 3 }),
    opening: fc.option(fc.tuple(fc.integer({ min: -40, max: 300 }), fc.constantFrom(4, 7, 10))),
    closing: fc.option(fc.tuple(fc.integer({ min: -300, max: 60 }), fc.constantFrom(4, 7, 10))),
  })
  .map(({ first, length, announced, opening, closing }) => {
    const last = first + length - 1;
    const around = (
      kind: Milestone['kind'],
      from: string,
      shift: [number, number] | null,
    ): Milestone[] =>
      shift === null ? [] : [step(kind, addDays(from, shift[0]).slice(0, shift[1]))];
    return {
      years: length === 1 ? String(first) : `${first}/${last}`,
      milestones: [
        ...announced.map((date) => step('announced', date)),
        ...around('opening', `${first}-01-01`, opening),
        ...around('closing', `${last}-12-31`, closing),
      ],
    };
  });

describe('the status of any exchange year', () => {
  test('never goes back as time goes on', () => {
    fc.assert(
      fc.property(anyExchangeYear, anyDay, anyDay, (exchangeYear, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const rank = (day: string) => ORDER.indexOf(statusAsOf(exchangeYear, day));
        expect(rank(earlier)).toBeLessThanOrEqual(rank(later));
      }),
    );
  });

  test('is under way on its first and last day, concluded the day after, and not begun the day before', () => {
    fc.assert(
      fc.property(anyExchangeYear, (exchangeYear) => {
        const { start, end } = statusBounds(exchangeYear);
        expect(start <= end).toBe(true);
        expect(['under-way', 'concluding']).toContain(statusAsOf(exchangeYear, start));
        expect(statusAsOf(exchangeYear, end)).toBe('concluding');
        expect(statusAsOf(exchangeYear, addDays(end, 1))).toBe('concluded');
        expect(['not-announced', 'upcoming']).toContain(
          statusAsOf(exchangeYear, addDays(start, -1)),
        );
      }),
    );
  });

  test('is upcoming from the day of the announcement, not before', () => {
    fc.assert(
      fc.property(anyExchangeYear, (exchangeYear) => {
        const { announced, start } = statusBounds(exchangeYear);
        fc.pre(announced !== null && announced < start);
        expect(statusAsOf(exchangeYear, addDays(announced ?? '', -1))).toBe('not-announced');
        expect(statusAsOf(exchangeYear, announced ?? '')).toBe('upcoming');
      }),
    );
  });

  test('is never "not announced" where no announcement is on record, since silence is no fact', () => {
    fc.assert(
      fc.property(anyExchangeYear, anyDay, ({ years, milestones }, day) => {
        const silent = { years, milestones: milestones.filter(({ kind }) => kind !== 'announced') };
        expect(statusAsOf(silent, day)).not.toBe('not-announced');
      }),
    );
  });

  test('takes a leap day for a day like any other', () => {
    const leap = {
      years: '2024',
      milestones: [step('announced', '2023-02'), step('closing', '2024-02-29')],
    };
    expect(statusAsOf(leap, '2024-02-28')).toBe('concluding');
    expect(statusAsOf(leap, '2024-02-29')).toBe('concluding');
    expect(statusAsOf(leap, '2024-03-01')).toBe('concluded');
    expect(statusAsOf(leap, '2023-01-31')).toBe('not-announced');
    expect(statusAsOf(leap, '2023-02-01')).toBe('upcoming');
  });

  test('counts a year-only step from its first possible day, and to its last', () => {
    const vague = {
      years: '2022/2023',
      milestones: [step('announced', '2021'), step('closing', '2023')],
    };
    expect(statusAsOf(vague, '2020-12-31')).toBe('not-announced');
    expect(statusAsOf(vague, '2021-01-01')).toBe('upcoming');
    expect(statusAsOf(vague, '2023-12-31')).toBe('concluding');
    expect(statusAsOf(vague, '2024-01-01')).toBe('concluded');
  });

  test('prefers the day of an announcement to a month or year that contains it', () => {
    const announced = (...dates: string[]) =>
      statusBounds({ years: '2030', milestones: dates.map((date) => step('announced', date)) })
        .announced;
    expect(announced('2029', '2029-12', '2029-12-19')).toBe('2029-12-19');
    expect(announced('2029-12', '2029-12-19')).toBe('2029-12-19');
    expect(announced('2029-11', '2029-12-19')).toBe('2029-11-01');
  });

  test('is not ended by the closing of an earlier half', () => {
    const halves = {
      years: '2006/2007',
      milestones: [step('closing', '2006-11-09'), step('closing', '2007-11-06')],
    };
    expect(statusAsOf(halves, '2006-11-10')).toBe('under-way');
    expect(statusAsOf(halves, '2007-11-07')).toBe('concluded');
  });
});

describe('what lies after the as-of date', () => {
  test('is what no day of which has come', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, asOf) => {
        expect(isAfter(date, asOf)).toBe(firstDay(date) > asOf);
        if (isAfter(date, asOf)) expect(lastDay(date) > asOf).toBe(true);
      }),
    );
    expect(isAfter('2024', '2024-01-01')).toBe(false);
    expect(isAfter('2024', '2023-12-31')).toBe(true);
  });
});
