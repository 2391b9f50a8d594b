/** A workbook is written by one library and read back by another. */
import { readFile } from 'node:fs/promises';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { type Sheet, writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { readFiles } from '#engine/input/read-files.ts';
import { textFault } from '#engine/reading/plain-values.ts';
import { readWorkbook } from '#engine/input/read-workbook.ts';
import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { createHandler } from '#engine/requests/answer-requests.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readExample } from '#mocks/write-template.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { arbitraryRecord } from './arbitrary-record.ts';

const BASE = 'http://backend.test/api/v1';
const TODAY = '2026-01-01';
const GUIDE = ['A guide.', '=HYPERLINK("https://example.org")'];

const wholeOf = (record: RecordData) => {
  const handler = createHandler(record, { baseUrl: BASE });
  return fetchWholeRecord(createApi(BASE, (request) => handler(request)));
};
const sheetsOf = async (record: RecordData) => recordSheets(await wholeOf(record), GUIDE);
const bytesOf = async (sheets: readonly Sheet[]) =>
  new Uint8Array(await (await writeSheets(sheets)).arrayBuffer());
const read = async (sheets: readonly Sheet[]) => readWorkbook(await bytesOf(sheets), TODAY);

/** With names in languages that the app itself does not speak, one of them from right to left. */
const furtherNamed = <Thing extends { name: { en: string } }>(thing: Thing) => ({
  ...thing,
  name: { ...thing.name, pt: 'Ciência', he: 'מדע "א" (1)' },
});

const ABOUT = { address: 'https://example.org/', isShippedData: false };
/** The files as somebody chooses them, in a folder of their own. */
async function readChosen(files: Iterable<[name: string, text: string]>) {
  const chosen = Array.from(files, ([name, text]) => ({
    path: `record/${name}`,
    read: () => Promise.resolve(new TextEncoder().encode(text)),
  }));
  return (await readFiles(chosen, TODAY)).input;
}

describe('a workbook of the whole record', () => {
  it('is read back as the same record', async () => {
    const whole = await wholeOf(await readRecord());
    const { record, errors } = await read(recordSheets(whole, GUIDE));
    expect(errors.map(formatFault)).toEqual([]);
    expect(await wholeOf(record!)).toEqual(whole);
  });

  it('also where a program writes whole numbers with a point', async () => {
    const whole = await readExample();
    const files = unzipSync(await bytesOf(recordSheets(whole, GUIDE)));
    const pointed = Object.entries(files).map(([name, bytes]): [string, Uint8Array] => {
      const text = strFromU8(bytes);
      return [name, strToU8(text.replaceAll(/(<c r="\w+"(?: s="\d+")?><v>\d+)(?=<)/g, '$1.0'))];
    });
    const { record, errors } = await readWorkbook(
      new Uint8Array(zipSync(Object.fromEntries(pointed))),
      TODAY,
    );
    expect(errors.map(formatFault)).toEqual([]);
    expect(await wholeOf(record!)).toEqual(whole);
  });

  it('and a data package, and a folder of files, give back any record with any text that a record can hold', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => textFault(one) === null);
    const tricky = fc.constantFrom(
      ' a ',
      '=1+1',
      '_x0041_',
      'a\r\nb\tc',
      '\u0085\u200D',
      '2023-12',
      '1e5',
      '<&>"\'',
      'שלום',
      'valueOf',
      'constructor',
      '__proto__',
    );
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecord,
        fc.array(fc.oneof(text, tricky), { minLength: 40, maxLength: 40 }),
        async (record, texts) => {
          const entries = record.entries.map((entry, index) => ({
            ...entry,
            text: texts[index % texts.length] ?? 'text',
            ...(index % 3 === 0 && { translations: { pt: 'Cooperação', he: 'שיתוף (א-2)' } }),
          }));
          const parts: RecordData = {
            ...record,
            entries,
            fields: { ...record.fields, fields: record.fields.fields.map(furtherNamed) },
            places: record.places.map(furtherNamed),
            people: record.people.map(furtherNamed),
            offices: record.offices.map(furtherNamed),
          };
          const whole = await wholeOf(parts);
          const forms = [
            await read(recordSheets(whole, GUIDE)),
            await readChosen(toDataPackage(whole, ABOUT)),
            await readChosen(
              Object.entries(RECORD_FILES).map(([part, file]): [string, string] => [
                file,
                JSON.stringify(parts[part as keyof RecordData]),
              ]),
            ),
          ];
          for (const back of forms) {
            expect(back.errors.map(formatFault)).toEqual([]);
            expect(back.warnings.filter(({ code }) => code === 'cell-repeats')).toEqual([]);
            expect(await wholeOf(back.record!)).toEqual(whole);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('keeps its headings in view, offers what cells can be, and has nothing that a program runs', async () => {
    const files = unzipSync(await bytesOf(await sheetsOf(OTHER_MECHANISM)));
    const sheets = Object.entries(files).flatMap(([path, bytes]) =>
      /worksheets\/sheet\d+\.xml$/.test(path) ? [strFromU8(bytes)] : [],
    );
    expect(sheets.length).toBeGreaterThan(20);
    expect(sheets.filter((xml) => /<f[ >]/.test(xml))).toEqual([]);
    expect(sheets.filter((xml) => /<pane [^>]*state="frozen"/.test(xml))).toHaveLength(
      sheets.length - 1,
    );
    const entries = sheets.find((xml) => xml.includes('communique,minutes,')) ?? '';
    expect(entries).toMatch(/<formula1>'meetings'!\$A\$2:\$A\$10000<\/formula1>/);
    expect(entries.indexOf('<dataValidations')).toBeGreaterThan(entries.indexOf('</sheetData>'));
  });
});

describe('the template', () => {
  it('is the invented record, whole and without a fault: run `npm run template` where that has changed', async () => {
    const { record, errors } = await readWorkbook(
      new Uint8Array(await readFile('public/template.xlsx')),
      TODAY,
    );
    expect(errors.map(formatFault)).toEqual([]);
    // Whoever writes over it gets the version of what they have written, and the day of that.
    const { mechanism, ...rest } = await readExample();
    const { dataVersion } = record!.mechanism;
    expect(dataVersion).toMatch(/^[0-9a-f]{12}$/);
    expect(await wholeOf(record!)).toEqual({
      mechanism: { ...mechanism, dataVersion, dataDate: TODAY },
      ...rest,
    });
  });
});

describe('a broken workbook', () => {
  const change = (
    sheets: readonly Sheet[],
    name: string,
    column: string,
    row: number,
    value: string | number | null,
  ) =>
    sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const at = sheet.columns.findIndex(({ id }) => id === column);
      expect(at, `${name}.${column}`).toBeGreaterThanOrEqual(0);
      return {
        ...sheet,
        rows: sheet.rows.map((cells, index) => (index === row ? cells.with(at, value) : cells)),
      };
    });

  it('is told every fault once with sheet, row and column, and none that only follows from another', async () => {
    let sheets: Sheet[] = await sheetsOf(OTHER_MECHANISM);
    sheets = sheets
      .filter(({ name }) => name !== 'commission-fields')
      .concat({ name: 'My notes', columns: [{ id: 'what' }], rows: [['x']] })
      .map((sheet) =>
        sheet.name === 'people'
          ? {
              ...sheet,
              columns: sheet.columns.map((one) => (one.id === 'party' ? { id: 'side' } : one)),
            }
          : sheet,
      );
    sheets = change(sheets, 'mechanism', 'since', 0, 'long ago');
    sheets = change(sheets, 'parties', 'country', 1, 'Chile');
    sheets = change(sheets, 'fields', 'id', 0, 'No Id');
    sheets = change(sheets, 'meetings', 'date', 0, '2023-13');
    sheets = change(sheets, 'meetings', 'ordinal', 1, 'second');
    sheets = change(sheets, 'entries', 'kind', 0, 'rumour');
    sheets = change(sheets, 'entries', 'source', 1, 'gossip');
    const { record, errors } = await read(sheets);
    expect(record).toBeNull();
    expect(errors.map(({ file, line = 0, code }) => `${file} ${line} ${code}`)).toEqual([
      'commission-fields 0 sheet-missing',
      'My notes 0 sheet-unknown',
      'mechanism 2 date',
      'parties 3 country-code',
      'fields 2 identifier',
      'people 1 renamed',
      'meetings 2 date',
      'meetings 3 type',
      'entries 2 not-listed',
      'entries 3 no-such',
    ]);
  });

  it('never loads, whatever is damaged, and the fault names the sheet', async () => {
    const sheets = await sheetsOf(OTHER_MECHANISM);
    const damages: Record<string, (sheet: Sheet, nth: number) => Sheet[]> = {
      'a sheet is lost': () => [],
      'a column has another name': (sheet, nth) => {
        const at = nth % sheet.columns.length;
        return [{ ...sheet, columns: sheet.columns.with(at, { id: 'Something' }) }];
      },
      'a column is there twice': (sheet) => [
        { ...sheet, columns: [...sheet.columns, sheet.columns[0]!] },
      ],
      'a cell stands beyond the heading': (sheet) => [
        { ...sheet, rows: [...sheet.rows, [...sheet.columns.map(() => null), 'lost']] },
      ],
      'a text has U+0000': (sheet) => [
        { ...sheet, rows: [...sheet.rows, sheet.columns.map(() => 'a\0b')] },
      ],
    };
    // These may be left out: packages from before contract 1.3 have no evidence, and a mechanism need have no remarks.
    const mayLack = new Set(['read me', 'evidence', 'mechanism-notes', 'other-names']);
    const needed = sheets.filter(({ name }) => !mayLack.has(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...needed),
        fc.constantFrom(...Object.keys(damages)),
        fc.nat(),
        async (sheet, damage, nth) => {
          const spoilt = sheets.flatMap((one) =>
            one === sheet ? (damages[damage]?.(one, nth) ?? []) : [one],
          );
          const { record, errors } = await read(spoilt);
          expect(record).toBeNull();
          expect(errors.map(({ file }) => file)).toContain(sheet.name);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('that is no workbook is refused in words', async () => {
    const bytes = new TextEncoder().encode('PK and nothing more');
    await expect(readWorkbook(bytes, TODAY)).rejects.toMatchObject({
      found: { code: 'workbook-unreadable' },
    });
  });
});
