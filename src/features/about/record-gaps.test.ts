import { describe, expect, it } from 'vitest';

import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { toRecordGaps } from './GapsPanel.tsx';

const meeting = (ordinal: number, more: Partial<MeetingSummary> = {}): MeetingSummary => ({
  ordinal,
  date: `${1995 + ordinal}`,
  place: null,
  venue: 'The hall',
  format: 'in-person',
  host: null,
  coChairs: [],
  status: 'confirmed',
  entries: 3,
  fields: 2,
  sources: 2,
  ...more,
});

describe('the gaps of a record', () => {
  it('are none where there is nothing, and none where nothing lacks', () => {
    const none = {
      missing: [],
      withoutEntries: [],
      thinlySourced: [],
      withoutVenue: [],
      yearsWithoutEvents: [],
    };
    expect(toRecordGaps([], [])).toEqual(none);
    expect(toRecordGaps([meeting(4), meeting(5)], [])).toEqual(none);
  });

  it('are the meetings between, and those that lack something, in the order of their numbers', () => {
    const meetings = [
      meeting(9, { entries: 0, sources: 0 }),
      meeting(7, { venue: null, sources: 1 }),
      meeting(4, { venue: null, format: 'video' }),
    ];
    expect(toRecordGaps(meetings, [])).toMatchObject({
      missing: [
        { from: 5, to: 6 },
        { from: 8, to: 8 },
      ],
      withoutEntries: [9],
      thinlySourced: [7, 9],
      withoutVenue: [7],
    });
  });

  it('are told of numbers that lie far apart', () => {
    const far = [meeting(3), meeting(999_999_999)];
    expect(toRecordGaps(far, []).missing).toEqual([{ from: 4, to: 999_999_998 }]);
  });

  it('are the exchange years of which no event is dated', () => {
    const years = [{ events: 0 }, { events: 2 }] as ExchangeYearSummary[];
    expect(toRecordGaps([], years).yearsWithoutEvents).toEqual([years[0]]);
  });
});
