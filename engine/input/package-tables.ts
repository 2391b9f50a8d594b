import * as v from 'valibot';

import type { RecordFault } from '#src/api/record-fault.ts';
import { languageTag } from '#src/api/schemas/common.ts';
import { type Found, toJsonPath } from '../reading/faults.ts';
import { type CsvFault, type CsvTable, readCsvTable } from './csv-rows.ts';
import { PACKAGE_TABLES, type TableLayout } from './package-layout.ts';

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

/** What things are called, in English at least: of a place of a meeting that is told elsewhere. */
const NAMED: ReadonlySet<string> = new Set(['name', 'office']);
const neededColumns = ({ columns, names = [] }: TableLayout): string[] => [
  ...columns,
  ...names.filter((prefix) => NAMED.has(prefix)).map((prefix) => `${prefix}_en`),
];

/** The columns that rows of a table are told apart by, or by which it is known what they belong to. */
const keysOf = ({ columns, of: owner }: TableLayout): string[] => [
  ...columns.filter((column) => column === 'id' || (column === 'ordinal' && owner === undefined)),
  ...(owner === undefined ? [] : [owner.column]),
];

/** Names are told by language: a column of another tag would be a name that nobody sees. */
const isTagged = (column: string) => v.is(languageTag, column.slice(column.indexOf('_') + 1));

/** Columns that the table has to have, and those that nobody would read. */
function columnFaults(columns: readonly string[], layout: TableLayout): Found[] {
  const isName = (column: string) =>
    layout.names?.some((prefix) => column.startsWith(`${prefix}_`)) ?? false;
  const isKnown = (column: string) =>
    layout.columns.includes(column) || layout.newColumns?.includes(column) === true;
  return [
    ...neededColumns(layout)
      .filter((column) => !columns.includes(column))
      .map((column): Found => ({ code: 'column-missing', values: { column } })),
    ...columns
      .filter((column) => !isKnown(column) && !isName(column))
      .map((column): Found => ({ code: 'column-unknown', values: { column } })),
    ...columns
      .filter((column) => !isKnown(column) && isName(column) && !isTagged(column))
      .map((column): Found => ({ code: 'column-tag', values: { column } })),
  ];
}

/** Reads one table and holds it against the columns that it should have. */
export function readPackageTable(
  name: string,
  file: string,
  text: string,
  errors: RecordFault[],
): PackageTable {
  const faults: CsvFault[] = [];
  const layout = PACKAGE_TABLES[name];
  const table = readCsvTable(text, (fault) => faults.push(fault));
  if (table.hasDecimalCommas === true)
    for (const column of layout?.decimals ?? [])
      for (const row of table.rows) row[column] = row[column]?.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return toPackageTable(layout, file, table, faults, errors);
}

/** Faults of a heading after which nothing of that column can be told. */
const LOSING: ReadonlySet<Found['code']> = new Set([
  'column-missing',
  'column-tag',
  'csv-column-twice',
]);
/** Faults after which no row can be told. */
const UNREADABLE: ReadonlySet<Found['code']> = new Set([
  'csv-nothing',
  'csv-separator',
  'csv-open-quote',
]);

/** A table with what is wrong with it as a table, its columns included. */
export function toPackageTable(
  layout: TableLayout | undefined,
  file: string,
  table: CsvTable,
  faults: CsvFault[],
  errors: RecordFault[],
): PackageTable {
  if (layout !== undefined && table.columns.length > 0)
    for (const found of columnFaults(table.columns, layout)) faults.push({ line: 1, found });
  errors.push(...faults.map((fault) => toFault(file, fault)));
  const lostColumns = new Set(
    faults.flatMap(({ found: { code, values } }) =>
      LOSING.has(code) ? [String(values?.['column'])] : [],
    ),
  );
  const isBroken =
    faults.some(({ found }) => UNREADABLE.has(found.code)) ||
    (layout !== undefined && keysOf(layout).some((column) => lostColumns.has(column)));
  const badLines = new Set(
    faults.flatMap(({ line, column }) => (column === undefined ? [line] : [])),
  );
  return { ...table, rows: isBroken ? [] : table.rows, file, isBroken, lostColumns, badLines };
}

/** Rows that detail something that is not there: they would be left out without a word. */
export function findOrphans(
  tables: PackageTables,
  isUnsure: (parents: PackageTable) => boolean,
): RecordFault[] {
  return Object.entries(PACKAGE_TABLES).flatMap(([name, { of }]) => {
    const table = tables.get(name);
    const parents = of && tables.get(of.table);
    if (table === undefined || of === undefined || !parents || isUnsure(parents)) return [];
    const known = new Set(parents.rows.map((row) => row[of.id]));
    return table.rows.flatMap((row, index) => {
      const id = row[of.column];
      if (id != null && known.has(id)) return [];
      const found: Found =
        id == null
          ? { code: 'empty-cell' }
          : { code: 'no-row', values: { table: parents.file, column: of.id, id } };
      return [
        toFault(table.file, { row: index, column: of.column, line: table.lineOf(row), found }),
      ];
    });
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
  const told = new Map<string, { said: string; line: number }>();
  return (table?.rows ?? []).flatMap((row, index) => {
    const { office, party } = row;
    if (table === undefined || office == null) return [];
    const names = Object.entries(row).filter(([column]) => column.startsWith('office_'));
    const [said, line] = [JSON.stringify([party, ...names]), table.lineOf(row)];
    if (isFaulty(line)) return [];
    const before = told.get(office);
    if (before === undefined) told.set(office, { said, line });
    if (before === undefined || before.said === said) return [];
    const found: Found = { code: 'office-unlike', values: { office, line: before.line } };
    return [toFault(table.file, { row: index, column: 'office', line, found })];
  });
}
