/** What spreadsheet programs make of what is typed, and of the names of sheets. */
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';

import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { type Sheet, writeSheets } from '#src/lib/workbook/write-sheets.ts';
import { formatFault } from '#engine/reading/fault-words.ts';
import { readWorkbook } from '#engine/input/read-workbook.ts';
import { readExample } from '#mocks/write-template.ts';

const whole = await readExample();

type Cell =
  | { value: string; type: typeof String }
  | { value: number; type: typeof Number }
  | { value: Date; type: typeof Date; format: string }
  | null;
const toCellOf = (value: string | number | null): Cell =>
  value === null
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value, type: String };

/** A date as a program keeps it, in a format that shows all or a part of it. */
const dateCell = (day: string, format: string): Cell => ({
  value: new Date(`${day}T00:00:00Z`),
  type: Date,
  format,
});

/** The example's workbook with other cells, by their places; as programs write them that make something of what is typed. */
async function read(changes: Record<string, Cell>) {
  const sheets = recordSheets(whole, ['A guide.']).map(({ name, columns, rows }) => ({
    sheet: name,
    data: [
      columns.map(({ id }): Cell => ({ value: id, type: String })),
      ...rows.map((row) => row.map(toCellOf)),
    ],
  }));
  for (const [place, other] of Object.entries(changes)) {
    const [name = '', row = '', column = ''] = place.split(' ');
    const data = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const at = data[0]?.findIndex((one) => one?.value === column) ?? -1;
    while (data.length < Number(row)) data.push([]);
    const cells = data[Number(row) - 1] ?? [];
    while (cells.length <= at) cells.push(null);
    cells[at] = other;
  }
  const file = await writeWorkbook(sheets).toBlob();
  return readWorkbook(new Uint8Array(await file.arrayBuffer()), '2026-01-01');
}

describe('what programs make of a workbook’s cells', () => {
  it('is never a day where the cell shows a month or a year', async () => {
    const { record } = await read({
      'meetings 3 date': dateCell('2011-05-01', 'mmm-yy'),
      'meetings 4 date': dateCell('2014-09-02', 'yyyy-mm-dd'),
      'sources 2 publishedOn': dateCell('2011-01-01', 'yyyy'),
      'sources 3 publishedOn': dateCell('2011-06-01', 'yyyy"年 (day)"m"月"'),
    });
    expect(record?.meetings.map(({ date }) => date)).toEqual(['2009-05', '2011-05', '2014-09-02']);
    expect(record?.sources.slice(0, 2).map(({ publishedOn }) => publishedOn)).toEqual([
      '2011',
      '2011-06',
    ]);
  });

  it('is a fault where what was no date has become one', async () => {
    const { errors } = await read({
      'places 2 id': dateCell('2026-05-01', 'd-mmm'),
      'evidence 2 locator': dateCell('2026-04-03', 'd-mmm'),
    });
    const told =
      'a program made a date of what was written; format the cell as text and write it again';
    expect(errors.map(formatFault)).toEqual([
      `places id: "2026-05-01": ${told} (row 2)`,
      `evidence locator: "2026-04-03": ${told} (row 2)`,
    ]);
  });

  it('is no other sheet where its name has capital letters or a space, and only one of that name', async () => {
    const sheets = recordSheets(whole, ['A guide.']);
    const named = (names: Record<string, string>) =>
      sheets.map((sheet) => ({ ...sheet, name: names[sheet.name] ?? sheet.name }));
    const errorsOf = async (given: readonly Sheet[]) => {
      const file = await writeSheets(given);
      const bytes = new Uint8Array(await file.arrayBuffer());
      return (await readWorkbook(bytes, '2026-01-01')).errors.map(formatFault);
    };
    expect(await errorsOf(named({ places: 'Places', people: 'people ' }))).toEqual([]);
    const more = (name: string): Sheet => ({ name, columns: [{ id: 'a' }], rows: [] });
    expect(await errorsOf([...sheets, more('places '), more('valueOf')])).toEqual([
      'places: the table "places" is there twice',
      'valueOf: no sheet of a record has this name: take it out of the workbook, and keep it elsewhere',
    ]);
  });

  it('is no row where nothing but a space stands', async () => {
    const { errors } = await read({
      'places 9 country': { value: ' ', type: String },
      'entries 40 text': { value: '\u00A0', type: String },
    });
    expect(errors).toEqual([]);
  });
});
