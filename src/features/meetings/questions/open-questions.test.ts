import { expect, test } from 'vitest';

import { entryOf } from '#tests/fixtures/entry-of.ts';
import { openQuestions } from './OpenQuestions.tsx';

const attendance = { text: 'Two ministers.', lang: 'en', source: null, locator: null };
const parties = ['norvia', 'sundmark'];
const coChairs = parties.map((party) => ({
  party,
  person: { id: `of-${party}`, name: { en: 'Somebody' } },
  office: { id: `${party}-minister`, name: { en: 'Minister' } },
  source: null,
}));
const place = { id: 'porto', country: 'PT', name: { en: 'Porto' } };

test('asks for what a meeting in person lacks, but not for the place of a video meeting', () => {
  const bare = { venue: null, place: null, attendance: null, coChairs };
  const gaps = (meeting: Parameters<typeof openQuestions>[0]) =>
    openQuestions(meeting, [], parties).map(({ gap }) => gap);
  expect(gaps({ ...bare, format: 'in-person' })).toEqual(['NoPlace', 'NoVenue', 'NoAttendance']);
  expect(gaps({ ...bare, format: 'video' })).toEqual(['NoAttendance']);
  expect(gaps({ venue: 'Town hall', place, attendance, coChairs, format: 'in-person' })).toEqual(
    [],
  );
});

test('counts the entries that are disputed, unverified or rest on one source', () => {
  const held = { venue: 'Town hall', place, attendance, coChairs, format: 'in-person' } as const;
  const listed = [
    entryOf({ id: 'e1', status: 'disputed' }),
    entryOf({ id: 'e2', status: 'single-source' }),
    entryOf({ id: 'e3', status: 'single-source' }),
    entryOf({ id: 'e4', status: 'confirmed' }),
  ];
  expect(openQuestions(held, listed, parties)).toEqual([
    { gap: 'Disputed', status: 'disputed', count: 1 },
    { gap: 'Single', status: 'single-source', count: 2 },
  ]);
});

test('names the party whose co-chair nobody has on record', () => {
  const meeting = { venue: 'Town hall', place, attendance, format: 'in-person' } as const;
  const gaps = openQuestions({ ...meeting, coChairs: coChairs.slice(0, 1) }, [], parties);
  expect(gaps).toEqual([{ gap: 'NoCoChair', party: 'sundmark' }]);
});
