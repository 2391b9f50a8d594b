import readSheets from 'read-excel-file/universal';

import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { MECHANISM_SHEET, NOTES_SHEET, OTHER_NAMES_SHEET } from '#src/lib/workbook/sheet-names.ts';
import { fileFault, type Found, InputFault, sortFaults, toJsonPath } from '../reading/faults.ts';
import { NO_VERSION } from '../record/data-version.ts';
import { findOddCells, hiddenSheets } from './odd-cells.ts';
import { checkTables } from './check-tables.ts';
import { type Input, refused, underOwnVersion } from './check-record.ts';
import type { CsvFault } from './csv-rows.ts';
import { toNames } from './data-package-tables.ts';
import { renamed } from '../reading/meant-names.ts';
import { isZip, refuseByParts, refuseCompound } from '../reading/other-formats.ts';
import { openZip } from './open-zip.ts';
import { columnOf } from './package-cells.ts';
import { PACKAGE_TABLES, type TableLayout } from './package-layout.ts';
import {
  type PackageTable,
  type PackageTables,
  toPackageTable,
  unreadTable,
} from './package-tables.ts';
import { type Cell, findHidden, NOTHING_ODD, textOf, toTable } from './sheet-table.ts';
import { likeness } from './table-heading.ts';
import { toText } from './package-evidence.ts';
import { withPlainSheets } from './plain-sheets.ts';

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
const NO_LAYOUT: TableLayout = { columns: [] };
const LAYOUTS: Record<string, TableLayout> = { ...OWN_SHEETS, ...PACKAGE_TABLES };
/** The guide, as people may have named it: prose, which nobody reads but they. */
const GUIDE = /^read[ -]?me$/i;

/** A number as programs hold it, who write 4.35 with 17 digits and 3 as 3.0; what they could not hold as it was written. */
function numberText(text: string): string {
  const number = Number(text);
  const isHeld = Number.isSafeInteger(number) || (Number.isFinite(number) && number % 1 !== 0);
  return text !== '' && isHeld ? String(number) : text;
}

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
    return {
      ...fault,
      file: table?.file ?? sheet,
      path,
      line: row === undefined ? 2 : (table?.lineOf(row) ?? 2),
    };
  };
  const [, list = '', index, rest = ''] = LISTED.exec(fault.path) ?? [];
  const sheet = LISTS.get(list);
  if (sheet === undefined) return placed(MECHANISM_SHEET, 0, fault.path.replace('$.mechanism', ''));
  return index === undefined
    ? { ...fault, file: tables.get(sheet)?.file ?? sheet, path: '$' }
    : placed(sheet, Number(index), rest);
}

/** Of a sheet that cannot be told, nothing is missed: what its part lacks follows from that. */
const isOfBroken = ({ file }: RecordFault, tables: PackageTables) =>
  [MECHANISM_SHEET, ...LISTS.values()].some((name) => {
    const table = tables.get(name);
    if (table === undefined) return file === name && OWN_SHEETS[name]?.isNew !== true;
    return file === table.file && table.isBroken;
  });

/** What a heading has to be of a table's, at least, for its sheet to be that table. */
const HALF = 0.5;

type Sheet = { sheet: string; data: readonly (readonly Cell[])[] };

const headingOf = ({ data }: Sheet) => (data[0] ?? []).flatMap((cell) => textOf(cell) ?? []);

/** Two sheets whose names changed places: each has the heading of the other. */
function exchangeSwapped(found: Map<string, Sheet>, errors: RecordFault[]): void {
  const fits = (sheet: Sheet, name: string) =>
    likeness(headingOf(sheet), LAYOUTS[name] ?? NO_LAYOUT);
  for (const [one, sheet] of found)
    for (const [other, second] of found) {
      const isBetter =
        fits(sheet, other) > fits(sheet, one) && fits(second, one) > fits(second, other);
      if (!isBetter) continue;
      errors.push(fileFault(sheet.sheet, { code: 'sheets-swapped', values: { one, other } }));
      found.set(one, second).set(other, sheet);
      return exchangeSwapped(found, errors);
    }
}

/** The sheets by the tables that they are: by their names, or, where one is missing, by their headings. */
function nameSheets(sheets: readonly Sheet[], errors: RecordFault[]): Map<string, Sheet> {
  const found = new Map<string, Sheet>();
  const others: Sheet[] = [];
  for (const one of sheets) {
    // Capital letters and spaces around a name are nobody's intention.
    const name = Object.hasOwn(LAYOUTS, one.sheet) ? one.sheet : one.sheet.trim().toLowerCase();
    if (!Object.hasOwn(LAYOUTS, name)) others.push(one);
    else if (found.has(name))
      errors.push(fileFault(one.sheet, { code: 'table-twice', values: { table: name } }));
    else found.set(name, one);
  }
  // One without anything in it is nobody's loss.
  for (const one of others.filter(({ data }) =>
    data.flat().some((cell) => textOf(cell) !== null),
  )) {
    const columns = headingOf(one);
    const [best] = Object.entries(LAYOUTS)
      .filter(([name]) => !found.has(name))
      .map(([name, layout]) => ({ name, likeness: likeness(columns, layout) }))
      .toSorted((first, second) => second.likeness - first.likeness);
    const meant = best !== undefined && best.likeness > HALF ? best.name : null;
    const what: Found = meant === null ? { code: 'sheet-unknown' } : renamed(one.sheet, meant);
    errors.push(fileFault(one.sheet, what));
    if (meant !== null) found.set(meant, one);
  }
  exchangeSwapped(found, errors);
  return found;
}

/** What comes of a file that was cut or changed on its way; whose words are of no use to whoever wrote a workbook. */
const DAMAGED: ReadonlySet<FaultCode> = new Set([
  'zip-unreadable',
  'zip-name',
  'zip-unpack',
  'encoding',
  'encoding-utf16',
]);

/** The sheets with what stands in them, and the cells of which that does not say all. */
async function readParts(given: Uint8Array<ArrayBuffer>) {
  refuseCompound(given);
  // A workbook is a zip: the same limits hold, and nothing is unpacked that could be read in two ways.
  if (given.length > 0 && !isZip(given)) throw new InputFault('no-workbook');
  try {
    const opened = await openZip(given);
    refuseByParts(opened.names);
    if (!opened.names.includes('xl/workbook.xml')) throw new InputFault('no-workbook');
    const { zip, bytes, damaged } = await withPlainSheets(opened, given);
    const read = await readSheets(bytes.buffer, { trim: false, parseNumber: numberText });
    // A chart that has a sheet of its own has no cells.
    const sheets = (read as Partial<Sheet>[]).filter((one): one is Sheet => one.data !== undefined);
    return { sheets, odd: await findOddCells(zip), hidden: await hiddenSheets(zip), damaged };
  } catch (error) {
    throw error instanceof InputFault && !DAMAGED.has(error.found.code)
      ? error
      : new InputFault('workbook-unreadable');
  }
}

/**
 * Reads the sheets as tables, and checks the record that they tell, under the sheets' names and their rows.
 * @param today the day that a workbook which states none is dated with
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, today: string): Promise<Input> {
  const errors: RecordFault[] = [];
  const { sheets, odd, hidden, damaged } = await readParts(bytes);
  errors.push(...damaged.map((sheet) => fileFault(sheet, { code: 'sheet-damaged' })));
  const given = sheets.filter(({ sheet }) => !GUIDE.test(sheet.trim()));
  const named = nameSheets(given, errors);
  const tables = new Map<string, PackageTable>();
  /** Sheets that there need not be, of which one that was lost is told all the same, and what nobody sees of the others. */
  const unseen: RecordFault[] = [];
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    const { sheet, data } = named.get(name) ?? {};
    if (sheet === undefined || data === undefined) {
      if (layout.isNew !== true) errors.push(fileFault(name, { code: 'sheet-missing' }));
      else unseen.push(fileFault(name, { code: 'sheet-absent' }));
      continue;
    }
    const file = sheet.trim().toLowerCase() === name ? name : sheet;
    if (damaged.includes(sheet)) {
      tables.set(name, unreadTable(file));
      continue;
    }
    const faults: CsvFault[] = [];
    const oddCells = odd.get(sheet) ?? NOTHING_ODD;
    const table = toTable(data, faults, oddCells);
    if (hidden.includes(sheet))
      unseen.push(fileFault(file, { code: 'hidden', values: { what: 'sheet', name: '' } }));
    unseen.push(...findHidden(file, table, oddCells));
    if (name === MECHANISM_SHEET)
      for (const [row, values] of [...table.rows.entries()].slice(1)) {
        const found = { code: 'row-surplus' } as const;
        faults.push({ row, column: 'id', line: table.lineOf(values), found });
      }
    // What its only row lacks is not told cell by cell where there is none.
    if (name === MECHANISM_SHEET && table.columns.length > 0 && table.rows.length === 0)
      faults.push({ line: 2, found: { code: 'missing' } });
    tables.set(name, toPackageTable(layout, file, table, faults, errors));
  }
  const mechanism = {
    read: () => toMechanism(tables, today),
    place: (fault: RecordFault) => toSheetFault(fault, tables),
  };
  const checked = checkTables(mechanism, tables, errors);
  if (checked.record === null)
    return refused(
      checked.errors.filter((fault) => errors.includes(fault) || !isOfBroken(fault, tables)),
    );
  return underOwnVersion(
    { ...checked, warnings: sortFaults([...unseen, ...checked.warnings]) },
    today,
  );
}
