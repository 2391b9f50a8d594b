import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readCsv } from '#tests/fixtures/read-csv.ts';
import { SPREADSHEET_FORMS, type CsvForm, type CsvValue, toCsv } from './csv.ts';

const oneColumn = (values: CsvValue[], form: CsvForm = 'comma') =>
  toCsv([{ id: 'text', value: (row: CsvValue) => row }], values, form);

type Pair = readonly [CsvValue, CsvValue];
const twoColumns = (rows: readonly Pair[], form: CsvForm) =>
  toCsv<Pair>(
    [
      { id: 'a', value: ([a]) => a },
      { id: 'b', value: ([, b]) => b },
    ],
    rows,
    form,
  );

/** What makes a cell live, what can stand between it and where a cell begins, and plain text. */
const PIECES = [
  ...'=+-@＝＋－＠﹢﹣﹦﹫,;\t\r\n"\' \0x1\u00A0\u200B\uFEFF',
  '\r\n',
  '""',
  'энергия',
  '能源',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);
const value: fc.Arbitrary<CsvValue> = fc.oneof(
  text,
  fc.integer(),
  fc.constantFrom(0.25, -1.5, null),
);

/** How `docs/data.md` says that the apostrophes are taken off again. */
const ADDED = /([,;\t\r\n])'(?=[\s\p{Cc}\p{Cf}"']*[=+\-@\t\r﹢﹣﹦﹫＋－＝＠])/gu;
const withoutAdded = (read: string) => `\n${read}`.replaceAll(ADDED, '$1').slice(1);

const LIVE = /^[\s\p{Cc}\p{Cf}"]*[=+\-@﹢﹣﹦﹫＋－＝＠]/u;
/** A whole cell that is a number is no formula, whatever its sign. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const SEPARATORS = [',', ';', '\t'];

/**
 * The cells of a file as a spreadsheet sees them that splits by this separator. A quote at the start of a cell holds
 * separators and line breaks together up to the next one, what follows it belongs to the cell, and a file may end inside.
 */
function cellsOf(csv: string, separator: string, honoursQuotes: boolean): string[] {
  const content = csv.replace('\uFEFF', '');
  if (!honoursQuotes) return content.split(new RegExp(`[\\r\\n${separator}]`));
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\\r\\n]*)(?:[${separator}\\r\\n]|$)`,
    'y',
  );
  const cells: string[] = [];
  while (cell.lastIndex < content.length) {
    const [, quoted = '', rest = ''] = cell.exec(content) ?? [];
    cells.push(quoted.replaceAll('""', '"') + rest);
  }
  return cells;
}

describe('a table as CSV', () => {
  test('starts with a byte order mark and ends each line as RFC 4180 says', () => {
    expect(oneColumn(['a', null, -3])).toBe('\uFEFFtext\r\na\r\n\r\n-3\r\n');
  });

  test('keeps commas, quotes and line breaks', () => {
    expect(readCsv(oneColumn(['one, "two"\nthree']))[1]).toEqual(['one, "two"\nthree']);
  });

  test.each(['=1+1', '+7 495', '-2', '@sum', '\t1', '  =1', '＝1'])(
    'leads %j with an apostrophe, so that no spreadsheet runs it',
    (live) => {
      expect(readCsv(oneColumn([live]))[1]).toEqual([`'${live}`]);
    },
  );

  test('for programs changes no value', () => {
    expect(oneColumn(['=1+1', 'x;=1+1;y', '-2'], 'data')).toBe(
      'text\r\n=1+1\r\n"x;=1+1;y"\r\n-2\r\n',
    );
  });

  test('comes in columns where lists are separated by semicolons, numbers with a comma', () => {
    const csv = twoColumns([['one; two, "three"', 0.25]], 'semicolon');
    expect(csv).toBe('\uFEFFa;b\r\n"one; two, ""three""";0,25\r\n');
  });

  test.each(['\t=1', 'x;=1+1;y', 'x,=1', 'x\t@sum', 'x\n-2', 'x;"=1+1"', 'x; ＝1', 'x;\u200B+1'])(
    'leaves nothing in %j that another separator would make live',
    (hidden) => {
      const cells = SPREADSHEET_FORMS.flatMap((form) =>
        SEPARATORS.flatMap((separator) =>
          [true, false].flatMap((honours) =>
            cellsOf(oneColumn([hidden], form), separator, honours),
          ),
        ),
      );
      expect(cells.filter((cell) => LIVE.test(cell))).toEqual([]);
    },
  );

  test('has no live cell, whatever separates cells for a program and whether or not it honours quotes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { maxLength: 4 }),
        fc.constantFrom(...SPREADSHEET_FORMS),
        fc.constantFrom(...SEPARATORS),
        fc.boolean(),
        (rows, form, separator, honoursQuotes) => {
          const cells = cellsOf(twoColumns(rows, form), separator, honoursQuotes);
          expect(cells.filter((cell) => LIVE.test(cell) && !NUMBER.test(cell))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('reads back as it was written, once the added apostrophes are taken off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 8 }),
        fc.constantFrom(...SPREADSHEET_FORMS, 'data' as const),
        (rows, form) => {
          const read = parse(twoColumns(rows, form), {
            bom: true,
            delimiter: form === 'semicolon' ? ';' : ',',
            record_delimiter: '\r\n',
          });
          const values = form === 'data' ? read : read.map((cells) => cells.map(withoutAdded));
          expect(values).toEqual([['a', 'b'], ...rows]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
