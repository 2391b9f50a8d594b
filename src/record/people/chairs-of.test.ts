import { expect, it } from 'vitest';

import { neighbourOf } from './chairs-of.ts';

const office = { id: 'premier', name: { en: 'Premier' } };
const chair = (party: string, id: string) => ({
  party,
  person: { id, name: { en: id } },
  office,
  source: null,
  locator: null,
});
const meeting = (ordinal: number, ...coChairs: ReturnType<typeof chair>[]) => ({
  ordinal,
  coChairs,
});

it('sets a person against whoever chaired before for the same party, by the last meeting of each', () => {
  const meetings = [
    meeting(4, chair('north', 'cy'), chair('south', 'xi')),
    meeting(1, chair('north', 'ana'), chair('south', 'xi')),
    meeting(3, chair('north', 'ana')),
    meeting(2, chair('north', 'bo'), chair('south', 'xi')),
  ];
  const idOf = (person: string) => neighbourOf(person, meetings)?.id;
  expect(['cy', 'ana', 'bo', 'xi', 'nobody'].map(idOf)).toEqual([
    'ana',
    'bo',
    'ana',
    undefined,
    undefined,
  ]);
});
