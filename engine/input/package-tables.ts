import type { RecordFault } from '#src/api/record-fault.ts';
import { excusedOf, type Hidden } from '../edition/check-ids.ts';
import { type Found, missed, toJsonPath } from '../reading/faults.ts';
import { plainNumber } from '../reading/plain-values.ts';
import { type CsvFault, type CsvRow, type CsvTable, readCsvTable } from './csv-rows.ts';
import { NUMBERS, PACKAGE_TABLES, type TableLayout } from './package-layout.ts';
import { neededColumns, withHeading } from './table-heading.ts';

/** A table of a package and the file that it stands in. */
export type PackageTable = CsvTable & {
  file: string;
  /** True where its rows, or what they are called by, cannot be told: what is missed elsewhere may be in it. */
  isBroken: boolean;
  /** The columns that cannot be told, which every row seems to have left empty. */
  lostColumns: ReadonlySet<string>;
  /** The lines whose cells cannot be told apart: what is wrong with their values follows from that. */
  badLines: ReadonlySet<number>;
};
export type PackageTables = ReadonlyMap<string, PackageTable>;

function toFault(file: string, { row, column, line, found }: CsvFault): RecordFault {
  const path = toJsonPath([
    ...(row === undefined ? [] : [row]),
    ...(column === undefined ? [] : [column]),
  ]);
  return { file, path, ...found, line };
}

/** A table that is there and of which nothing can be told. */
export const unreadTable = (file: string): PackageTable => ({
  file,
  columns: [],
  rows: [],
  lineOf: () => 0,
  isBroken: true,
  lostColumns: new Set(),
  badLines: new Set(),
});

/** The columns that rows of a table are told apart by, or by which it is known what they belong to. */
export const keysOf = ({ columns, of: owner }: TableLayout): string[] => [
  ...columns.filter((column) => column === 'id' || (column === 'ordinal' && owner === undefined)),
  ...(owner === undefined ? [] : [owner.column]),
];

/** Reads one table and holds it against the columns that it should have. */
export function readPackageTable(
  layout: TableLayout,
  file: string,
  text: string,
  errors: RecordFault[],
): PackageTable {
  const faults: CsvFault[] = [];
  const table = readCsvTable(text, (fault) => faults.push(fault));
  return toPackageTable(layout, file, table, faults, errors);
}

/** Faults after which no row can be told. */
const UNREADABLE: ReadonlySet<Found['code']> = new Set([
  'csv-nothing',
  'csv-separator',
  'csv-open-quote',
  'heading-missing',
  // Of a table that has to have a row.
  'missing',
]);

/** True for a row that says again what its columns are called. */
const isHeading = (row: CsvRow) => {
  const cells = Object.entries(row).filter(([, value]) => value != null);
  return cells.length > 1 && cells.every(([column, value]) => value === column);
};

const filledOf = (row: CsvRow) => Object.keys(row).filter((column) => row[column] != null);

/** Rows of tables that need more columns than this, and have one cell, are notes or were only begun. */
const FEW = 2;
const isScant = (row: CsvRow, layout: TableLayout) =>
  filledOf(row).length === 1 && neededColumns(layout).length > FEW;

/**
 * A number that may be a thousand times as large, as a point parts thousands in many countries. Programs write no zero at the
 * end of decimals.
 */
const THOUSANDS = /^-?[1-9]\d{0,2}\.\d\d0$/;
const numberWords = (written: string, value: string) => ({
  value: written,
  kept: Number(value),
  meant: value.replaceAll('.', ''),
  sign: written === value ? 'point' : 'comma',
});

/** A table with what is wrong with it as a table, its columns included. */
export function toPackageTable(
  layout: TableLayout,
  file: string,
  given: CsvTable,
  inCells: readonly CsvFault[],
  errors: RecordFault[],
): PackageTable {
  const { table, faults, lostColumns } = withHeading(given, layout, inCells);
  const again = new Set(table.rows.filter(isHeading));
  // Where all that is in a row stands under no heading, that is the fault.
  const rows = table.rows.filter((row) => !again.has(row) && filledOf(row).length > 0);
  const commas = given.hasDecimalCommas === true ? (layout.decimals ?? []) : [];
  for (const [nth, row] of rows.entries())
    for (const column of table.columns.filter((name) => NUMBERS.has(name))) {
      const written = row[column];
      if (written == null) continue;
      const value = commas.includes(column) ? written.replace(/^(-?\d+),(\d+)$/, '$1.$2') : written;
      if (THOUSANDS.test(value)) {
        const found: Found = { code: 'number-thousands', values: numberWords(written, value) };
        errors.push(toFault(file, { row: nth, column, line: table.lineOf(row), found }));
      }
      row[column] = plainNumber(value);
    }
  errors.push(...faults.map((fault) => toFault(file, fault)));
  for (const row of again)
    errors.push(toFault(file, { line: table.lineOf(row), found: { code: 'row-heading' } }));
  const isBroken =
    faults.some(({ found }) => UNREADABLE.has(found.code)) ||
    keysOf(layout).some((column) => lostColumns.has(column));
  const atFault = new Set(faults.map(({ line }) => line));
  const scant = rows.filter((row) => isScant(row, layout) && !atFault.has(table.lineOf(row)));
  for (const row of isBroken ? [] : scant) {
    const [column = ''] = filledOf(row);
    const found: Found = { code: 'row-scant', values: { column } };
    errors.push(toFault(file, { line: table.lineOf(row), found }));
  }
  const badLines = new Set([
    ...faults.flatMap(({ line, column }) => (column === undefined ? [line] : [])),
    ...scant.map((row) => table.lineOf(row)),
  ]);
  return { ...table, rows: isBroken ? [] : rows, file, isBroken, lostColumns, badLines };
}

/** What the things of tables are called that other tables detail. */
const THINGS: Readonly<Record<string, string>> = {
  meetings: 'meeting',
  entries: 'entry',
  'exchange-years': 'exchange-year',
  commissions: 'commission',
};
/** What the table of evidence has of these things themselves. */
const EVIDENCED: Readonly<Record<string, readonly (string | null | undefined)[]>> = {
  entries: ['entry'],
  meetings: ['venue', 'attendance'],
};

/** The tables whose rows detail things of one table, with the column that names these. */
function detailsOf(owner: string, tables: PackageTables) {
  const evidence = tables.get('evidence');
  const details = Object.entries(PACKAGE_TABLES).flatMap(([name, { of }]) => {
    const table = tables.get(name);
    if (table === undefined || of?.table !== owner) return [];
    return [{ table, column: of.column, isOf: () => true }];
  });
  const isOf = (row: CsvRow) => EVIDENCED[owner]?.includes(row['of']) === true;
  return evidence === undefined
    ? details
    : [...details, { table: evidence, column: 'thing', isOf }];
}

/**
 * Rows that detail something that is not there: they would be left out without a word.
 * @param hiddenIn the ids that cannot be read in the table of the things
 */
export function findOrphans(
  tables: PackageTables,
  hiddenIn: (owner: string) => Hidden,
): RecordFault[] {
  return Object.entries(THINGS).flatMap(([owner, thing]) => {
    const id = owner === 'meetings' ? 'ordinal' : 'id';
    const known = new Set((tables.get(owner)?.rows ?? []).map((row) => row[id]));
    const orphans = detailsOf(owner, tables).flatMap(({ table, column, isOf }) =>
      table.rows.flatMap((row, index) => {
        const named = row[column];
        if ((named != null && known.has(named)) || !isOf(row)) return [];
        const found: Found = named == null ? { code: 'empty-cell' } : missed(thing, named, known);
        const line = table.lineOf(row);
        return [{ named, fault: toFault(table.file, { row: index, column, line, found }) }];
      }),
    );
    const missing = orphans.filter(({ named }) => named != null);
    const excused = new Set(
      excusedOf(
        Map.groupBy(missing, ({ named }) => named),
        hiddenIn(owner),
      ),
    );
    return orphans.filter((one) => !excused.has(one)).map(({ fault }) => fault);
  });
}

/**
 * An office stands beside each who held it: every time alike, or nobody knows which is meant.
 * @param isFaulty true for lines in which what is told of the office is at fault by itself
 */
export function findUnlikeOffices(
  tables: PackageTables,
  isFaulty: (line: number) => boolean,
): RecordFault[] {
  const table = tables.get('co-chairs');
  if (table === undefined) return [];
  const told = table.rows.flatMap((row, index) => {
    const names = Object.entries(row).filter(([column]) => column.startsWith('office_'));
    const line = table.lineOf(row);
    return row['office'] == null || isFaulty(line)
      ? []
      : [{ office: row['office'], said: JSON.stringify([row['party'], ...names]), line, index }];
  });
  return [...Map.groupBy(told, ({ office }) => office)].flatMap(([office, rows]) => {
    // What most of them say is what was meant; of as many, what is said first.
    const [usual = [], ...others] = [...Map.groupBy(rows, ({ said }) => said).values()].toSorted(
      (one, other) => other.length - one.length,
    );
    const found: Found = { code: 'office-unlike', values: { office, line: usual[0]?.line ?? 0 } };
    return others
      .flat()
      .map(({ index, line }) => toFault(table.file, { row: index, column: 'office', line, found }));
  });
}
