import { expect, test } from 'vitest';

import { possibleTurns } from './compared-periods.ts';

const turns = (...dates: string[]) =>
  possibleTurns(
    dates.map((date, at) => ({ key: String(at + 1), entries: 1, meetings: 1, date })),
  ).map(({ key }) => key);

test('a later period begins with no meeting that may have been held before an earlier one was', () => {
  expect(turns('2001', '2002-05-01', '2003')).toEqual(['2', '3']);
  expect(turns('2001-05-01', '2001-05-01', '2002')).toEqual(['3']);
  // All that is known of the first is its year: the filters by date would count it in both periods.
  expect(turns('2001', '2001-03-01', '2001-05-01', '2002')).toEqual(['4']);
});
