import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePair } from './ComparePage.tsx';

function pairOf(search: string, ordinals = [1, 2, 5, 9]) {
  const given = new URLSearchParams(search);
  return parsePair({ a: given.get('a'), b: given.get('b') }, ordinals);
}

describe('the two meetings of an address', () => {
  test('are the ones it names, in its order', () => {
    expect(pairOf('a=1&b=5')).toEqual({ a: 1, b: 5, replaced: [] });
    expect(pairOf('a=5&b=1')).toEqual({ a: 5, b: 1, replaced: [] });
  });

  test('are the latest two where it names none', () => {
    expect(pairOf('')).toEqual({ a: 5, b: 9, replaced: [] });
  });

  test('are the nearest on record where it names others, and it says so', () => {
    expect(pairOf('a=4&b=12')).toEqual({
      a: 5,
      b: 9,
      replaced: [
        { side: 'a', text: '4', ordinal: 5 },
        { side: 'b', text: '12', ordinal: 9 },
      ],
    });
    expect(pairOf('a=banana&b=2')?.replaced).toEqual([{ side: 'a', text: 'banana', ordinal: 5 }]);
    expect(pairOf('b=2')?.replaced).toEqual([{ side: 'a', text: null, ordinal: 5 }]);
  });

  test('do not exist with fewer than two meetings', () => {
    expect(pairOf('a=1&b=2', [7])).toBeNull();
  });

  test('always exist on record, whatever the address says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const pair = parsePair({ a, b }, [3, 4]);
        expect([3, 4]).toContain(pair?.a);
        expect([3, 4]).toContain(pair?.b);
      }),
    );
  });
});
