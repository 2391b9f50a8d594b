import { describe, expect, test } from 'vitest';

import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { filterRows, sortRows, toRows } from './meeting-rows.ts';

const porto = { id: 'porto', country: 'PT', name: { en: 'Porto' } };
const oslo = { id: 'oslo', country: 'NO', name: { en: 'Oslo' } };
const base = {
  venue: null,
  coChairs: [],
  status: 'confirmed' as const,
  fields: 1,
  sources: 1,
};
const meetings: MeetingSummary[] = [
  { ...base, ordinal: 3, date: '2004-03', place: null, host: null, format: 'video', entries: 5 },
  {
    ...base,
    ordinal: 2,
    date: '2003-03',
    place: oslo,
    host: 'north',
    format: 'in-person',
    entries: 9,
  },
  {
    ...base,
    ordinal: 1,
    date: '2001-03',
    place: porto,
    host: 'south',
    format: 'in-person',
    entries: 5,
  },
];
const ordinals = (rows: readonly { meeting: MeetingSummary }[]) =>
  rows.map(({ meeting }) => meeting.ordinal);
const sorted = (sort: Parameters<typeof sortRows>[1]) =>
  ordinals(
    sortRows(
      toRows(meetings),
      sort,
      ({ place }) => place?.name.en ?? null,
      (a, b) => a.localeCompare(b, 'en'),
    ),
  );

describe('the list of meetings', () => {
  test('tells how long the meeting before lies back, whatever is filtered away', () => {
    const rows = filterRows(toRows(meetings), { host: 'north', format: null, chair: null });
    expect(rows.map(({ meeting, gap }) => [meeting.ordinal, gap])).toEqual([
      [2, { months: 24, isAbout: true }],
    ]);
  });

  test('finds the meetings that neither party hosted', () => {
    const rows = filterRows(toRows(meetings), { host: 'none', format: null, chair: null });
    expect(ordinals(rows)).toEqual([3]);
  });

  test('sorts by any column, in both directions, with absent values last and ties by date', () => {
    expect(sorted('-ordinal')).toEqual([3, 2, 1]);
    expect(sorted('place')).toEqual([2, 1, 3]);
    expect(sorted('-place')).toEqual([1, 2, 3]);
    expect(sorted('gap')).toEqual([3, 2, 1]);
    expect(sorted('-gap')).toEqual([2, 3, 1]);
    expect(sorted('entries')).toEqual([3, 1, 2]);
  });

  test('puts the later of two meetings of one day first where they tie, whichever came first', () => {
    const twins = meetings.map((meeting) => ({ ...meeting, date: '2004', entries: 5 }));
    for (const given of [twins, twins.toReversed()]) {
      const rows = given.map((meeting) => ({ meeting, gap: null, isFirst: false }));
      for (const sort of ['entries', '-entries', 'gap'] as const)
        expect(
          ordinals(
            sortRows(
              rows,
              sort,
              () => null,
              () => 0,
            ),
          ),
        ).toEqual([3, 2, 1]);
    }
  });
});
