import { expect, test } from 'vitest';

import { monthsBetween, spanBetween } from './months-between.ts';

test('counts whole months between two dates, however precise they are', () => {
  expect(monthsBetween('2023-12-19', '2024-08-21')).toBe(8);
  expect(monthsBetween('2023-12-21', '2024-08-20')).toBe(7);
  expect(monthsBetween('2022-12', '2023-12-19')).toBe(12);
  expect(monthsBetween('1999', '2001')).toBe(24);
  expect(monthsBetween('2024-05-02', '2024-05-02')).toBe(0);
  expect(monthsBetween('2024-05-02', '2023-05-02')).toBe(0);
});

test('a span is exact between two days, about between months, and unknown where a year is all there is', () => {
  expect(spanBetween('2023-12-19', '2024-08-21')).toEqual({ months: 8, isAbout: false });
  expect(spanBetween('2022-12', '2023-12-19')).toEqual({ months: 12, isAbout: true });
  expect(spanBetween('2022', '2023-12-19')).toBeNull();
});
