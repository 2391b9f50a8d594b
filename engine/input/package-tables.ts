import type { RecordFault } from '#src/api/record-fault.ts';
import { type Found, toJsonPath } from '../reading/faults.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';
import { type CsvFault, type CsvRow, type CsvTable, readCsvTable } from './csv-rows.ts';
import { PACKAGE_TABLES, PART_TABLES, type TableLayout } from './package-layout.ts';

/** A table of a package and the file that it stands in. */
export type PackageTable = CsvTable & {
  file: string;
  /** True where its rows cannot be told: what is missed elsewhere may be in it. */
  isBroken: boolean;
  /** The lines that are at fault as text: what is wrong with their values follows from that. */
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

/** Columns that the table has to have, and those that nobody would read. */
function columnFaults(columns: readonly string[], layout: TableLayout): Found[] {
  const isName = (column: string) =>
    layout.names?.some((prefix) => column.startsWith(`${prefix}_`)) ?? false;
  const isKnown = (column: string) =>
    layout.columns.includes(column) || layout.newColumns?.includes(column) === true;
  return [
    ...layout.columns
      .filter((column) => !columns.includes(column))
      .map((column): Found => ({ code: 'column-missing', values: { column } })),
    ...columns
      .filter((column) => !isKnown(column) && !isName(column))
      .map((column): Found => ({ code: 'column-unknown', values: { column } })),
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
  return toPackageTable(
    PACKAGE_TABLES[name],
    file,
    readCsvTable(text, (fault) => faults.push(fault)),
    faults,
    errors,
  );
}

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
  const isBroken = faults.some(({ line, found }) => line === 1 || found.code === 'csv-open-quote');
  const badLines = new Set(faults.map(({ line }) => line));
  return { ...table, rows: isBroken ? [] : table.rows, file, isBroken, badLines };
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

/** An office stands beside each who held it: every time alike, or nobody knows which is meant. */
export function findUnlikeOffices(tables: PackageTables): RecordFault[] {
  const table = tables.get('co-chairs');
  const told = new Map<string, { said: string; line: number }>();
  return (table?.rows ?? []).flatMap((row, index) => {
    const { office, party } = row;
    if (table === undefined || office == null) return [];
    const names = Object.entries(row).filter(([column]) => column.startsWith('office_'));
    const [said, line] = [JSON.stringify([party, ...names]), table.lineOf(row)];
    const before = told.get(office);
    if (before === undefined) told.set(office, { said, line });
    if (before === undefined || before.said === said) return [];
    const found: Found = { code: 'office-unlike', values: { office, line: before.line } };
    return [toFault(table.file, { row: index, column: 'office', line, found })];
  });
}

const PLACE = /^\$(?:\.(groups|fields))?\[(\d+)\](?:\.(\w+))?(?:\[(\d+)\])?(.*)$/s;

/** The row that a path of the record's part was read from, with its table. */
function findRow(part: keyof RecordData, path: string, tables: PackageTables) {
  const [, list, position = '', property = '', item] = PLACE.exec(path) ?? [];
  const about = PART_TABLES[part];
  const own = tables.get(list ?? about?.table ?? '');
  const row = own?.rows[Number(position)];
  const child = tables.get((item !== undefined && about?.lists?.[property]) || '');
  if (own === undefined || row === undefined) return null;
  if (child === undefined) return { table: own, row };
  const layout = PACKAGE_TABLES[about?.lists?.[property] ?? '']?.of;
  const rows = child.rows.filter(
    (one) => layout !== undefined && one[layout.column] === row[layout.id],
  );
  const found: CsvRow | undefined = rows[Number(item)];
  return found === undefined ? { table: own, row } : { table: child, row: found };
}

/** Names the file of the package, and the line in it, where a check names a part of the record; paths count from 0. */
export function toPackageFault(fault: RecordFault, tables: PackageTables): RecordFault {
  const { file, path } = fault;
  const part = Object.entries(RECORD_FILES).find(([, name]) => name === file)?.[0] as
    | keyof RecordData
    | undefined;
  if (part === 'mechanism')
    return { ...fault, file: 'datapackage.json', path: `$.mechanism${path.slice(1)}` };
  const found = part === undefined ? null : findRow(part, path, tables);
  if (found === null) {
    const name = part === 'offices' ? 'co-chairs' : file.replace(/\.json$/, '');
    return { ...fault, file: tables.get(name)?.file ?? `data/${name}.csv` };
  }
  return { ...fault, file: found.table.file, line: found.table.lineOf(found.row) };
}
