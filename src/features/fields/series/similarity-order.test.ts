import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { similarityOrder } from './field-series.ts';

describe('rows ordered by likeness', () => {
  it('start with the largest, and like follows like', () => {
    const rows = [
      [1, 0, 0],
      [0, 5, 5],
      [3, 0, 0],
      [0, 1, 1],
    ];
    expect(similarityOrder(rows)).toEqual([1, 3, 0, 2]);
  });

  it('are the same rows, each once', () => {
    const row = fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(similarityOrder(rows).toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
      }),
    );
  });
});
