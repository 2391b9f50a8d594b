import { expect, test } from 'vitest';

import { nearestOrdinals, parseOrdinal } from './nearest-ordinals.ts';

test('offers the meetings nearest to one that is not on record', () => {
  expect(nearestOrdinals([1, 2, 3, 29, 30], 31)).toEqual([3, 29, 30]);
  expect(nearestOrdinals([1, 2, 5, 6, 9], 4, 2)).toEqual([2, 5]);
  expect(nearestOrdinals([], 4)).toEqual([]);
});

test('reads an ordinal as addresses spell it, and nothing else', () => {
  expect(parseOrdinal('28')).toBe(28);
  for (const text of [undefined, '', '0', '-1', '28th', '1e3', '028', '9'.repeat(12)]) {
    expect(parseOrdinal(text)).toBeNull();
  }
});
