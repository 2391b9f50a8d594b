import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import {
  clampWindow,
  formatWindow,
  fullWindow,
  levelOf,
  levelWindow,
  panWindow,
  parseWindow,
  toX,
  zoomWindow,
  ZOOM_LEVELS,
} from './time-window.ts';

const bounds = fullWindow(['1996-12-27', '2026/2027'], '2026-11-24');
const anyDay = fc.integer({ min: bounds.from, max: bounds.to - 1 });
const anyWindow = fc
  .tuple(anyDay, anyDay)
  .map(([a, b]) => clampWindow({ from: Math.min(a, b), to: Math.max(a, b) + 1 }, bounds));

describe('the stretch of time in view', () => {
  test('reaches from the first year on record to two years ahead of today', () => {
    expect([toDay(bounds.from), toDay(bounds.to - 1)]).toEqual(['1996-01-01', '2028-12-31']);
    expect(toDay(fullWindow(['1996', '2035-02'], '2026-11-24').to - 1)).toBe('2035-12-31');
    expect(toDay(fullWindow([], '2026-11-24').from)).toBe('2026-01-01');
    // An end that is open is none that could be drawn to.
    expect(toDay(fullWindow(['1996', '2030/9999'], '2026-11-24').to - 1)).toBe('2030-12-31');
  });

  test('never leaves the record, however it is zoomed and moved', () => {
    fc.assert(
      fc.property(
        anyWindow,
        anyDay,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (window, centre, factor, share) => {
          for (const next of [
            zoomWindow(window, factor, centre, bounds),
            panWindow(window, share, bounds),
          ]) {
            expect(next.from).toBeGreaterThanOrEqual(bounds.from - 1e-6);
            expect(next.to).toBeLessThanOrEqual(bounds.to + 1e-6);
            expect(next.to - next.from).toBeGreaterThan(80);
          }
        },
      ),
    );
  });

  test('keeps the day under the pointer where it is while zooming in', () => {
    const window = { from: toDayNumber('2010-01-01'), to: toDayNumber('2020-01-01') };
    const day = toDayNumber('2013-05-06');
    const closer = zoomWindow(window, 2, day, bounds);
    expect(toX(day, closer, 1000)).toBeCloseTo(toX(day, window, 1000), 6);
  });

  test('moves as a whole at the edge instead of shrinking', () => {
    const window = { from: bounds.from, to: bounds.from + 1000 };
    expect(panWindow(window, -1, bounds)).toEqual(window);
  });

  test('shows whole calendar years at each level, with the day in them', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ZOOM_LEVELS), (day, level) => {
        const window = levelWindow(level, day, bounds);
        expect(toDay(window.from).slice(5)).toBe('01-01');
        expect(toDay(window.to).slice(5)).toBe('01-01');
        expect(day >= window.from && day < window.to).toBe(true);
        expect(levelOf(window, bounds)).toBe(level);
      }),
    );
  });

  test('reads from the address what it wrote there', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const read = parseWindow(formatWindow(window), bounds);
        expect(read).not.toBeNull();
        expect(formatWindow(read ?? bounds)).toBe(formatWindow(window));
      }),
    );
  });

  test('shows of an address that reaches beyond the record the part that is there, and knows it', () => {
    const days = (text: string) => {
      const read = parseWindow(text, bounds);
      return read && [toDay(read.from), toDay(read.to - 1), read.isBeyond];
    };
    expect(days('1980/2001')).toEqual(['1996-01-01', '2001-12-31', true]);
    expect(days('2020/2060')).toEqual(['2020-01-01', '2028-12-31', true]);
    expect(days('1996/2028')).toEqual(['1996-01-01', '2028-12-31', false]);
  });

  test('keeps a single day in the middle of the shortest stretch', () => {
    const read = parseWindow('2023-12-19', bounds);
    const middle = ((read?.from ?? 0) + (read?.to ?? 0)) / 2;
    expect(toDay(Math.floor(middle))).toBe('2023-12-19');
  });

  test.each(['', 'banana', '2020-13', '2020/', '2025/2020', '1800/1801', '2300'])(
    'makes nothing of %j',
    (text) => {
      expect(parseWindow(text, bounds)).toBeNull();
    },
  );
});
