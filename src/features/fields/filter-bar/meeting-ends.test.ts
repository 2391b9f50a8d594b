import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { endAt, isBackward, moveEnd, parseEnd, rangePlaces, type End } from './meeting-ends.ts';

const meetings = [
  { ordinal: 1, date: '1996-12-27' },
  { ordinal: 2, date: '1997-06-27' },
  { ordinal: 3, date: '1998' },
  { ordinal: 21, date: '2016-11-07' },
];

describe('an end of the range of meetings', () => {
  test.each([
    ['2016', '2016'],
    ['2016-06', '2016-06'],
    [' 2016-06-17 ', '2016-06-17'],
    ['21', '2016-11-07'],
    ['', null],
    ['  ', null],
    ['22', undefined],
    ['2016-02-30', undefined],
    ['June 2016', undefined],
  ])('typed as “%s” is %s', (typed, date) => {
    expect(parseEnd(typed, meetings)).toBe(date);
  });

  test('is refused where it leaves no day', () => {
    expect(isBackward('2017', '2016')).toBe(true);
    expect(isBackward('2016-06', '2016')).toBe(false);
    expect(isBackward(null, '2016')).toBe(false);
  });
});

describe('a range of meetings', () => {
  test.each([
    [null, null, { first: 0, last: 3 }],
    ['1997', null, { first: 1, last: 3 }],
    ['1998-05', '1998-06', { first: 2, last: 2 }],
    [null, '1996', { first: 0, last: 0 }],
    ['1999', '2001', { first: 3, last: 2 }],
    ['2020', null, { first: 4, last: 3 }],
  ])('from %s to %s has its places', (from, to, places) => {
    expect(rangePlaces(meetings, { from, to })).toEqual(places);
  });

  test('is found again where its handles were put', () => {
    const place = fc.nat({ max: meetings.length - 1 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const from = endAt(meetings, 'from', first);
        const to = endAt(meetings, 'to', last);
        expect(rangePlaces(meetings, { from, to })).toEqual({ first, last });
      }),
    );
  });
});

describe('a handle among meetings that share their days', () => {
  const shared = [
    '1996-12-27',
    '2004-09-24',
    '2004-09-24',
    '2010',
    '2010-10',
    '2010',
    '2016-11',
  ].map((date, index) => ({ ordinal: index + 1, date }));
  const edge = shared.length - 1;
  const startOf = (end: End) => (end === 'from' ? 0 : edge);

  /** Where each press of the same arrow takes a handle, until it moves no more. */
  function walk(end: End, start: number, step: 1 | -1): number[] {
    const places = [start];
    for (let place = start; ;) {
      const asked = { place, target: place + step, other: edge - startOf(end) };
      const value = moveEnd(shared, end, asked);
      const { first, last } = rangePlaces(shared, { from: null, to: null, [end]: value });
      const next = end === 'from' ? first : last;
      if (next === place) return places;
      places.push((place = next));
    }
  }

  test.each<[End, number[]]>([
    ['from', [0, 1, 3, 6]],
    ['to', [6, 5, 2, 0]],
  ])('“%s” goes from one edge to the other, and back, past them all', (end, places) => {
    const step = end === 'from' ? 1 : -1;
    expect(walk(end, startOf(end), step)).toEqual(places);
    const back = walk(end, edge - startOf(end), step === 1 ? -1 : 1);
    expect(back.at(-1)).toBe(startOf(end));
  });

  test('does not pass the other handle', () => {
    const value = moveEnd(shared, 'from', { place: 0, target: 6, other: 1 });
    expect(value).toBe('2004-09-24');
  });
});
