import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Group, groupFilters, groupText, parseGroup } from '#src/address/groups.ts';
import { parseGroups } from './ComparePage.tsx';

const known = {
  ordinals: [1, 2, 5, 9, 12],
  held: [1, 2, 5, 9],
  coChair: new Set(['ana', 'bo']),
  exchangeYear: new Set(['sports']),
};
const read = (a: string | null, b: string | null) => {
  const groups = parseGroups({ a, b }, known);
  if (groups === null) throw new Error('There is nothing to compare');
  const replaced = groups.replaced.map(({ side, text }) => [side, text]);
  return [groupText(groups.a), groupText(groups.b), replaced];
};

const ordinal = fc.integer({ min: 1, max: 999_999_999 });
const id = fc.constantFrom('ana', 'li-qiang', 'sports-2022-2023');
const anyGroup: fc.Arbitrary<Group> = fc.oneof(
  ordinal.map((one): Group => ({ kind: 'meeting', ordinal: one })),
  fc.tuple(ordinal, ordinal).map(([a, b]): Group => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return { kind: 'range', from, to };
  }),
  id.map((one): Group => ({ kind: 'coChair', id: one })),
  id.map((one): Group => ({ kind: 'exchangeYear', id: one })),
);

describe('the groups of an address', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        expect(parseGroup(groupText(group))).toEqual(group);
      }),
    );
  });

  test('are the ones it names, beside a meeting or another group', () => {
    expect(read('coChair:ana', 'coChair:bo')).toEqual(['coChair:ana', 'coChair:bo', []]);
    expect(read('2-9', 'exchangeYear:sports')).toEqual(['2-9', 'exchangeYear:sports', []]);
    expect(read('coChair:ana', '5')).toEqual(['coChair:ana', '5', []]);
  });

  test('are the nearest on record, and are said to be', () => {
    expect(read('9-2', 'coChair:ana')).toEqual(['2-9', 'coChair:ana', [['a', '9-2']]]);
    expect(read('3-40', '1')).toEqual(['2-9', '1', [['a', '3-40']]]);
    // Nothing was held between the twelfth and itself, and nobody is called so.
    expect(read('11-12', 'coChair:eve')).toEqual([
      '9',
      '12',
      [
        ['a', '11-12'],
        ['b', 'coChair:eve'],
      ],
    ]);
    expect(read('exchangeYear:culture', null)[2]).toEqual([
      ['a', 'exchangeYear:culture'],
      ['b', null],
    ]);
  });

  test('have no range before the first meeting is held', () => {
    const groups = parseGroups({ a: '1-2', b: '5-9' }, { ...known, held: [] });
    expect([groups?.a.kind, groups?.b.kind]).toEqual(['meeting', 'meeting']);
  });

  test('are two meetings of the record whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const groups = parseGroups({ a, b }, known);
        for (const group of [groups?.a, groups?.b])
          expect(group !== undefined && parseGroup(groupText(group))).toEqual(group);
      }),
    );
  });
});

describe('the filters of a range', () => {
  const meetings = ['2001', '2003-05-05', '2003-05-05', '2003-05', '2004-01-01', '2006'].map(
    (date, index) => ({ ordinal: index + 1, date }),
  );
  const filters = (from: number, to: number) =>
    groupFilters({ kind: 'range', from, to }, { meetings, exchangeYears: [] });

  test('are its dates, unless these let in a meeting of the same day or month that is not in it', () => {
    expect(filters(1, 4)).toEqual({ from: '2001', to: '2003-05' });
    expect(filters(5, 6)).toEqual({ from: '2004-01-01', to: '2006' });
    expect(filters(1, 2)).toEqual({ meeting: [1, 2] });
    expect(filters(3, 5)).toEqual({ meeting: [3, 4, 5] });
  });
});
