import { describe, expect, it } from 'vitest';

import { closelyCoded } from './use-closely-coded.ts';

const coded = (...rates: [entries: number, sources: number][]) =>
  closelyCoded(rates.map(([entries, sources], at) => ({ ordinal: at + 1, entries, sources })));

describe('a meeting coded sentence by sentence', () => {
  it('gave three times as many entries for each document as the middle of all meetings', () => {
    expect(coded([2, 1], [4, 2], [12, 2])).toEqual(new Set([3]));
    expect(coded([2, 1], [4, 2], [11, 2])).toEqual(new Set());
    expect(coded([1, 1], [3, 1], [2, 1], [8, 1])).toEqual(new Set([4]));
  });

  it('is none where there is nothing to compare with, or nothing was read', () => {
    expect(coded()).toEqual(new Set());
    expect(coded([40, 7])).toEqual(new Set());
    expect(coded([0, 3], [0, 2], [0, 0])).toEqual(new Set());
    expect(coded([2, 1], [3, 0], [2, 1])).toEqual(new Set());
    // Of most meetings no entry has been written down yet.
    expect(coded([0, 1], [0, 1], [0, 1], [2, 1], [3, 1])).toEqual(new Set());
  });
});
