import { expect, test } from 'vitest';

import type { Meeting } from '#src/api/schemas/meetings.ts';
import { meetingData } from './structured-data.ts';

const name = ({ en }: { en: string }) => en;
const mechanism = {
  id: 'talks',
  name: { en: 'Talks' },
  parties: [
    { id: 'a', country: 'PT', name: { en: 'A' } },
    { id: 'b', country: 'GR', name: { en: 'B' } },
  ],
  since: '2001',
  dataStatus: 'demonstration',
  dataVersion: '1',
  dataDate: '2026',
} as const;
const meeting: Meeting = {
  ordinal: 3,
  date: '2003-05',
  place: null,
  venue: null,
  format: 'video',
  host: null,
  coChairs: [],
  status: 'confirmed',
  entries: 0,
  fields: 0,
  sources: [],
  attendance: null,
  notes: null,
  previous: null,
  next: null,
  exchangeYears: [],
};

test('a meeting without a place on record has none in the structured data, and its date stays as precise as it is', () => {
  const data = meetingData(
    meeting,
    { ...mechanism, parties: [...mechanism.parties] },
    { title: '3rd meeting', url: 'https://example.org/meetings/3', name },
  );
  expect(data).not.toHaveProperty('location');
  expect(data).toMatchObject({
    '@type': 'Event',
    startDate: '2003-05',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
  });
});
