import readSheets from 'read-excel-file/universal';

import type { RecordFault } from '#src/api/record-fault.ts';
import { MECHANISM_SHEET, NOTES_SHEET, OTHER_NAMES_SHEET } from '#src/lib/workbook/sheet-names.ts';
import { fileFault, foundIn, InputFault, shown, toJsonPath } from '../reading/faults.ts';
import { textFault } from '../reading/plain-values.ts';
import { toDataVersion } from '../record/data-version.ts';
import type { RecordData } from '../record/record.ts';
import { findOddCells, type OddCells } from './odd-cells.ts';
import { checkTables } from './check-tables.ts';
import { type Input, refused } from './check-record.ts';
import type { CsvFault, CsvRow, CsvTable } from './csv-rows.ts';
import { toNames } from './data-package-tables.ts';
import { openZip } from './open-zip.ts';
import { columnOf } from './package-cells.ts';
import { PACKAGE_TABLES, type TableLayout } from './package-layout.ts';
import { type PackageTable, type PackageTables, toPackageTable } from './package-tables.ts';
import { toText } from './package-evidence.ts';

type Cell = string | boolean | Date | null;

/** Sheets that a workbook has beside the tables of a data package. */
const OWN_SHEETS: Record<string, TableLayout> = {
  [MECHANISM_SHEET]: {
    columns: ['id', 'since', 'dataStatus'],
    newColumns: ['dataVersion', 'dataDate'],
    names: ['name'],
  },
  [NOTES_SHEET]: { columns: ['text', 'lang'], isNew: true, names: ['text'] },
  [OTHER_NAMES_SHEET]: { columns: ['written', 'other'], isNew: true },
};
/** The guide, as people may have named it: prose, which nobody reads but they. */
const GUIDE = /^read[ -]?me$/i;

/**
 * A cell as the text that a table would have; a date that a program made of a text is that date again, as far as it shows
 * in the cell.
 */
function textOf(cell: Cell, shownLength = 10): string | null {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, shownLength);
  return String(cell);
}

/** A number as it was written; whole ones without the point or the power that some programs write them with. */
function numberText(text: string): string {
  const number = Number(text);
  return text !== '' && Number.isSafeInteger(number) ? String(number) : text;
}

/** The columns that dates stand in. In any other a date is what a program made of "3-4", and what was meant is lost. */
const DATES: ReadonlySet<string> = new Set([
  'since',
  'dataDate',
  'date',
  'until',
  'years',
  'founded',
  'publishedOn',
  'capturedOn',
]);

const LETTERS = 26;
/** The letter that a spreadsheet calls a column by, of its place from 0. */
const letterOf = (at: number): string =>
  (at >= LETTERS ? letterOf(Math.floor(at / LETTERS) - 1) : '') +
  String.fromCharCode(65 + (at % LETTERS));

/** The texts of a sheet's cells, with what stands where a formula has no result. */
function toTexts(
  data: readonly (readonly Cell[])[],
  { broken, coarse }: OddCells,
): (string | null)[][] {
  const texts = data.map((row, line) =>
    row.map((cell, at) => textOf(cell, coarse.get(`${letterOf(at)}${line + 1}`))),
  );
  for (const { line, at, value } of broken) {
    while (texts.length < line) texts.push([]);
    const row = texts[line - 1] ?? [];
    while (row.length <= at) row.push(null);
    row[at] = value;
  }
  return texts;
}

/** A sheet by its heading; rows without anything to see are none. Cells beyond the heading would be lost. */
function toTable(data: readonly (readonly Cell[])[], odd: OddCells, faults: CsvFault[]): CsvTable {
  const lines = new Map<CsvRow, number>();
  const lineOf = (row: CsvRow) => lines.get(row) ?? 0;
  const [heading = [], ...body] = toTexts(data, odd);
  const width = heading.findLastIndex((name) => name !== null) + 1;
  const columns = heading.slice(0, width).map((name) => name ?? '');
  if (width === 0) {
    faults.push({ line: 1, found: { code: 'csv-nothing' } });
    return { columns, rows: [], lineOf };
  }
  if (columns.includes('')) faults.push({ line: 1, found: { code: 'csv-unnamed-column' } });
  for (const column of new Set(columns.filter((name, at) => columns.indexOf(name) !== at)))
    faults.push({ line: 1, found: { code: 'csv-column-twice', values: { column } } });
  const brokenByLine = Map.groupBy(odd.broken, ({ line }) => line);
  const rows: CsvRow[] = [];
  for (const [index, cells] of body.entries()) {
    const [line, row] = [index + 2, rows.length];
    const last = cells.findLastIndex((cell) => cell !== null);
    // Nobody sees a space that stands alone in a row.
    if (cells.every((cell) => (cell ?? '').trim() === '')) continue;
    // Beside the heading, so that the other cells of the row are what they are.
    for (let at = width; at <= last; at += 1)
      if (cells[at] != null)
        faults.push({ row, line, column: letterOf(at), found: { code: 'cell-unheaded' } });
    cells.forEach((cell, at) => {
      const found = cell === null ? null : textFault(cell);
      if (found !== null) faults.push({ row, line, column: columns[at] ?? letterOf(at), found });
    });
    for (const [at, cell] of (data[line - 1] ?? []).entries()) {
      const column = columns[at];
      if (!(cell instanceof Date) || column === undefined || DATES.has(column)) continue;
      const found = { code: 'cell-date', values: { value: shown(cells[at]) } } as const;
      faults.push({ row, line, column, found });
      // What it was is not known: as an id it is none that others could miss.
      cells[at] = `#${cells[at]}`;
    }
    const values: CsvRow = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null]));
    lines.set(values, line);
    rows.push(values);
    for (const { at, value } of brokenByLine.get(line) ?? [])
      faults.push({
        row,
        line,
        column: columns[at] ?? letterOf(at),
        found: { code: 'cell-broken', values: { value: shown(value) } },
      });
  }
  return { columns, rows, lineOf };
}

const NOTHING_ODD: OddCells = { broken: [], coarse: new Map() };

/** Until the content is known, of which it is made. */
const NO_VERSION = 'none';

/** The mechanism of two sheets and of the table of parties. */
function toMechanism(tables: PackageTables, today: string): unknown {
  const rowsOf = (name: string) => tables.get(name)?.rows ?? [];
  const [row = {}] = rowsOf(MECHANISM_SHEET);
  const notes = rowsOf(NOTES_SHEET).map((note) => ({
    ...toText(note['text'] ?? '', note['lang']),
    ...(Object.keys(toNames(note, 'text')).length > 0 && { translations: toNames(note, 'text') }),
  }));
  const otherNames = rowsOf(OTHER_NAMES_SHEET).map(({ written, other }) => ({ written, other }));
  return {
    id: row['id'] ?? null,
    name: toNames(row),
    since: row['since'] ?? null,
    dataStatus: row['dataStatus'] ?? null,
    dataVersion: row['dataVersion'] ?? NO_VERSION,
    dataDate: row['dataDate'] ?? today,
    parties: rowsOf('parties').map((party) => ({
      id: party['id'] ?? null,
      country: party['country'] ?? null,
      name: toNames(party),
    })),
    ...(notes.length > 0 && { notes }),
    ...(otherNames.length > 0 && { otherNames }),
  };
}

/** The sheets of the mechanism's lists. */
const LISTS = new Map([
  ['parties', 'parties'],
  ['notes', NOTES_SHEET],
  ['otherNames', OTHER_NAMES_SHEET],
]);
const LISTED = /^\$\.mechanism\.(\w+)(?:\[(\d+)\](.*))?$/s;

/** Names the sheet of what a package tells in its description. */
function toSheetFault(fault: RecordFault, tables: PackageTables): RecordFault {
  if (fault.file !== 'datapackage.json') return fault;
  const placed = (sheet: string, index: number, rest: string): RecordFault => {
    const [table, column] = [tables.get(sheet), columnOf(rest)];
    const row = table?.rows[index];
    const path = toJsonPath([index, ...(column === null ? [] : [column])]);
    return { ...fault, file: sheet, path, line: row === undefined ? 2 : (table?.lineOf(row) ?? 2) };
  };
  const [, list = '', index, rest = ''] = LISTED.exec(fault.path) ?? [];
  const sheet = LISTS.get(list);
  if (sheet === undefined) return placed(MECHANISM_SHEET, 0, fault.path.replace('$.mechanism', ''));
  return index === undefined
    ? { ...fault, file: sheet, path: '$' }
    : placed(sheet, Number(index), rest);
}

/** Of a sheet that cannot be told, nothing is missed: what its part lacks follows from that. */
const isOfBroken = (fault: RecordFault, tables: PackageTables) =>
  [MECHANISM_SHEET, ...LISTS.values()].includes(fault.file) &&
  (tables.get(fault.file)?.isBroken ?? OWN_SHEETS[fault.file]?.isNew !== true);

/** A record whose workbook names no version has that of its content, so that it changes with whatever is written. */
async function withVersion({ mechanism, ...rest }: RecordData): Promise<RecordData> {
  const { dataVersion, dataDate, ...named } = mechanism;
  if (dataVersion !== NO_VERSION) return { mechanism, ...rest };
  const version = await toDataVersion({ mechanism: named, ...rest });
  return { mechanism: { ...named, dataVersion: version, dataDate }, ...rest };
}

/**
 * Reads the sheets as tables, and checks the record that they tell, under the sheets' names and their rows.
 * @param today the day that a workbook which states none is dated with
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, today: string): Promise<Input> {
  const errors: RecordFault[] = [];
  // A workbook is a zip: the same limits hold, and nothing is unpacked that could be read in two ways.
  const zip = await openZip(bytes);
  const sheets = await readSheets(bytes.buffer, {
    trim: false,
    parseNumber: numberText,
  }).catch((error: unknown) => {
    throw new InputFault('unreadable', foundIn(error).values);
  });
  const odd = await findOddCells(zip);
  const layouts = { ...OWN_SHEETS, ...PACKAGE_TABLES };
  const tables = new Map<string, PackageTable>();
  for (const { sheet, data } of sheets) {
    if (GUIDE.test(sheet)) continue;
    // Capital letters and spaces around a name are nobody's intention.
    const name = Object.hasOwn(layouts, sheet) ? sheet : sheet.trim().toLowerCase();
    const layout = Object.hasOwn(layouts, name) ? layouts[name] : undefined;
    if (layout === undefined || tables.has(name)) {
      errors.push(fileFault(sheet, { code: 'sheet-unknown' }));
      continue;
    }
    const faults: CsvFault[] = [];
    const table = toTable(
      data as readonly (readonly Cell[])[],
      odd.get(sheet) ?? NOTHING_ODD,
      faults,
    );
    if (name === MECHANISM_SHEET)
      for (const [row, values] of [...table.rows.entries()].slice(1)) {
        const found = { code: 'row-surplus' } as const;
        faults.push({ row, column: 'id', line: table.lineOf(values), found });
      }
    tables.set(name, toPackageTable(layout, name, table, faults, errors));
  }
  for (const [name, { isNew }] of Object.entries(layouts))
    if (!tables.has(name) && isNew !== true)
      errors.push(fileFault(name, { code: 'sheet-missing' }));
  const checked = checkTables(toMechanism(tables, today), tables, errors);
  if (checked.record === null)
    return refused(
      checked.errors
        .map((fault) => toSheetFault(fault, tables))
        .filter((fault) => errors.includes(fault) || !isOfBroken(fault, tables)),
    );
  const warnings = checked.warnings.map((fault) => toSheetFault(fault, tables));
  return { ...checked, record: await withVersion(checked.record), warnings };
}
