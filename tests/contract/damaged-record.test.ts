/** Whatever is damaged in a record's files, it is never taken without a word that names the place. */
import { readFile } from 'node:fs/promises';

import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { columnIn, type RecordFault } from '#src/api/record-fault.ts';
import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { folder, packaged, read, whole, withFile } from '#tests/fixtures/record-files.ts';

/** Columns and properties that may hold any words, of which none is wrong. */
const WORDS =
  /^(?:dataVersion|text|title|publisher|locator|quote|notes|attendance|basis|venue|label|unit|stand-in|name|written|other|office|attendance-locator)(?:_.*)?$/;
const NONSENSE = '?!';

const toCsv = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');

/** Every cell of the package below a heading. */
const cells = [...packaged].flatMap(([file, text]) => {
  if (!file.endsWith('.csv')) return [];
  const [heading = [], ...rows] = readCsv(text);
  return rows.flatMap((_, row) => heading.map((column, at) => ({ file, column, row, at })));
});
type Cell = (typeof cells)[number];
const change = ({ file, row, at }: Cell, value: string) => {
  const [heading = [], ...rows] = readCsv(packaged.get(file) ?? '');
  const changed = rows.map((one, index) => (index === row ? one.with(at, value) : one));
  return withFile(packaged, file, toCsv([heading, ...changed]));
};
const isAt =
  ({ file, column, row }: Cell) =>
  (fault: RecordFault) =>
    fault.file === file && columnIn(fault) === column && fault.line === row + 2;

describe('a damaged data package', () => {
  it('is told the cell of every value that cannot be, in whatever column', async () => {
    const told = cells.filter(({ column, row }) => row % 3 === 0 && !WORDS.test(column));
    expect(told.length).toBeGreaterThan(100);
    for (const cell of told) {
      const { faults } = await read(change(cell, NONSENSE));
      expect(faults.some(isAt(cell)), JSON.stringify([cell, faults])).toBe(true);
    }
  });

  it('is told the cell of U+0000, and of a date or a number that is none, wherever it stands', async () => {
    const dates = cells.filter(({ column }) => /^(?:date|until|publishedOn|founded)$/.test(column));
    const numbers = cells.filter(({ column }) => /^(?:ordinal|meeting|year)$/.test(column));
    const damage = fc.oneof(
      fc.tuple(fc.constantFrom(...cells), fc.constant('a\0b')),
      fc.tuple(fc.constantFrom(...dates), fc.constantFrom('2023-13', '2023-02-30', '19.12.2023')),
      fc.tuple(fc.constantFrom(...numbers), fc.constantFrom('-1', '0', '1.5', '99999999999')),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([cell, value]) => {
        const { record, faults } = await read(change(cell, value));
        expect(record).toBeNull();
        expect(faults.filter(isAt(cell))).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });

  it('is told what is lost, renamed, surplus or in another encoding, by its file', async () => {
    const tables = [...packaged.keys()].filter((name) => name.endsWith('.csv'));
    const damages: Record<string, (text: string, nth: number) => string | Uint8Array> = {
      'a column has another name': (text, nth) => {
        const [heading = [], ...rows] = readCsv(text);
        return toCsv([heading.with(nth % heading.length, 'Something'), ...rows]);
      },
      'a cell is surplus': (text) => text.replace(/\r\n$/, ',surplus\r\n'),
      'a line is cut': (text) => `${text}a\r\n`,
      'it is in Latin-1': (text) => Uint8Array.from(`${text}"é"`, (sign) => sign.charCodeAt(0)),
      'it is in UTF-16': (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.constantFrom(...Object.keys(damages)),
        fc.nat(),
        async (file, damage, nth) => {
          const spoilt = damages[damage]?.(packaged.get(file) ?? '', nth) ?? '';
          const { record, faults } = await read(withFile(packaged, file, spoilt));
          expect(record).toBeNull();
          expect(faults.map((fault) => fault.file)).toContain(file);
        },
      ),
      { numRuns: 20 },
    );
    for (const file of tables) {
      const { record, faults } = await read(new Map([...packaged].filter(([one]) => one !== file)));
      expect(record).toBeNull();
      expect(faults.map((fault) => fault.file)).toEqual([file]);
    }
  });

  /** The package as spreadsheets save it where a comma parts a number from its decimals, with a figure of 140 as it is written there. */
  const withSemicolons = (figure: string) =>
    new Map(
      [...packaged].map(([name, text]): [string, string] => {
        if (!name.endsWith('.csv')) return [name, text];
        const rows = readCsv(text).map((row) => row.map((one) => (one === '140' ? figure : one)));
        return [name, toCsv(rows).replaceAll('","', '";"')];
      }),
    );

  it('is read with semicolons, and commas in its decimals', async () => {
    const { record, faults } = await read(withSemicolons('140,5'));
    expect(faults.filter(({ code }) => code !== 'ordinals-missing' && code !== 'unused')).toEqual(
      [],
    );
    expect(record?.exchangeYears[0]?.figures[0]?.value).toBe(140.5);
    expect(record?.entries).toHaveLength(whole.entries.length);
  });

  it('is told a number as it is written, where a comma may part its thousands', async () => {
    const { record, faults } = await read(withSemicolons('140,000'));
    expect(record).toBeNull();
    expect(faults.map(formatFault)).toEqual([
      'data/exchange-year-figures.csv $[0].value: 140,000 may be 140 or 140000: write the one that is meant, without a comma or without zeros at its end (line 2)',
    ]);
  });
});

describe('a damaged workbook', () => {
  it('whose heading is not in the first row is told that alone of the sheet', async () => {
    const sheets = recordSheets(whole, ['A guide.']).map((sheet) =>
      sheet.name === 'groups'
        ? {
            ...sheet,
            columns: sheet.columns.map((one) => ({ ...one, id: '' })),
            rows: [sheet.columns.map(({ id }) => id), ...sheet.rows],
          }
        : sheet,
    );
    const bytes = new Uint8Array(await (await writeSheets(sheets)).arrayBuffer());
    const { faults } = await read(new Map([['record.xlsx', bytes]]));
    expect(faults.map(formatFault)).toEqual([
      'groups: this is no heading of the table: the first row has to name id, name_en (row 1)',
    ]);
  });

  it('is told the cell of a value that cannot be', async () => {
    const sheets = recordSheets(whole, ['A guide.']);
    const told = sheets.flatMap(({ name, columns, rows }) =>
      rows.flatMap((_, row) =>
        columns.flatMap(({ id: column }, at) =>
          WORDS.test(column) || column === '' ? [] : [{ file: name, column, row, at }],
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...told), async (cell) => {
        const spoilt = sheets.map((sheet) =>
          sheet.name === cell.file
            ? {
                ...sheet,
                rows: sheet.rows.map((row, index) =>
                  index === cell.row ? row.with(cell.at, NONSENSE) : row,
                ),
              }
            : sheet,
        );
        const bytes = new Uint8Array(await (await writeSheets(spoilt)).arrayBuffer());
        const { faults } = await read(new Map([['record.xlsx', bytes]]));
        expect(faults.some(isAt(cell)), JSON.stringify([cell, faults])).toBe(true);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a workbook with formulas', () => {
  it('is told where one has no result, in whatever column, and takes the results of the others', async () => {
    const files = unzipSync(new Uint8Array(await readFile('public/template.xlsx')));
    const sheets = [
      ...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]+)"/g),
    ];
    const at = `xl/worksheets/sheet${sheets.findIndex(([, name]) => name === 'entries') + 1}.xml`;
    const cell = (ref: string, attributes: string, content: string) => (xml: string) =>
      xml.replace(
        new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`),
        `<c r="${ref}" ${attributes}>${content}</c>`,
      );
    const spoilt = [
      cell('E2', 't="str"', '<f>A2&amp;B2</f><v>worked out</v>'),
      cell('G3', 't="e"', '<f>Other!A1</f><v>#REF!</v>'),
      cell('I4', '', '<f>A1+1</f>'),
      cell('C8', 't="e"', '<v>#N/A</v>'),
    ].reduce((xml, spoil) => spoil(xml), strFromU8(files[at]!));
    const { faults } = await read(
      new Map([['record.xlsx', zipSync({ ...files, [at]: strToU8(spoilt) })]]),
    );
    expect(faults.map(formatFault)).toEqual([
      'entries text_fr: "#REF!": a formula without a result; write the value itself (row 3)',
      'entries locator: "=A1+1": a formula without a result; write the value itself (row 4)',
      'entries kind: "#N/A": a formula without a result; write the value itself (row 8)',
    ]);
  });
});

type Steps = readonly (string | number)[];

/** Every value in a content that is no list and no object, by its place, with the property that it is in. */
function leavesOf(
  value: unknown,
  steps: Steps = [],
  property = '',
): { steps: Steps; property: string }[] {
  if (typeof value !== 'object' || value === null) return [{ steps, property }];
  return Array.isArray(value)
    ? value.flatMap((item, index) => leavesOf(item, [...steps, index], property))
    : Object.entries(value).flatMap(([key, one]) =>
        // Names are properties by language, and words themselves.
        leavesOf(one, [...steps, key], property === 'name' ? 'name' : key),
      );
}

function replaced(value: unknown, [step, ...rest]: Steps, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [
      key,
      key === step ? replaced(one, rest, by) : one,
    ]),
  );
}

describe('a damaged folder', () => {
  const leaves = [...folder]
    .filter(([name]) => !name.startsWith('translations/'))
    .flatMap(([file, text]) => leavesOf(JSON.parse(text)).map((leaf) => ({ file, ...leaf })));

  it('is told the place of every value that cannot be', async () => {
    const told = leaves.filter(({ property }) => !WORDS.test(property));
    expect(told.length).toBeGreaterThan(150);
    for (const { file, steps } of told) {
      const content: unknown = JSON.parse(folder.get(file) ?? '');
      const spoilt = JSON.stringify(replaced(content, steps, NONSENSE));
      const { record, faults } = await read(withFile(folder, file, spoilt));
      const place = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
      expect(record).toBeNull();
      expect(
        faults.map((fault) => `${fault.file} ${fault.path}`),
        `${file} ${place.join('')}`,
      ).toContain(`${file} $${place.join('')}`);
    }
  });

  it('is told the file that is lost, cut, in another encoding or not of a record', async () => {
    const damages: Record<string, (text: string) => string | Uint8Array> = {
      'it is cut': (text) => text.slice(0, text.length / 2),
      'it is in Latin-1': (text) => Uint8Array.from(`${text} é`, (sign) => sign.charCodeAt(0)),
      'a text has U+0000': (text) => text.replace(/"(?=[A-Za-z])/, '"\\u0000'),
      'it holds something else': () => '"a letter"',
    };
    for (const [file, text] of folder) {
      for (const [damage, spoil] of Object.entries(damages)) {
        const { record, faults } = await read(withFile(folder, file, spoil(text)));
        expect(record, `${file}: ${damage}`).toBeNull();
        expect(faults.map((fault) => fault.file)).toContain(file);
      }
    }
    const { record, faults } = await read(withFile(folder, 'weather.json', '[]'));
    expect(record).toBeNull();
    expect(faults).toMatchObject([{ file: 'weather.json', code: 'unknown-file' }]);
  });
});
