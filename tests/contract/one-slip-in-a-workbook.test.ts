/** One slip in a workbook after which much else is wrong: it is told once, and what only follows from it is not. */
import { describe, expect, it } from 'vitest';

import { formatFault } from '#engine/reading/fault-words.ts';
import { cell, type Change, readChanged } from '#tests/fixtures/changed-workbook.ts';
import { exampleSheets, sheetOf, type Sheets } from '#tests/fixtures/hand-written-workbook.ts';

const withoutRow =
  (name: string, line: number): Change =>
  (sheets) =>
    sheetOf(sheets, name).rows.splice(line - 1, 1);
const withoutRows =
  (name: string): Change =>
  (sheets) =>
    sheetOf(sheets, name).rows.splice(1);

async function told(...changes: readonly Change[]): Promise<string[]> {
  const input = await readChanged(...changes);
  expect(input.record).toBeNull();
  return input.errors.map(formatFault);
}

const NO_ID = 'is no id: small Latin letters, digits and hyphens, such as "energy-2"';

describe('a row that is not there', () => {
  it.each<[string, Change, string]>([
    [
      'of a meeting',
      withoutRow('meetings', 3),
      'co-chairs meeting: no meeting has the id "2" (row 4); likewise at 7 more places: co-chairs meeting (row 5), meeting-sources meeting (row 3), meeting-sources meeting (row 4), entries meeting (row 4), entries meeting (row 5), …',
    ],
    [
      'of a source',
      withoutRow('sources', 3),
      'meetings attendance-source: no source has the id "joint-2011" (row 3); likewise at 10 more places: co-chairs source (row 4), meeting-sources source (row 4), entries source (row 5), entries source (row 6), commission-sessions source (row 2), …',
    ],
    [
      'of an entry',
      withoutRow('entries', 2),
      'entry-fields entry: no entry has the id "t1-1" (row 2); likewise at 1 more place: evidence thing (row 2)',
    ],
    [
      'of any place',
      withoutRows('places'),
      'meetings place: there is no place at all, but one is named here (row 2); likewise at 5 more places: meetings place (row 3), meetings place (row 4), exchange-year-events place (row 2), exchange-year-events place (row 4), commission-sessions place (row 2)',
    ],
    [
      'of the fields of any entry',
      withoutRows('entry-fields'),
      'entry-fields: nothing is here, but something has to be',
    ],
    [
      'of the mechanism',
      withoutRows('mechanism'),
      'mechanism: nothing is here, but something has to be (row 2)',
    ],
  ])('is told once, with the places that name it: %s', async (_, change, line) => {
    expect(await told(change)).toEqual([line]);
  });
});

const headings =
  (name: string, one: string, other: string): Change =>
  (sheets) => {
    const [heading = []] = sheetOf(sheets, name).rows;
    const [at, place] = [heading.indexOf(one), heading.indexOf(other)];
    [heading[at], heading[place]] = [other, one];
  };
const swapped = (name: string, one: string, other: string) =>
  `${name}: the headings "${one}" and "${other}" seem to have changed places: what stands below each belongs below the other (row 1)`;

describe('two headings that changed places', () => {
  it.each<[string, string, string]>([
    ['meetings', 'format', 'date'],
    ['sources', 'url', 'title'],
    ['entries', 'party', 'kind'],
    ['entries', 'meeting', 'id'],
    ['entries', 'lang', 'text'],
    ['fields', 'group', 'id'],
    ['parties', 'country', 'id'],
    ['entry-fields', 'entry', 'field'],
    ['co-chairs', 'person', 'office'],
    ['exchange-year-figures', 'value', 'unit'],
    ['evidence', 'of', 'thing'],
  ])('are told once, and nothing that follows: %s, %s and %s', async (name, one, other) => {
    expect(await told(headings(name, one, other))).toEqual([swapped(name, one, other)]);
  });

  it('hide no other fault, in these columns or elsewhere', async () => {
    expect(
      await told(
        cell('entries', 4, 'kind', 'rumour'),
        cell('entries', 5, 'source', 'gossip'),
        headings('entries', 'party', 'kind'),
      ),
    ).toEqual([
      swapped('entries', 'party', 'kind'),
      expect.stringMatching(/^entries kind: "rumour" is none of .* \(row 4\)$/),
      'entries source: no source has the id "gossip" (row 5)',
    ]);
  });

  it('are not what is wrong where a whole column is, and no other one fits it', async () => {
    const lines = await told((sheets) => {
      const { rows } = sheetOf(sheets, 'places');
      for (const row of rows.slice(1)) row[1] = 'Chile';
    });
    expect(lines).toEqual(
      [2, 3, 4].map(
        (row) =>
          `places country: "Chile" is no country code (ISO 3166-1), such as "CN" (row ${row})`,
      ),
    );
  });
});

describe('one cell that is wrong in a sheet of one row', () => {
  it('is told as that, though what stands beside it could stand there too', async () => {
    expect(await told(cell('mechanism', 2, 'id', 'Our Talks'))).toEqual([
      `mechanism id: "Our Talks" ${NO_ID} (row 2)`,
    ]);
    const [, , ...others] = sheetOf(exampleSheets(), 'sources').rows;
    const alone: Change = (sheets) => sheetOf(sheets, 'sources').rows.splice(2, others.length);
    const lines = await told(
      alone,
      cell('sources', 2, 'language', 'Arabic!'),
      cell('sources', 2, 'publisher', 'Herald'),
    );
    expect(lines.filter((line) => line.startsWith('sources'))).toEqual([
      'sources language: "Arabic!" is no language tag (BCP 47), such as "en" or "zh-Hant" (row 2)',
    ]);
  });
});

const moved = (name: string, first: string, last: string, side: 'left' | 'right') =>
  `${name}: the headings from "${first}" to "${last}" seem to have moved by one column to the ${side}: what stands below each belongs below the one ${side === 'left' ? 'before' : 'after'} it (row 1)`;
/** The second and the first heading of a sheet, as it should be. */
const startOf = (name: string) => {
  const [first, second] = sheetOf(exampleSheets(), name).rows[0] ?? [];
  return [second as string, first as string] as const;
};
const headingOf = (sheets: Sheets, name: string) => sheetOf(sheets, name).rows[0] ?? [];

describe('headings that moved by one column', () => {
  it.each<[string, string, string]>([
    ['sources', 'copy-of', 'copy'],
    ['meetings', 'notes-lang', 'notes'],
    ['entries', 'quote-lang', 'quote'],
    ['evidence', 'basis-lang', 'basis'],
    ['fields', 'name_ru', 'name_zh'],
    ['people', 'name_ar', 'name_fr'],
    ['co-chairs', 'source', 'office_fr'],
    ['exchange-year-events', 'source', 'country'],
    ['exchange-year-figures', 'source', 'unit'],
    ['commission-sessions', 'source', 'place'],
    ['mechanism', 'name_ru', 'name_zh'],
  ])('are told once, and nothing that follows: %s', async (name, first, last) => {
    const right = await told((sheets) => {
      const heading = headingOf(sheets, name);
      heading.unshift(heading.pop() ?? null);
    });
    expect(right).toEqual([moved(name, first, last, 'right')]);
    const left = await told((sheets) => {
      const heading = headingOf(sheets, name);
      heading.push(heading.shift() ?? null);
    });
    expect(left).toEqual([moved(name, ...startOf(name), 'left')]);
  });

  it('are told once where the cells of all rows moved, or one heading was left empty', async () => {
    const ofRows = await told((sheets) => {
      for (const row of sheetOf(sheets, 'entries').rows.slice(1)) row.splice(2, 0, null);
    });
    expect(ofRows).toEqual([moved('entries', 'kind', 'quote-lang', 'left')]);
    const ofHeading = await told((sheets) => headingOf(sheets, 'sources').splice(1, 0, null));
    expect(ofHeading).toEqual([moved('sources', 'title', 'copy-of', 'right')]);
  });

  it('hide no other fault', async () => {
    const lines = await told(
      cell('entries', 4, 'kind', 'rumour'),
      cell('entries', 5, 'source', 'gossip'),
      (sheets) => {
        const heading = headingOf(sheets, 'entries');
        heading.unshift(heading.pop() ?? null);
      },
    );
    expect(lines).toEqual([
      moved('entries', 'quote-lang', 'quote', 'right'),
      expect.stringMatching(/^entries kind: "rumour" is none of .* \(row 4\)$/),
      'entries source: no source has the id "gossip" (row 5)',
    ]);
  });

  it('are told in a record of many rows too, without a long wait', async () => {
    const lines = await told((sheets) => {
      const [entries, fields] = [sheetOf(sheets, 'entries'), sheetOf(sheets, 'entry-fields')];
      for (let nth = 0; nth < 6000; nth += 1) {
        const cells = [1, 'statement', 'joint', `Sentence ${nth}.`, 'en', null, 'joint-2011'];
        entries.rows.push([`n-${nth}`, ...cells, null, 'single-source', null, null]);
        fields.rows.push([`n-${nth}`, 'rivers']);
      }
      const heading = headingOf(sheets, 'entries');
      heading.unshift(heading.pop() ?? null);
    });
    expect(lines).toEqual([moved('entries', 'quote-lang', 'quote', 'right')]);
  });
});

describe('cells, columns and sheets in another place', () => {
  it('are told once where a row stands beside its columns', async () => {
    const [right, left] = await Promise.all([
      told((sheets) => sheetOf(sheets, 'meetings').rows[2]?.unshift(null)),
      told((sheets) => sheetOf(sheets, 'sources').rows[2]?.splice(3, 1)),
    ]);
    const words = 'from here on the cells of this row seem to stand one column too far to the';
    expect(right).toEqual([`meetings ordinal: ${words} right (row 3)`]);
    expect(left).toEqual([`sources publishedOn: ${words} left (row 3)`]);
  });

  it('are told once where all that a row has is a note, or stands beside the table', async () => {
    expect(await told((sheets) => sheetOf(sheets, 'sources').rows.push([], ['Total: 5']))).toEqual([
      'sources: of this row only the cell under "id" is filled: fill the others, or take it away if it is no row of the table (row 8)',
    ]);
    const beside = await told((sheets) => {
      const { rows } = sheetOf(sheets, 'groups');
      for (const row of rows.slice(1)) row[7] = 'checked';
      rows.push([...Array.from({ length: 7 }, () => null), 'checked']);
    });
    expect(beside).toEqual([
      'groups H: a cell beside the table: no heading is above it (row 2); likewise at 2 more places: groups H (row 3), groups H (row 4)',
    ]);
  });

  it('are told once where a heading is merged, or stands in the place of another', async () => {
    const merged = await told((sheets) => {
      const sheet = sheetOf(sheets, 'places');
      sheet.rows[0] = ['id', 'country', 'name_en', null, null, null];
      sheet.below = '<mergeCells><mergeCell ref="C1:F1"/></mergeCells>';
    });
    expect(merged).toEqual([
      'places: this cell is merged with another: unmerge them, and write in each what belongs there (row 1)',
    ]);
    expect(await told(cell('sources', 1, 'publisher', 'title'))).toEqual([
      'sources: the column "title" is there twice: was one of them "publisher", which is missing? (row 1)',
    ]);
  });

  it('are told once where two sheets have each other’s names', async () => {
    const lines = await told((sheets) => {
      sheetOf(sheets, 'places').name = 'people';
      sheetOf(sheets, 'people').name = 'places';
    });
    expect(lines).toEqual([
      'people: the sheets "people" and "places" seem to have changed names: each has the columns of the other',
    ]);
  });
});

describe('an id that cannot be read', () => {
  it('hides what names it, and nothing else that leads nowhere', async () => {
    expect(
      await told(
        cell('places', 4, 'id', 'Tallinn'),
        cell('meetings', 2, 'place', 'atlantis'),
        cell('entries', 3, 'id', 'T1_2'),
        cell('entry-fields', 2, 'entry', 't9-9'),
      ),
    ).toEqual([
      `places id: "Tallinn" ${NO_ID} (row 4)`,
      'meetings place: no place has the id "atlantis" (row 2)',
      `entries id: "T1_2" ${NO_ID} (row 3)`,
      'entry-fields entry: no entry has the id "t9-9" (row 2)',
    ]);
  });

  it('hides what is named most often where it says nothing', async () => {
    expect(
      await told(
        cell('sources', 3, 'id', null),
        cell('entries', 2, 'source', 'gossip'),
        cell('fields', 2, 'id', 'ferries'),
        cell('commission-fields', 3, 'field', 'dreams'),
      ),
    ).toEqual([
      'fields id: "ferries" is used more than once (row 2); likewise at 1 more place: fields id (row 3)',
      'sources id: nothing is here, but something has to be (row 3)',
      'entries source: no source has the id "gossip" (row 2)',
      'commission-fields field: no field has the id "dreams" (row 3)',
    ]);
  });
});
