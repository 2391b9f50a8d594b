import { describe, expect, it } from 'vitest';

import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Side } from '#src/lib/accounts.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import { balanceWords, readOfMeeting, silenceWords } from './side-words.ts';

const mechanism: Mechanism = {
  id: 'north-south',
  name: { en: 'North and South' },
  parties: [
    { id: 'north', country: 'NO', name: { en: 'North' } },
    { id: 'south', country: 'ZA', name: { en: 'South' } },
  ],
  since: '1996',
  dataStatus: 'curated',
  dataVersion: '1',
  dataDate: '2026-01-01',
};
const english = createTranslator('en', await loadCatalogue('en'), [await loadLateCatalogue('en')]);
const column = (side: Side, count: number) => ({ side, facts: Array.from({ length: count }) });
const north = (count: number) => column({ of: 'party', party: 'north' }, count);
const south = (count: number) => column({ of: 'party', party: 'south' }, count);
const both = (count: number) => column({ of: 'both' }, count);

describe('the balance of accounts', () => {
  it.each([
    [
      [north(3), both(1), south(1)],
      /^More than half, 3 of 5 entries, rest on accounts of North alone/,
    ],
    [[north(1), both(5), south(2)], /^2 of 8 entries rest on accounts of South alone; no side/],
    [[north(2), both(0), south(2)], /^2 of 4 entries rest on accounts of North alone; no side/],
    [[north(0), both(2), south(0)], /^None of the 2 entries rests on one side’s accounts alone\.$/],
    [
      [north(0), both(1), south(0), column({ of: 'nobody' }, 2)],
      /^None of the 3 entries rests .*alone\. Of 2 entries it is not known whose accounts they rest on\.$/,
    ],
  ])('%#: is said of all entries', (columns, words) => {
    expect(balanceWords(columns, mechanism, english)).toMatch(words);
  });
});

describe('the silence of a side', () => {
  const read = (...parties: string[]) => parties.map((reportedBy) => ({ reportedBy }));
  it.each([
    [north(2), read('north', 'south'), ['In no account of South that was read.']],
    [north(2), read('north'), ['No account of South was read for this meeting.']],
    [south(0), read('north', 'south'), ['Nothing is in accounts of South alone.']],
    [south(0), read('north', 'third'), ['No account of South was read for this meeting.']],
    [both(3), read('north'), []],
  ])('%#: is told from nobody having read its accounts', (one, sources, words) => {
    expect(silenceWords(one, readOfMeeting(sources), mechanism, english)).toEqual(words);
  });

  it.each([
    [north(2), 4, ['In no account of South that was read.']],
    [
      north(2),
      1,
      ['In no account of South that was read. Accounts of South were read for 1 of 4 meetings.'],
    ],
    [
      south(0),
      3,
      ['Nothing is in accounts of South alone. Accounts of South were read for 3 of 4 meetings.'],
    ],
    [north(2), 0, ['No account of South was read for these meetings.']],
  ])('%#: is said of several meetings with for how many of them', (one, ofSouth, words) => {
    const ofFour = { meetings: 4, of: (party: string) => (party === 'south' ? ofSouth : 4) };
    expect(silenceWords(one, ofFour, mechanism, english)).toEqual(words);
  });
});
