import { describe, expect, test } from 'vitest';

import { misplacedMeetings } from './meeting-order.ts';

const pairs = (...dates: string[]) =>
  misplacedMeetings(dates.map((date, index) => ({ ordinal: index + 1, date })).toReversed()).map(
    ({ meeting, before }) => [meeting.ordinal, before.ordinal],
  );

describe('meetings in the order of their ordinals', () => {
  test.each([
    ['two on one day', ['2004-09-24', '2004-09-24']],
    ['a year before one of its months', ['2010', '2010-10', '2010']],
    ['a month before one of its days, and after', ['2010-10', '2010-10-01', '2010-10']],
    ['years apart', ['1996-12-27', '1997', '2016-11']],
  ])('may be %s', (_name, dates) => {
    expect(pairs(...dates)).toEqual([]);
  });

  test.each([
    ['the day before', ['2004-09-24', '2004-09-23'], [[2, 1]]],
    ['a month before the year', ['2005', '2004-12'], [[2, 1]]],
    // The year may be either side of each; the two months stand against each other.
    ['a month behind a year that hides the order', ['2010-12', '2010', '2010-02'], [[3, 1]]],
  ])('may not be %s', (_name, dates, due) => {
    expect(pairs(...dates)).toEqual(due);
  });

  test.each([
    ['the first, a century too late', ['2109', '2011', '2014', '2015'], [1]],
    ['one in the middle, too late', ['2009', '2041', '2014', '2015'], [2]],
    ['the last, too early', ['2009', '2011', '2014', '1015'], [4]],
    ['two that changed places', ['2009', '2014', '2011', '2015'], [3]],
    ['two that changed places far from each other', ['2014', '2010', '2012', '2008'], [1, 4]],
  ])('are told by the one that is wrong: %s', (_name, dates, due) => {
    const meetings = dates.map((date, index) => ({ ordinal: index + 1, date }));
    expect(misplacedMeetings(meetings).map(({ wrong }) => wrong.ordinal)).toEqual(due);
  });

  test('are told of very many too, without a long wait', () => {
    const meetings = Array.from({ length: 5000 }, (_, index) => ({
      ordinal: index + 1,
      date: String(9000 - index),
    }));
    expect(misplacedMeetings(meetings)).not.toHaveLength(0);
  });
});
