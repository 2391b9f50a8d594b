import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MeetingSummary, Person } from '#src/api/schemas/meetings.ts';
import {
  hostRows,
  longestGap,
  packLines,
  positionOf,
  termRow,
  timelineWindow,
  yearTicks,
} from './timeline.ts';

const meetingOn = (ordinal: number, date: string, facts: Partial<MeetingSummary> = {}) => ({
  ordinal,
  date,
  place: null,
  venue: null,
  format: 'in-person' as const,
  host: null,
  coChairs: [],
  status: 'confirmed' as const,
  entries: 0,
  fields: 0,
  sources: 0,
  ...facts,
});

describe('the timeline of meetings', () => {
  test('spans whole years up to the as-of date', () => {
    const window = timelineWindow(
      [meetingOn(2, '2003-05'), meetingOn(1, '2001-11-02')],
      '2005-06-01',
    );
    expect(window).toEqual({ from: '2001-01-01', to: '2006-01-01' });
    expect(positionOf('2001-01-01', window)).toBe(0);
    expect(positionOf('2006-01-01', window)).toBe(1);
  });

  test('labels round years, never more than sixteen', () => {
    expect(yearTicks({ from: '1996-01-01', to: '2027-01-01' })).toEqual(
      Array.from({ length: 16 }, (_, index) => 1996 + 2 * index),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2000 }), fc.nat(900), (year, span) => {
        const ticks = yearTicks({ from: `${year}-01-01`, to: `${year + span}-01-01` });
        expect(ticks.length).toBeLessThanOrEqual(17);
      }),
    );
  });

  test('has a row for each host, and rows for video and third places only where there are any', () => {
    const meetings = [
      meetingOn(1, '2001', { host: 'north' }),
      meetingOn(2, '2002', { host: 'south' }),
      meetingOn(3, '2003', { format: 'video' }),
    ];
    const rows = hostRows(meetings, ['north', 'south'], timelineWindow(meetings, '2003-12-31'));
    expect(
      rows.map(({ row, party, placed }) => [row, party, placed.map((one) => one.meeting.ordinal)]),
    ).toEqual([
      ['party', 'north', [1]],
      ['party', 'south', [2]],
      ['video', null, [3]],
    ]);
  });

  test('moves marks that would touch to a further line', () => {
    const meetings = [
      meetingOn(1, '2001-05-01', { host: 'north' }),
      meetingOn(2, '2001-05-20', { host: 'north' }),
      meetingOn(3, '2009-05-20', { host: 'north' }),
    ];
    const [north] = hostRows(meetings, ['north', 'south'], timelineWindow(meetings, '2009-12-31'));
    expect(north?.placed.map(({ line }) => line)).toEqual([0, 1, 0]);
    expect(north?.lines).toBe(2);
  });

  test('never lets two things on a line touch', () => {
    const items = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 })),
    );
    fc.assert(
      fc.property(items, (pairs) => {
        const sorted = pairs
          .toSorted(([a], [b]) => a - b)
          .map(([start, width]) => ({ start, end: start + width }));
        const { placed, lines } = packLines(sorted);
        for (let line = 0; line < lines; line += 1) {
          const own = placed.filter((item) => item.line === line);
          for (const [index, item] of own.entries()) {
            expect(item.start).toBeGreaterThanOrEqual(own[index - 1]?.end ?? 0);
          }
        }
      }),
    );
  });

  test('gives a term room for its label, so that a short one does not run into the next', () => {
    const person = (id: string, from: string, to: string): Person => ({
      id,
      name: { en: id },
      party: 'north',
      terms: [{ office: { id: 'o', name: { en: 'o' } }, from, to, meetings: [1] }],
    });
    const people = [person('ana', '2001-02-01', '2001-02-01'), person('bo', '2001-04-01', '2004')];
    const window = { from: '2001-01-01', to: '2005-01-01' };
    expect(termRow(people, 'north', window, () => 0.2).placed.map(({ line }) => line)).toEqual([
      0, 1,
    ]);
    expect(termRow(people, 'north', window, () => 0.01).lines).toBe(1);
    expect(termRow(people, 'south', window, () => 0.01).placed).toEqual([]);
  });

  test('finds the longest gap', () => {
    const meetings = [meetingOn(3, '2004-01'), meetingOn(2, '2003-01'), meetingOn(1, '2001-01')];
    const gap = longestGap(meetings);
    expect([gap?.before.ordinal, gap?.after.ordinal, gap?.months]).toEqual([1, 2, 24]);
    expect(longestGap(meetings.slice(0, 1))).toBeNull();
  });

  test('tells the longer of two gaps of as many months', () => {
    const meetings = [
      meetingOn(1, '2000-01-01'),
      meetingOn(2, '2001-01-02'),
      meetingOn(3, '2002-01-31'),
    ];
    expect(longestGap(meetings)).toMatchObject({ months: 12, after: { ordinal: 3 } });
  });

  test('states no gap across a number that is missing, and knows that a longer one may be there', () => {
    const meetings = [
      meetingOn(1, '2001-01-01'),
      meetingOn(2, '2002-01-01'),
      meetingOn(5, '2009-01-01'),
      meetingOn(6, '2009-02'),
    ];
    expect(longestGap(meetings)).toMatchObject({ months: 12, isAbout: false, isCertain: false });
    expect(longestGap(meetings.slice(0, 2))).toMatchObject({ isCertain: true });
    expect(longestGap(meetings.slice(1, 3))).toBeNull();
  });

  test('tells a third country from a place that is not on record', () => {
    const place = { id: 'haifa', country: 'IL', name: { en: 'Haifa' } };
    const meetings = [meetingOn(1, '2001', { place }), meetingOn(2, '2002', { place: null })];
    const rows = hostRows(meetings, ['north'], timelineWindow(meetings, '2003-01-01'));
    expect(rows.map(({ row, placed }) => [row, placed.length])).toEqual([
      ['party', 0],
      ['elsewhere', 1],
      ['unknown', 1],
    ]);
  });
});
