import { expect, test } from 'vitest';

import { monthsBetween } from './months-between.ts';

test('counts whole months between two dates, however precise they are', () => {
  expect(monthsBetween('2023-12-19', '2024-08-21')).toBe(8);
  expect(monthsBetween('2023-12-21', '2024-08-20')).toBe(7);
  expect(monthsBetween('2022-12', '2023-12-19')).toBe(12);
  expect(monthsBetween('1999', '2001')).toBe(24);
  expect(monthsBetween('2024-05-02', '2024-05-02')).toBe(0);
  expect(monthsBetween('2024-05-02', '2023-05-02')).toBe(0);
});
