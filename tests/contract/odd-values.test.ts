/** Values that can be, and are hardly what was meant. */
import { describe, expect, it } from 'vitest';

import { cell, type Change, refused, warned } from '#tests/fixtures/changed-workbook.ts';

describe('an id that nothing has', () => {
  it('is told with the one that was meant, where it is a letter away', async () => {
    expect(
      await refused(
        cell('meetings', 2, 'place', 'arlprot'),
        cell('entries', 2, 'party', 'jiont'),
        cell('entries', 3, 'source', 'arl-gazete-2009'),
      ),
    ).toEqual([
      'meetings place: no place has the id "arlprot": was "arlport" meant? (row 2)',
      'entries party: no party has the id "jiont": was "joint" meant? (row 2)',
      'entries source: no source has the id "arl-gazete-2009": was "arl-gazette-2009" meant? (row 3)',
    ]);
  });

  it('is told with none where only a number is another one, or nothing is near', async () => {
    expect(
      await refused(
        cell('entry-fields', 2, 'entry', 't1-9'),
        cell('entries', 3, 'source', 'arl-gazette-2008'),
      ),
    ).toEqual([
      'entries source: no source has the id "arl-gazette-2008" (row 3)',
      'entry-fields entry: no entry has the id "t1-9" (row 2)',
    ]);
  });

  it('is none of those that two parties of one id leave open', async () => {
    expect(await refused(cell('parties', 2, 'id', 'belmark'))).toEqual([
      'parties id: "belmark" is used more than once (row 2); likewise at 1 more place: parties id (row 3)',
    ]);
  });
});

describe('the two parties', () => {
  it('are refused with one country: nobody knows then who hosts', async () => {
    expect(await refused(cell('parties', 3, 'country', 'XA'))).toEqual([
      'parties country: XA is the country of the party "arland" too: each has one of its own, by which it is told who hosts (row 3)',
    ]);
  });

  it.each(['joint', 'third', 'none'])(
    'are not called what is said instead of a party: %s',
    async (id) => {
      const named: Change = (sheets) => {
        for (const { rows } of sheets.values())
          for (const row of rows)
            for (const at of row.keys()) if (row[at] === 'arland') row[at] = id;
      };
      const taken = `parties id: "${id}" says something else wherever a party is named: this party needs another id (row 2)`;
      expect(await refused(named)).toEqual([taken]);
      // What is of the party by its former id only follows from that.
      expect(await refused(cell('parties', 2, 'id', id))).toEqual([taken]);
    },
  );
});

describe('what follows from another fault', () => {
  it('is not told of an office whose name cannot be read', async () => {
    expect(await refused(cell('co-chairs', 2, 'office_fr', 'a\0b'))).toEqual([
      'co-chairs office_fr: the character U+0000, which belongs in no text, at its place 2 (row 2)',
    ]);
  });

  it('is not told of an id that nobody can read, though one place alone names it', async () => {
    expect(await refused(cell('places', 4, 'id', null))).toEqual([
      'places id: nothing is here, but something has to be (row 4)',
    ]);
  });

  it('is told where it can be no id, and so is not the one that nobody can read', async () => {
    expect(
      await refused(cell('entries', 8, 'id', null), cell('entry-fields', 2, 'entry', '?!')),
    ).toEqual([
      'entries id: nothing is here, but something has to be (row 8)',
      'entry-fields entry: no entry has the id "?!" (row 2)',
    ]);
  });

  it('is not told of each cell that says more of an empty one', async () => {
    expect(await refused(cell('meetings', 3, 'notes', null))).toHaveLength(1);
  });

  it('is not told of the others where one co-chair has another party than all of the office', async () => {
    expect(await refused(cell('co-chairs', 2, 'party', 'belmark'))).toEqual([
      'co-chairs office: the office "first-minister" has another party or name than in line 4 (row 2)',
    ]);
  });

  it('is not told of hosting years one by one where the years themselves are others', async () => {
    expect(await refused(cell('exchange-years', 2, 'years', '2011-06-14'))).toEqual([
      'exchange-years years: 2014 is not in 2011-06-14 (row 2)',
    ]);
  });

  it('is not told of a list that is too long only by what stands in it twice', async () => {
    expect(
      await refused((sheets) => {
        const { rows = [] } = sheets.get('parties') ?? {};
        rows.push([...(rows[1] ?? [])]);
      }),
    ).toEqual([
      'parties id: "arland" is used more than once (row 2); likewise at 1 more place: parties id (row 4)',
    ]);
  });
});

describe('headings that are a letter away', () => {
  it('are told with those that were meant, also where there is another one beside them', async () => {
    expect(
      await refused((sheets) => {
        const [heading = []] = sheets.get('meetings')?.rows ?? [];
        heading[heading.indexOf('notes-lang')] = 'note-lang';
        heading[heading.indexOf('attendance')] = 'attendence';
        heading[heading.indexOf('place_fr')] = 'remarks';
      }),
    ).toEqual([
      'meetings: nobody reads a column "remarks" of this table (row 1)',
      'meetings: "attendence" is not read here: was "attendance" meant, which is missing? (row 1)',
      'meetings: "note-lang" is not read here: was "notes-lang" meant, which is missing? (row 1)',
    ]);
  });
});

describe('a number', () => {
  it('is told where a point may part its thousands', async () => {
    expect(
      await refused(
        cell('exchange-year-figures', 2, 'value', '500.000'),
        cell('meetings', 2, 'ordinal', '1.000'),
      ),
    ).toEqual([
      'meetings ordinal: 1.000 may be 1 or 1000: write the one that is meant, without a point or without zeros at its end (row 2)',
      'exchange-year-figures value: 500.000 may be 500 or 500000: write the one that is meant, without a point or without zeros at its end (row 2)',
    ]);
    expect(await warned(cell('exchange-year-figures', 2, 'value', '140.25'))).toEqual([]);
  });
});

describe('a piece of evidence that does not say of what it is', () => {
  it('is told by the cell that is empty, whatever else its row has', async () => {
    expect(
      await refused(
        cell('evidence', 4, 'of', null),
        cell('evidence', 7, 'of', null),
        cell('evidence', 7, 'thing', null),
        cell('evidence', 8, 'of', null),
        cell('evidence', 8, 'number', null),
      ),
    ).toEqual([
      'evidence of: nothing is here, but something has to be (row 4)',
      'evidence of: nothing is here, but something has to be (row 7)',
      'evidence of: nothing is here, but something has to be (row 8)',
      'evidence number: nothing is here, but something has to be (row 8)',
    ]);
  });

  it('is not told to have the number of another one, as nobody knows that both are of one thing', async () => {
    const nothing = [4, 6].flatMap((line) => [
      cell('evidence', line, 'of', null),
      cell('evidence', line, 'thing', null),
    ]);
    expect(await refused(...nothing)).toEqual([
      'evidence of: nothing is here, but something has to be (row 4)',
      'evidence of: nothing is here, but something has to be (row 6)',
    ]);
  });
});

describe('a number by which things follow each other', () => {
  it('is told where it is none, or where it says otherwise than the dates', async () => {
    expect(
      await refused(cell('evidence', 2, 'number', '0'), cell('evidence', 3, 'number', '-1')),
    ).toEqual([
      'evidence number: 0 is too small: at least 1 (row 2)',
      'evidence number: -1 is too small: at least 1 (row 3)',
    ]);
    expect(
      await warned(
        cell('commission-sessions', 2, 'ordinal', '11'),
        cell('commission-sessions', 3, 'ordinal', '2'),
      ),
    ).toEqual([
      'commission-sessions ordinal: session 11 was over before session 2 (2013-04-09): is a number or a date wrong? (row 2)',
    ]);
  });
});

describe('a date', () => {
  it('is warned of where nothing of the record can be from then', async () => {
    expect(
      await warned(
        cell('sources', 2, 'publishedOn', '0209-05'),
        cell('exchange-year-events', 2, 'date', '2104-05-01'),
      ),
    ).toEqual([
      'sources publishedOn: "0209-05" is far from the dates of the meetings: is it a slip? (row 2)',
      'exchange-year-events date: "2104-05-01" is far from the dates of the meetings: is it a slip? (row 2)',
    ]);
    expect(await warned(cell('sources', 2, 'publishedOn', '1889-05'))).toEqual([]);
  });

  it('is warned of where the mechanism was not there yet, or the record was there already', async () => {
    expect(await warned(cell('mechanism', 2, 'since', '2010-06'))).toEqual([
      'meetings date: the meeting is of 2009-05, but the mechanism is there since 2010-06 (row 2)',
    ]);
    expect(
      await warned(
        cell('mechanism', 2, 'dataDate', '2016-01-01'),
        cell('sources', 2, 'publishedOn', '2016-02'),
      ),
    ).toEqual([
      'sources publishedOn: published on 2016-02, but the record is of 2016-01-01: is it a slip? (row 2)',
    ]);
  });
});
