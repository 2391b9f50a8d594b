import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  firstDay,
  isDay,
  isEdtfDate,
  isEdtfInterval,
  lastDay,
  precisionOf,
  yearsOf,
} from './edtf.ts';

const day = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const anyDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));

describe('a date of the record', () => {
  it.each(['2023', '2023-12', '2023-12-19', '2024-02-29'])('%s is one', (text) => {
    expect(isEdtfDate(text)).toBe(true);
  });

  it.each([
    '',
    '23',
    '2023-13',
    '2023-02-30',
    '2023-02-29',
    '2023-1-1',
    'banana',
    '2023-12-19T00:00',
    '2023/2024',
  ])('“%s” is none', (text) => {
    expect(isEdtfDate(text)).toBe(false);
  });

  it('spans the days that it may mean, and no others', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [first, last] = [firstDay(date), lastDay(date)];
        expect(isDay(first) && isDay(last)).toBe(true);
        expect(first.startsWith(date) && last.startsWith(date)).toBe(true);
        expect(addDays(first, -1).startsWith(date)).toBe(false);
        expect(addDays(last, 1).startsWith(date)).toBe(false);
      }),
    );
  });

  it('states its own precision', () => {
    expect(['2023', '2023-12', '2023-12-19'].map(precisionOf)).toEqual(['year', 'month', 'day']);
  });

  it('moves by days without a time zone in the way', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (from, count) => {
        expect(addDays(addDays(from, count), -count)).toBe(from);
      }),
    );
  });
});

describe('an interval of the record', () => {
  it('has its end after its start', () => {
    expect(isEdtfInterval('2022/2023')).toBe(true);
    expect(isEdtfInterval('2023/2022')).toBe(false);
    expect(isEdtfInterval('2022/2023/2024')).toBe(false);
    expect(yearsOf('2022/2024')).toEqual([2022, 2023, 2024]);
    expect(yearsOf('2022')).toEqual([2022]);
  });
});
