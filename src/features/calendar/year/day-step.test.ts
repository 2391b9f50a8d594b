import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { daysInMonth } from '#src/api/edtf.ts';
import { dayStep } from './use-day-keys.ts';
import { monthWeeks, weekdayNames, weekStart } from './month-weeks.ts';

const press = (day: string, key: string, shiftKey = false, start = 1) =>
  dayStep(day, { key, shiftKey }, start);

describe('the keys of a date grid', () => {
  test.each([
    ['ArrowRight', '2024-02-29', '2024-03-01'],
    ['ArrowLeft', '2024-03-01', '2024-02-29'],
    ['ArrowDown', '2023-12-28', '2024-01-04'],
    ['ArrowUp', '2024-01-04', '2023-12-28'],
    ['Home', '2023-12-21', '2023-12-18'],
    ['End', '2023-12-21', '2023-12-24'],
    ['PageDown', '2024-01-31', '2024-02-29'],
    ['PageUp', '2024-03-31', '2024-02-29'],
    ['PageUp', '2024-01-15', '2023-12-15'],
  ])('%s goes from %s to %s', (key, from, to) => {
    expect(press(from, key)).toBe(to);
  });

  test('Shift with Page Up and Page Down moves by a year, also from a leap day', () => {
    expect(press('2024-02-29', 'PageDown', true)).toBe('2025-02-28');
    expect(press('2024-02-29', 'PageUp', true)).toBe('2023-02-28');
  });

  test('Home and End follow the day with which the week begins', () => {
    expect([press('2023-12-21', 'Home', false, 7), press('2023-12-21', 'End', false, 7)]).toEqual([
      '2023-12-17',
      '2023-12-23',
    ]);
  });

  test('other keys mean nothing', () => {
    expect(press('2024-02-29', 'a')).toBeNull();
  });
});

describe('the weeks of a month', () => {
  test('hold each day once, in order, under the right weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (year, month, start) => {
          const name = `${year}-${String(month).padStart(2, '0')}`;
          const weeks = monthWeeks(name, start);
          expect(weeks.every((week) => week.length === 7)).toBe(true);
          const days = weeks.flat().filter((day) => day !== null);
          expect(days).toHaveLength(daysInMonth(year, month));
          expect(days).toEqual(days.toSorted());
          for (const week of weeks) {
            expect(week.some((day) => day !== null)).toBe(true);
            for (const [index, day] of week.entries()) {
              if (day === null) continue;
              const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
              expect((weekday - start + 7) % 7).toBe(index);
            }
          }
        },
      ),
    );
  });

  test('begin as the locale has it', () => {
    expect(weekdayNames('en-GB')[0]?.long).toBe('Monday');
    expect(weekdayNames('ru-RU')[0]?.long).toBe('понедельник');
    expect(weekStart('en-US')).toBe(7);
    expect(weekdayNames('en-US')[0]?.long).toBe('Sunday');
  });
});
