import { expect, test } from 'vitest';

import { sessionGaps } from './CommissionsPanel.tsx';

const session = (ordinal: number | null) => ({ ordinal, date: '2001', place: null, source: null });

test('says how many of the numbered sessions are on record', () => {
  expect(sessionGaps([session(2), session(5), session(null)])).toEqual({
    known: 2,
    last: 5,
    unnumbered: 1,
  });
  expect(sessionGaps([session(null)])).toBeNull();
  expect(sessionGaps([])).toBeNull();
});
