import { expect, test } from 'vitest';

import type { MeetingSummary, Person } from '#src/api/schemas/meetings.ts';
import { peopleAsOf } from './terms-as-of.ts';

const office = { id: 'chancellor', name: { en: 'Chancellor' } };
const term = (meetings: number[], from: string, to: string) => ({ office, from, to, meetings });
const people: Person[] = [
  { id: 'ana', name: { en: 'Ana' }, party: 'north', terms: [term([1, 2], '2001', '2003')] },
  { id: 'bo', name: { en: 'Bo' }, party: 'north', terms: [term([3], '2005', '2005')] },
];
const meetings = [
  [1, '2001'],
  [2, '2003'],
  [3, '2005'],
].map(([ordinal, date]) => ({ ordinal, date })) as MeetingSummary[];

test('knows only the terms and meetings of the as-of date', () => {
  const then = peopleAsOf(people, meetings, '2002-06-01');
  expect(then.map(({ id, terms }) => [id, terms[0]?.meetings, terms[0]?.to])).toEqual([
    ['ana', [1], '2001'],
  ]);
  expect(peopleAsOf(people, meetings, '2026-01-01')).toEqual(people);
});
