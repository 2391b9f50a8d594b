import { expect, test } from 'vitest';

import { entryOf } from '#tests/fixtures/entry-of.ts';
import { openQuestions } from './OpenQuestions.tsx';

const attendance = { text: 'Two ministers.', lang: 'en', source: null, locator: null };
const place = { id: 'porto', country: 'PT', name: { en: 'Porto' } };

test('asks for what a meeting in person lacks, but not for the place of a video meeting', () => {
  const bare = { venue: null, place: null, attendance: null };
  const gaps = (meeting: Parameters<typeof openQuestions>[0]) =>
    openQuestions(meeting, []).map(({ gap }) => gap);
  expect(gaps({ ...bare, format: 'in-person' })).toEqual(['NoPlace', 'NoVenue', 'NoAttendance']);
  expect(gaps({ ...bare, format: 'video' })).toEqual(['NoAttendance']);
  expect(gaps({ venue: 'Town hall', place, attendance, format: 'in-person' })).toEqual([]);
});

test('counts the entries that are disputed, unverified or rest on one source', () => {
  const questions = openQuestions({ venue: 'Town hall', place, attendance, format: 'in-person' }, [
    entryOf({ id: 'e1', status: 'disputed' }),
    entryOf({ id: 'e2', status: 'single-source' }),
    entryOf({ id: 'e3', status: 'single-source' }),
    entryOf({ id: 'e4', status: 'confirmed' }),
  ]);
  expect(questions).toEqual([
    { gap: 'Disputed', status: 'disputed', count: 1 },
    { gap: 'Single', status: 'single-source', count: 2 },
  ]);
});
