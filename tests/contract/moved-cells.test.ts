/** A column that was sorted, shifted or filled by itself, rows that are gone: no cell is wrong alone, and the record tells it all the same. */
import { describe, expect, it } from 'vitest';

import { findWarnings } from '#engine/edition/check-warnings.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { sortFaults } from '#engine/reading/faults.ts';
import type { RecordData } from '#engine/record/record.ts';
import { readRecord } from '#mocks/read-record.ts';
import { cell, type Change, refused, warned } from '#tests/fixtures/changed-workbook.ts';
import { type Cell, rowsOf, type Sheet, sheetOf } from '#tests/fixtures/hand-written-workbook.ts';

/** What stands in a column, put into other rows or replaced. */
const column =
  (name: string, heading: string, move: (cells: Cell[]) => Cell[]): Change =>
  (sheets) => {
    const [headings = [], ...rows] = rowsOf(sheets, name);
    const at = headings.indexOf(heading);
    const moved = move(rows.map((row) => row[at] ?? null));
    for (const [nth, row] of rows.entries()) row[at] = moved[nth] ?? null;
  };
const isEmpty = (one: Cell) => Number(one === null);
const sorted = (cells: Cell[]) =>
  cells.toSorted(
    (a, b) => isEmpty(a) - isEmpty(b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  );
const up = ([first = null, ...rest]: Cell[]) => [...rest, first];
const filled = (cells: Cell[]) => cells.map(() => cells[0] ?? null);
const row =
  (name: string, ...cells: Cell[]): Change =>
  (sheets) =>
    rowsOf(sheets, name).push(cells);

const ALONE = 'was a column sorted, moved or filled by itself?';
const also = (place: string, ...rows: number[]) =>
  `; likewise at ${rows.length} more place${rows.length > 1 ? 's' : ''}: ${rows.map((one) => `${place} (row ${one})`).join(', ')}`;

describe('a column that is not with its rows', () => {
  it.each<[string, string, string, (cells: Cell[]) => Cell[], string]>([
    [
      'entries',
      'meeting',
      'turned round',
      (cells) => cells.toReversed(),
      `entries meeting: 4 stands here, but the id of the row is of meeting 1: ${ALONE} (row 2)${also('entries meeting', 3, 7, 8)}`,
    ],
    [
      'entries',
      'meeting',
      'filled down',
      filled,
      `entries meeting: 1 stands here, but the id of the row is of meeting 2: ${ALONE} (row 4)${also('entries meeting', 5, 6, 7, 8)}`,
    ],
    [
      'entries',
      'text',
      'sorted',
      sorted,
      'entries text: the column "text" is in the order of the alphabet from the first row to the last, and "meeting" is in order too: was the one sorted by itself? (row 2)',
    ],
    [
      'entries',
      'party',
      'moved up',
      up,
      'entries party: one party is named here, but the sentence begins with the name, and so speaks for the other: have the two parties changed places? (row 7)',
    ],
    [
      'co-chairs',
      'source',
      'moved up',
      up,
      `co-chairs source: joint-2011 stands here, but this source is listed with meeting 2: ${ALONE} (row 3)${also('co-chairs source', 5, 6)}`,
    ],
    [
      'sources',
      'publishedOn',
      'sorted',
      sorted,
      `sources publishedOn: 2014 stands here, but the id of the row says 2015: ${ALONE} (row 4)${also('sources publishedOn', 5)}`,
    ],
    [
      'sources',
      'publishedOn',
      'filled down',
      filled,
      'sources publishedOn: published on 2009-05, but whatever cites it is of a later meeting (2011-06-14): is it the date of another row? (row 3); likewise at 2 more places: sources publishedOn (row 5), sources publishedOn (row 6)',
    ],
    [
      'sources',
      'url',
      'sorted',
      sorted,
      `sources url: 2011 stands here, but the row says 2015: ${ALONE} (row 4)${also('sources url', 5, 6)}`,
    ],
    [
      'sources',
      'url',
      'filled down',
      filled,
      `sources url: "https://example.org/arland/gazette/2009" stands in more rows than one: was it filled down, or pasted twice? (row 2)${also('sources url', 3, 4, 5, 6)}`,
    ],
    [
      'sources',
      'title',
      'turned round',
      (cells) => cells.toReversed(),
      expect.stringContaining(
        'is the title of a document in the language "en", which is not written with these letters',
      ),
    ],
    [
      'people',
      'name_en',
      'turned round',
      (cells) => cells.toReversed(),
      `people name_en: "Noor Haddad" stands here, but it is the name of the row with the id "noor-haddad": ${ALONE} (row 2)${also('people name_en', 4)}`,
    ],
    [
      'exchange-year-events',
      'kind',
      'moved up',
      up,
      'exchange-year-events kind: closed on 2014-07-04, before it was opened (2015-12): have the kinds or the dates of events changed places? (row 3)',
    ],
  ])('is told once: %s %s, %s', async (name, heading, _, move, line) => {
    const lines = await warned(column(name, heading, move));
    // Pieces of evidence that repeat their row are told where they stand.
    expect(lines.filter((one) => !one.startsWith('evidence '))).toEqual([line]);
  });

  it('is told of the list where all that cites a document is of another meeting', async () => {
    expect(await warned(column('meeting-sources', 'source', up))).toEqual([
      `meeting-sources source: bel-herald-2011 stands here, but whatever cites this source is of meeting 2: ${ALONE} (row 2)${also('meeting-sources source', 4, 5)}`,
    ]);
  });

  it('is told of names that stand in the columns of each other’s languages', async () => {
    const names: Change = (sheets) => {
      for (const cells of rowsOf(sheets, 'fields').slice(1))
        if (cells[3] !== null) [cells[2], cells[3]] = [cells[3] ?? null, cells[2] ?? null];
    };
    expect(await warned(names)).toEqual([
      'fields name_fr: the ids are made of the names in the column "name_fr", such as "Rivers", and not of those in "name_en": have the two columns changed places? (row 2); likewise at 2 more places: fields name_fr (row 4), fields name_fr (row 5)',
    ]);
  });

  it('is told of sentences in another language of the same script', async () => {
    const texts: Change = (sheets) => {
      for (const cells of rowsOf(sheets, 'entries').slice(1, 3))
        [cells[4], cells[6]] = [cells[6] ?? null, cells[4] ?? null];
    };
    expect(await warned(texts)).toEqual([
      expect.stringMatching(/^entries text: .* language "en", but reads as if it were in "fr"/),
      expect.stringMatching(/^entries text_fr: .* language "fr", but reads as if it were in "en"/),
    ]);
  });
});

describe('a column of a long record that is not with its rows', () => {
  const told = (record: RecordData) => sortFaults(findWarnings(record)).map(formatFault);
  /** A property of each thing of a list, as that of the next one. */
  const shifted = <Item extends object>(list: readonly Item[], key: keyof Item): Item[] =>
    list.map((one, at) => ({ ...one, [key]: list[(at + 1) % list.length]?.[key] }));

  it.each(['publishedOn', 'url', 'publisher', 'reportedBy', 'title', 'language'] as const)(
    'is told where each source has the %s of the next one',
    async (key) => {
      const record = await readRecord();
      const lines = told({ ...record, sources: shifted(record.sources, key) });
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThan(4);
    },
  );

  it.each(['https://example.org:port/x', 'https://[x', 'https://a%zz.org/', 'https://?x'])(
    'is looked through though an address of a source is none that can be gone to: %s',
    async (url) => {
      const record = await readRecord();
      const [first, ...sources] = record.sources;
      if (first === undefined) throw new Error('A source is needed');
      expect(told({ ...record, sources: [{ ...first, url }, ...sources] })).toEqual([]);
    },
  );

  it('is told where the kinds are sorted, and where translations are those of the next entry', async () => {
    const record = await readRecord();
    const kinds = record.entries.map(({ kind }) => kind).toSorted();
    const entries = record.entries.map((entry, at) => ({
      ...entry,
      kind: kinds[at] ?? entry.kind,
    }));
    expect(told({ ...record, entries })).toEqual([
      expect.stringContaining('$[0].kind: the column "kind" is in the order of the alphabet'),
    ]);
    expect(told({ ...record, entries: shifted(record.entries, 'translations') })).toEqual([
      expect.stringContaining('is in this translation, but another one'),
      expect.stringContaining('is in this translation, but another one'),
    ]);
  });

  it('is told of an event far from its exchange year, and of a meeting that lacks a co-chair', async () => {
    const record = await readRecord();
    const [first, ...years] = record.exchangeYears;
    if (first === undefined) throw new Error('An exchange year is needed');
    const events = first.events.map((event) => ({ ...event, date: '2013-05-01' }));
    expect(told({ ...record, exchangeYears: [{ ...first, events }, ...years] })).toEqual([
      expect.stringContaining('2013-05-01 is not in the years 2006/2007, nor next to them'),
    ]);
    const meetings = record.meetings.map((meeting, at) =>
      at === 4 ? { ...meeting, coChairs: meeting.coChairs.slice(1) } : meeting,
    );
    expect(told({ ...record, meetings })).toEqual([
      'meetings.json $[4].ordinal: meeting 5 has no co-chair of "china", as nearly all the others have: is a row lost?',
    ]);
  });
});

describe('what nothing names', () => {
  it.each<[string, string, string, ...string[]]>([
    ['places', 'place', 'arlmouth', 'XA', 'Arlmouth'],
    ['people', 'person', 'una-ro', 'arland', 'Una Ro'],
    ['groups', 'group', 'sky', 'Sky'],
    ['fields', 'field', 'boats', 'people', 'Boats'],
    ['sources', 'source', 'x', 'T', 'P', '2011', 'en', 'https://example.org/x', 'arland'],
  ])('is told, as the row that named it may be lost: %s', async (name, thing, id, ...cells) => {
    expect(await warned(row(name, id, ...cells))).toEqual([
      expect.stringMatching(
        new RegExp(`^${name} id: the ${thing} "${id}" is never used: is a row lost`),
      ),
    ]);
  });
});

describe('what another program left in a cell', () => {
  it('is told of the words for a failed formula, and of a formula as text', async () => {
    expect(
      await warned(
        cell('places', 3, 'name_fr', '#N/A'),
        cell('meetings', 2, 'venue', '#REF!'),
        cell('meetings', 3, 'venue', '=VLOOKUP(A2,B:C,2)'),
      ),
    ).toEqual([
      expect.stringMatching(/^places name_fr: "#N\/A" stands here, where words should be/),
      expect.stringMatching(/^meetings venue: "#REF!" stands here, where words should be/),
      expect.stringMatching(/^meetings venue: "=VLOOKUP.* holds what another program left in it/),
    ]);
  });

  it('is told of a point that may part thousands', async () => {
    expect(await warned(cell('exchange-year-figures', 2, 'value', '500.125'))).toEqual([
      'exchange-year-figures value: 500.125 is read as a fraction: if 500125 is meant, write that (row 2)',
    ]);
  });
});

describe('what a program hides', () => {
  it('is read, and told by row, column and sheet', async () => {
    const hide =
      (name: string, hidden: NonNullable<Sheet['hidden']>): Change =>
      (sheets) => {
        sheetOf(sheets, name).hidden = hidden;
      };
    const read =
      'hidden in your program, and read like all others: show it, and see whether it belongs here';
    expect(
      await warned(
        hide('entries', { lines: [3, 5, 40] }),
        hide('sources', { column: 3 }),
        hide('other-names', { isSheet: true }),
      ),
    ).toEqual([
      `other-names: this sheet is ${read}`,
      `sources: the column "publisher" is ${read} (row 1)`,
      `entries: this row is ${read} (row 3); likewise at 1 more place: entries (row 5)`,
    ]);
  });
});

describe('several ids in one cell', () => {
  it.each(['ferries; rivers', 'ferries, rivers', 'ferries\nrivers', 'ferries / rivers'])(
    'are told with what to do: %j',
    async (list) => {
      expect(await refused(cell('entry-fields', 3, 'field', list))).toEqual([
        `entry-fields field: ${JSON.stringify(list)} names several in one cell: only one belongs in it, and each of the others in a row of its own (row 3)`,
      ]);
    },
  );
});
