import { expect, test } from 'vitest';

import { onlyMeeting } from './FieldsPage.tsx';

const meetings = [
  { ordinal: 30, date: '2025-11-03' },
  { ordinal: 29, date: '2024-08-21' },
  { ordinal: 28, date: '2023-12' },
];
const left = (meeting: number[], from: string | null, to: string | null) =>
  onlyMeeting({ meeting, from, to }, meetings);

test('one meeting is left where it is chosen, or where a range of dates holds no other', () => {
  expect(left([29], null, null)).toBe(29);
  expect(left([], '2024-08-21', '2024-08-21')).toBe(29);
  expect(left([], '2024', '2024-12')).toBe(29);
  expect(left([], '2025', null)).toBe(30);
  // Known to the month only, it may have been on any of its days.
  expect(left([], null, '2023-12-01')).toBe(28);
  for (const [meeting, from, to] of [
    [[28, 29], null, null],
    [[], null, null],
    [[], '2024-08-21', '2025-11-03'],
    [[], '2026', null],
  ] as const)
    expect(left([...meeting], from, to)).toBeNull();
});
