/** Workbooks as programs other than ours write them: read as they are meant, or told by sheet, row and column what is wrong. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { readFiles } from '#engine/input/read-files.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import {
  type Cell,
  exampleSheets,
  sheetOf,
  inline,
  type Manner,
  type Sheets,
  styled,
  workbook,
} from '#tests/fixtures/hand-written-workbook.ts';

async function read(bytes: Uint8Array, name = 'record.xlsx') {
  const chosen = [{ path: name, read: () => Promise.resolve(bytes) }];
  return (await readFiles(chosen, '2026-01-01')).input;
}
const told = async (bytes: Uint8Array, name?: string) =>
  (await read(bytes, name)).errors.map(formatFault);

type Change = (sheets: Sheets) => void;
/** Another value in a cell, by its sheet, its row and the heading of its column, or its place from 0. */
const cell =
  (name: string, line: number, column: string | number, value: Cell): Change =>
  (sheets) => {
    const { rows } = sheetOf(sheets, name);
    const at = typeof column === 'number' ? column : (rows[0]?.indexOf(column) ?? -1);
    while (rows.length < line) rows.push([]);
    const row = rows[line - 1] ?? [];
    while (row.length <= at) row.push(null);
    row[at] = value;
  };
const changed = (...changes: readonly Change[]): Sheets => {
  const sheets = exampleSheets();
  for (const change of changes) change(sheets);
  return sheets;
};
const titled =
  (name: string, title: string): Change =>
  (sheets) => {
    sheetOf(sheets, name).name = title;
  };

const plain = (await read(workbook(exampleSheets()))).record;
const ORDINAL = { about: '', content: '<v>1.0</v>' };

describe('a workbook that another program has written', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each<[string, Sheets, Manner?]>([
    ['whose cells do not say where they stand', exampleSheets(), { hasPlaces: false }],
    ['whose elements have a prefix', exampleSheets(), { prefix: 'x' }],
    ['with a chart in a sheet of its own', exampleSheets(), { hasChart: true }],
    ['whose ordinals have a point', changed(cell('meetings', 2, 'ordinal', ORDINAL))],
    ['whose ordinals are texts with a point', changed(cell('meetings', 2, 'ordinal', '1.0'))],
    [
      'with a text in a cell of percent',
      changed(
        cell('entries', 2, 'locator', {
          about: 's="1" t="inlineStr"',
          content: '<is><t>column 1</t></is>',
        }),
      ),
    ],
    ['with an amount of money', changed(cell('exchange-year-figures', 2, 'value', styled(7, 140)))],
    [
      'with a text in several pieces',
      changed(cell('entries', 2, 'locator', inline('<r><t>col</t></r><r><t>umn 1</t></r>'))),
    ],
    [
      'with a text that is not escaped',
      changed(cell('entries', 2, 'locator', inline('<t><![CDATA[column 1]]></t>'))),
    ],
    [
      'with cells of blanks beside and below',
      changed(cell('places', 3, 12, ' '), cell('places', 9, 0, '\u00A0\u200B')),
    ],
    [
      'with a column without a name or a value',
      changed((sheets) => {
        for (const row of sheetOf(sheets, 'places').rows) row.splice(1, 0, null);
      }),
    ],
    [
      'with an empty sheet',
      changed((sheets) => sheets.set('Sheet1', { name: 'Sheet1', rows: [] })),
    ],
    ['in another order', new Map([...exampleSheets()].toReversed())],
  ])('is the same record: %s', async (_, sheets, manner) => {
    expect(await read(workbook(sheets, manner))).toMatchObject({ record: plain, errors: [] });
  });

  it('has the characters that are written by their numbers, the rare ones too', async () => {
    const words = inline('<t>&#128512; &#x20BB7;&#37326; &#x1F9EA; &#233; &amp;#128512;</t>');
    const { record, errors } = await read(workbook(changed(cell('entries', 2, 'text', words))));
    expect(errors).toEqual([]);
    expect(record?.entries.map(({ text }) => text)).toContain('😀 𠮷野 🧪 é &#128512;');
    const none = changed(cell('entries', 2, 'text', inline('<t>&#x110000;</t>')));
    expect(await told(workbook(none))).not.toEqual([]);
  });

  it('has the numbers that its cells show', async () => {
    const number = styled(0, '4.3499999999999996');
    const sheets = changed(cell('exchange-year-figures', 2, 'value', number));
    const { record } = await read(workbook(sheets));
    expect(record?.exchangeYears[0]?.figures[0]?.value).toBe(4.35);
  });

  it.each([
    ['1', 39_246],
    ['true', 39_246],
    ['0', 40_708],
    ['false', 40_708],
  ] as const)('has the days that its cells show, from 1904 or not: %s', async (date1904, days) => {
    const sheets = changed(cell('meetings', 3, 'date', styled(4, days)));
    const { record } = await read(workbook(sheets, { date1904 }));
    expect(record?.meetings[1]?.date).toBe('2011-06-14');
  });

  it.each(['2011-06-14T00:00:00', '2011-06-14T23:30:00.000', '2011-06-14T00:00:00+08:00'])(
    'has the days that stand in its cells as texts, wherever it is read: %s',
    async (day) => {
      const dated = { about: 's="4" t="d"', content: `<v>${day}</v>` };
      const sheets = changed(cell('meetings', 3, 'date', dated));
      for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
        vi.stubEnv('TZ', zone);
        const { record } = await read(workbook(sheets));
        expect(record?.meetings[1]?.date, zone).toBe('2011-06-14');
      }
    },
  );
});

const OTHERWISE =
  'is what the file holds, but not what the cell shows: format the cell as text and write again what was meant';
const A_DATE =
  'a program made a date of what was written; format the cell as text and write it again';
const instead = (name: string, meant: string) =>
  `"${name}" is not read here: was "${meant}" meant, which is missing?`;
const heading =
  (...cells: Cell[]): Change =>
  (sheets) => {
    sheetOf(sheets, 'places').rows.unshift(cells);
  };

describe('what a program has made of a workbook', () => {
  it.each<[string, Change, string]>([
    [
      'a percentage',
      cell('exchange-year-figures', 2, 'value', styled(1, 0.45)),
      `exchange-year-figures value: "0.45" ${OTHERWISE} (row 2)`,
    ],
    [
      'a percentage for an id',
      cell('places', 2, 'id', styled(1, 0.5)),
      `places id: "0.5" ${OTHERWISE} (row 2)`,
    ],
    [
      'a number with a word',
      cell('entries', 2, 'locator', styled(2, 7)),
      `entries locator: "7" ${OTHERWISE} (row 2)`,
    ],
    [
      'leading zeros',
      cell('entries', 2, 'locator', styled(3, 7)),
      `entries locator: "7" ${OTHERWISE} (row 2)`,
    ],
    [
      'a truth value',
      cell('entries', 2, 'text', { about: 't="b"', content: '<v>1</v>' }),
      `entries text: "true" ${OTHERWISE} (row 2)`,
    ],
    [
      'a day without a year',
      cell('meetings', 3, 'date', styled(5, 40_708)),
      `meetings date: "2011-06-14": ${A_DATE} (row 3)`,
    ],
    [
      'a time',
      cell('meetings', 3, 'date', styled(6, 0.5)),
      `meetings date: "1899-12-30": ${A_DATE} (row 3)`,
    ],
    [
      'a day beyond all calendars',
      cell('meetings', 3, 'date', styled(4, 99_999_999_999)),
      'meetings date: "#####" is no date: write 2023, 2023-12 or 2023-12-19 (row 3)',
    ],
    [
      'merged cells',
      (sheets) => {
        sheetOf(sheets, 'sources').below = '<mergeCells><mergeCell ref="D2:D3"/></mergeCells>';
      },
      'sources publishedOn: this cell is merged with another: unmerge them, and write in each what belongs there (row 3)',
    ],
    [
      'a heading with a formula',
      cell('places', 1, 'country', { about: 't="e"', content: '<v>#REF!</v>' }),
      `places: ${instead('#REF!', 'country')} (row 1)`,
    ],
    [
      'a heading in capital letters',
      cell('meetings', 1, 'ordinal', 'ORDINAL '),
      `meetings: ${instead('ORDINAL ', 'ordinal')} (row 1)`,
    ],
    [
      'a heading with a sign that nobody sees',
      cell('meetings', 1, 'date', '\u200Bdate'),
      `meetings: ${instead('\\u200Bdate', 'date')} (row 1)`,
    ],
    [
      'the tag of a name in capital letters',
      cell('places', 1, 'name_en', 'name_EN'),
      `places: ${instead('name_EN', 'name_en')} (row 1)`,
    ],
    [
      'a heading that was left out',
      cell('places', 1, 'country', null),
      `places: ${instead('B', 'country')} (row 1)`,
    ],
    [
      'a title above the heading',
      heading('Our places'),
      'places: this is no heading of the table: the first row has to name id, country, name_en (row 1)',
    ],
    [
      'the heading again',
      (sheets) => {
        const { rows } = sheetOf(sheets, 'meetings');
        rows.splice(2, 0, [...(rows[0] ?? [])]);
      },
      'meetings: the heading a second time (row 3)',
    ],
    ['a sheet in Chinese', titled('places', '地点'), `地点: ${instead('地点', 'places')}`],
    [
      'a sheet in Russian',
      titled('mechanism', 'Механизм'),
      `Механизм: ${instead('Механизм', 'mechanism')}`,
    ],
    [
      'a sheet twice',
      (sheets) => sheets.set('copy', { ...sheetOf(sheets, 'places'), name: 'PLACES' }),
      'PLACES: the table "places" is there twice',
    ],
    [
      'an id with a letter of another script',
      cell('meetings', 2, 'place', '\u0430rlport'),
      'meetings place: "\u0430rlport" is no id: its character 1 is U+0430, not a small Latin letter, a digit or a hyphen, as in "energy-2" (row 2)',
    ],
    [
      'an id with a soft hyphen',
      cell('places', 2, 'id', 'arl\u00ADport'),
      'places id: "arl\\u00ADport" is no id: its character 4 is U+00AD, not a small Latin letter, a digit or a hyphen, as in "energy-2" (row 2)',
    ],
    [
      'an endless id',
      cell('entries', 2, 'id', 'a'.repeat(20_001)),
      'entries id: a text of 20001 characters; at most 20000 are taken (row 2)',
    ],
    [
      'a name of blanks',
      cell('places', 2, 'name_en', '\u00A0'),
      'places name_en: nothing is here, but something has to be (row 2)',
    ],
    [
      'a copy of itself',
      cell('sources', 4, 'copy-of', 'arl-radio-2015'),
      'sources copy-of: "arl-radio-2015" is a copy of itself, or of one that was copied from it (row 4)',
    ],
    [
      'a party too few',
      (sheets) => {
        sheetOf(sheets, 'parties').rows.pop();
      },
      'parties: too little: at least 2 have to be here',
    ],
  ])('is told once, and nothing that follows from it: %s', async (_, change, line) => {
    expect(await told(workbook(changed(change)))).toEqual([line]);
  });

  it('hides no other fault where it is a name that is only written otherwise', async () => {
    const sheets = changed(
      cell('entries', 1, 'id', 'ID'),
      cell('entries', 1, 'kind', 'Kind '),
      cell('entries', 3, 'Kind ', 'rumour'),
      cell('entries', 4, 'text', null),
      titled('entries', 'Beiträge'),
    );
    expect((await told(workbook(sheets))).map((line) => line.replace(/is none of.*/, '…'))).toEqual(
      [
        `Beiträge: ${instead('Beiträge', 'entries')}`,
        `Beiträge: ${instead('ID', 'id')} (row 1)`,
        `Beiträge: ${instead('Kind ', 'kind')} (row 1)`,
        'Beiträge kind: "rumour" …',
        'Beiträge text: nothing is here, but something has to be (row 4)',
      ],
    );
  });
});
