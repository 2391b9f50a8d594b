import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readCsv } from '#tests/fixtures/read-csv.ts';
import { type CsvValue, toCsv } from './csv.ts';

const oneColumn = (values: CsvValue[]) =>
  toCsv([{ id: 'text', value: (row: CsvValue) => row }], values);

describe('a table as CSV', () => {
  test('starts with a byte order mark and ends each line as RFC 4180 says', () => {
    expect(oneColumn(['a', null, -3])).toBe('\uFEFFtext\r\na\r\n\r\n-3\r\n');
  });

  test('keeps commas, quotes and line breaks', () => {
    expect(readCsv(oneColumn(['one, "two"\nthree']))[1]).toEqual(['one, "two"\nthree']);
  });

  test.each(['=1+1', '+7 495', '-2', '@sum', '\t=1', '  =1', '＝1'])(
    'leads %j with an apostrophe, so that no spreadsheet runs it',
    (text) => {
      expect(readCsv(oneColumn([text]))[1]).toEqual([`'${text}`]);
    },
  );

  test('for programs changes no value', () => {
    const csv = toCsv([{ id: 'text', value: (row: string) => row }], ['=1+1', '-2'], 'data');
    expect(csv).toBe('text\r\n=1+1\r\n-2\r\n');
  });

  test('reads back as it was written', () => {
    const safeText = fc
      .string({ unit: 'binary' })
      .filter((text) => !/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(safeText, safeText)), (rows) => {
        const csv = toCsv(
          [
            { id: 'a', value: (row: [string, string]) => row[0] },
            { id: 'b', value: (row: [string, string]) => row[1] },
          ],
          rows,
        );
        expect(readCsv(csv)).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});
