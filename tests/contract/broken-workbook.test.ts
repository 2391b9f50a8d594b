/** A workbook with as many kinds of fault as people make: each is told once, where it stands, and nothing beside them. */
import { describe, expect, it } from 'vitest';

import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { type Sheet, writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { readWorkbook } from '#engine/input/read-workbook.ts';
import { readExample } from '#mocks/write-template.ts';

const whole = await readExample();

/** What one slip makes of the sheets, and the line that tells it. */
type Slip = readonly [change: (sheets: Map<string, Sheet>) => void, told: string];

const sheetOf = (sheets: Map<string, Sheet>, name: string): Sheet => {
  const sheet = sheets.get(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
};

/** Another value in a cell; rows as a spreadsheet counts them, from 1 with the heading. */
function cell(
  name: string,
  row: number,
  column: string,
  value: string | number | null,
  told: string,
): Slip {
  const change = (sheets: Map<string, Sheet>) => {
    const sheet = sheetOf(sheets, name);
    const at = sheet.columns.findIndex(({ id }) => id === column);
    const cells = sheet.rows[row - 2];
    if (at < 0 || cells === undefined) throw new Error(`No cell ${name} ${row} ${column}`);
    sheets.set(name, { ...sheet, rows: sheet.rows.with(row - 2, cells.with(at, value)) });
  };
  return [change, `${name} ${column}: ${told} (row ${row})`];
}

/** One more row below the others, of the values by their columns; what it repeats is told with the row above it that has it. */
function newRow(
  name: string,
  row: number,
  values: Record<string, string>,
  column: string,
  told: string,
  before?: number,
): Slip {
  const change = (sheets: Map<string, Sheet>) => {
    const sheet = sheetOf(sheets, name);
    const cells = sheet.columns.map(({ id }) => values[id] ?? null);
    expect(sheet.rows.length, name).toBe(row - 2);
    sheets.set(name, { ...sheet, rows: [...sheet.rows, cells] });
  };
  const also = `; likewise at 1 more place: ${name} ${column} (row ${row})`;
  return [
    change,
    `${name} ${column}: ${told} (row ${before ?? row})${before === undefined ? '' : also}`,
  ];
}

const heading = (name: string, from: string, to: string, told: string): Slip => [
  (sheets) => {
    const sheet = sheetOf(sheets, name);
    const columns = sheet.columns.map((one) => (one.id === from ? { ...one, id: to } : one));
    sheets.set(name, { ...sheet, columns });
  },
  `${name}: ${told} (row 1)`,
];

const MISSING = 'nothing is here, but something has to be';
const NO_DATE = 'is no date: write 2023, 2023-12 or 2023-12-19';
const NO_ID = 'is no id: small Latin letters, digits and hyphens, such as "energy-2"';
const NO_ADDRESS = 'is no web address: it begins with https:// or http:// and has no spaces';
const NO_TAG = 'is no language tag (BCP 47), such as "en" or "zh-Hant"';
const YEAR = 'music-2014-2015';

const SLIPS: readonly Slip[] = [
  // Sheets and headings.
  [(sheets) => sheets.delete('commission-sources'), 'commission-sources: this sheet is missing'],
  [
    (sheets) => sheets.set('My notes', { name: 'My notes', columns: [{ id: 'a' }], rows: [] }),
    'My notes: no sheet of a record has this name: take it out of the workbook, and keep it elsewhere',
  ],
  heading(
    'people',
    'party',
    'side',
    '"side" is not read here: was "party" meant, which is missing?',
  ),
  heading('commissions', 'name_fr', 'remarks', 'nobody reads a column "remarks" of this table'),
  heading(
    'groups',
    'name_fr',
    'name_fr!',
    'the column "name_fr!" ends in no language tag (BCP 47), such as name_fr',
  ),
  [
    (sheets) => {
      const sheet = sheetOf(sheets, 'sources');
      const rows = sheet.rows.map((cells, index) => (index === 0 ? [...cells, 'aside'] : cells));
      sheets.set('sources', { ...sheet, rows });
    },
    'sources N: a cell beside the table: no heading is above it (row 2)',
  ],
  // The mechanism and what everything is told by.
  cell('mechanism', 2, 'since', 'long ago', `"long ago" ${NO_DATE}`),
  cell('mechanism', 2, 'dataStatus', 'good', '"good" is none of demonstration, curated, official'),
  newRow('mechanism', 3, { id: 'other-talks' }, 'id', 'one row is all that is read here'),
  newRow('mechanism-notes', 2, { text: 'A', lang: 'two words' }, 'lang', `"two words" ${NO_TAG}`),
  cell('other-names', 2, 'other', null, MISSING),
  newRow(
    'other-names',
    4,
    { written: 'Sael', other: '萨埃尔' },
    'other',
    '"Sael: 萨埃尔" is used more than once',
    3,
  ),
  cell('parties', 3, 'country', 'Chile', '"Chile" is no country code (ISO 3166-1), such as "CN"'),
  cell('parties', 2, 'name_en', null, MISSING),
  cell('fields', 4, 'id', 'Music!', `"Music!" ${NO_ID}`),
  cell('fields', 2, 'group', 'skies', 'no group has the id "skies"'),
  newRow(
    'places',
    5,
    { id: 'arlport', country: 'XA', name_en: 'Arlport', name_fr: 'Port-d’Arl' },
    'id',
    '"arlport" is used more than once',
    2,
  ),
  cell(
    'people',
    3,
    'name_en',
    'a\0b',
    'the character U+0000, which belongs in no text, at its place 2',
  ),
  // Sources.
  cell('sources', 2, 'url', 'www.example.org', `"www.example.org" ${NO_ADDRESS}`),
  cell('sources', 3, 'publishedOn', '14.6.2011', `"14.6.2011" ${NO_DATE}`),
  cell(
    'sources',
    3,
    'title',
    't'.repeat(20_001),
    'a text of 20001 characters; at most 20000 are taken',
  ),
  cell('sources', 4, 'copy', 'maybe', '"maybe" is none of yes'),
  cell('sources', 5, 'reportedBy', 'atlantis', 'no party has the id "atlantis"'),
  cell('sources', 5, 'stand-in-from', 'address', 'this goes with "stand-in", which is empty here'),
  cell('sources', 6, 'copy-of', 'joint-2011', 'this goes with "copy", which is empty here'),
  cell('sources', 6, 'language', 'Arabic!', `"Arabic!" ${NO_TAG}`),
  // Meetings; several slips in one row hide nothing of each other.
  cell('meetings', 2, 'format', 'telepathy', '"telepathy" is none of in-person, video, hybrid'),
  cell('meetings', 2, 'date', '2023-13', `"2023-13" ${NO_DATE}`),
  cell('meetings', 2, 'place', 'atlantis', 'no place has the id "atlantis"'),
  cell('meetings', 3, 'date', '2011-02-30', 'No calendar has this date: "2011-02-30"'),
  cell('meetings', 3, 'attendance-source', 'gossip', 'no source has the id "gossip"'),
  cell('meetings', 4, 'host', 'nowhere', 'no party has the id "nowhere"'),
  cell('meetings', 2, 'notes-lang', 'en', 'this goes with "notes", which is empty here'),
  cell('co-chairs', 2, 'person', 'nobody', 'no person has the id "nobody"'),
  [
    cell('co-chairs', 5, 'office_en', 'Kanzler', '')[0],
    'co-chairs office: the office "chancellor" has another party or name than in line 3 (row 5)',
  ],
  newRow(
    'co-chairs',
    7,
    {
      meeting: '77',
      party: 'arland',
      person: 'ada-fenn',
      office: 'first-minister',
      office_en: 'First Minister',
      office_fr: 'Premier ministre',
    },
    'meeting',
    'no meeting has the id "77"',
  ),
  newRow(
    'meeting-sources',
    6,
    { meeting: '2', source: 'joint-2011' },
    'source',
    '"joint-2011" is used more than once',
    4,
  ),
  // Entries.
  cell('entries', 2, 'meeting', 'first', '"first" is here, where a number should be'),
  cell('entries', 3, 'meeting', '12', 'no meeting has the id "12"'),
  cell(
    'entries',
    3,
    'kind',
    'rumour',
    '"rumour" is none of communique, minutes, agreement, announcement, statement, priority, condolence',
  ),
  cell('entries', 4, 'text', null, MISSING),
  cell(
    'entries',
    5,
    'status',
    'sure',
    '"sure" is none of confirmed, single-source, unverified, disputed',
  ),
  cell('entries', 6, 'quote-lang', 'en', 'this goes with "quote", which is empty here'),
  cell('entries', 7, 'source', 'a-friend', 'no source has the id "a-friend"'),
  cell('entry-fields', 3, 'field', 'dreams', 'no field has the id "dreams"'),
  newRow(
    'entry-fields',
    11,
    { entry: 't1-2', field: 'rivers' },
    'field',
    '"rivers" is used more than once',
    4,
  ),
  newRow('entry-fields', 12, { field: 'rivers' }, 'entry', 'an empty cell'),
  cell(
    'entry-exchange-years',
    3,
    'exchange-year',
    'silence-1999',
    'no exchange year has the id "silence-1999"',
  ),
  // Exchange years and commissions.
  newRow(
    'exchange-years',
    3,
    { id: 'kites-1932', field: 'rivers', years: '1933/1932', status: 'disputed', name_en: 'Kites' },
    'years',
    '"1933/1932" ends before it starts, or names a day that does not exist',
  ),
  cell('exchange-year-hosting', 2, 'year', '2019', '2019 is not in 2014/2015'),
  cell('exchange-year-hosting', 3, 'host', 'tallinn', 'no party has the id "tallinn"'),
  cell('exchange-year-hosting', 3, 'year', '2015.5', '2015.5 is no whole number'),
  cell(
    'exchange-year-events',
    3,
    'until',
    '2014-07-01',
    '2014-07-01 is not a day after the day 2014-07-04',
  ),
  cell(
    'exchange-year-events',
    4,
    'country',
    'Belmark',
    '"Belmark" is no country code (ISO 3166-1), such as "CN"',
  ),
  cell('exchange-year-figures', 2, 'value', 'many', '"many" is here, where a number should be'),
  newRow(
    'exchange-year-figures',
    3,
    { 'exchange-year': YEAR, label: 'Tickets', lang: 'en', value: '1e400', unit: 'tickets' },
    'value',
    'the number 1e400 is too large to be held',
  ),
  cell(
    'commission-sessions',
    2,
    'ordinal',
    '1000000000',
    '1000000000 is too large: at most 999999999',
  ),
  cell('commission-sessions', 3, 'ordinal', '0', '0 is too small: at least 1'),
  // Evidence, also of what has slips of its own.
  cell('evidence', 5, 'source', 'hearsay', 'no source has the id "hearsay"'),
  cell('evidence', 7, 'independent', 'perhaps', '"perhaps" is none of yes, no'),
  cell('evidence', 7, 'quote-lang', 'not a tag', `"not a tag" ${NO_TAG}`),
  cell('evidence', 8, 'number', 'one', 'no number: "one"'),
  newRow(
    'evidence',
    11,
    { of: 'weather', thing: 't1-1', number: '3', source: 'joint-2011' },
    'of',
    '"weather" is none of entry, co-chair, event, figure, session, venue, attendance',
  ),
];

describe('a workbook with a slip of every kind', () => {
  it('is told each of them once, by sheet, row and column, and none that only follows from another', async () => {
    const sheets = new Map(recordSheets(whole, ['A guide.']).map((sheet) => [sheet.name, sheet]));
    for (const [change] of SLIPS) change(sheets);
    const file = await writeSheets([...sheets.values()]);
    const { record, errors } = await readWorkbook(
      new Uint8Array(await file.arrayBuffer()),
      '2026-01-01',
    );
    expect(record).toBeNull();
    expect(SLIPS.length).toBeGreaterThan(40);
    expect(errors.map(formatFault).toSorted()).toEqual(SLIPS.map(([, told]) => told).toSorted());
  });
});
