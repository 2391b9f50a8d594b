import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Group, groupText, parseGroup } from '#src/address/groups.ts';
import { parseGroups } from './compared-groups.ts';

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
