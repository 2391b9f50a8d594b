import { type EditionError, toJsonPath } from '#engine/edition/edition-error.ts';
import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { type CsvFault, type CsvRow, type CsvTable, readCsvTable } from './csv-rows.ts';
import { PACKAGE_TABLES, PART_TABLES, type TableLayout } from './package-layout.ts';

/** A table of a package and the file that it stands in. */
export type PackageTable = CsvTable & { file: string };
export type PackageTables = ReadonlyMap<string, PackageTable>;

function toError(file: string, { row, column, line, message }: CsvFault): EditionError {
  const path = toJsonPath([
    ...(row === undefined ? [] : [row]),
    ...(column === undefined ? [] : [column]),
  ]);
  return { file, path, message: `${message} (line ${line})` };
}

/** Columns that the table has to have, and those that nobody would read. */
function columnFaults(columns: readonly string[], layout: TableLayout): string[] {
  const isName = (column: string) =>
    layout.names?.some((prefix) => column.startsWith(`${prefix}_`)) ?? false;
  const isKnown = (column: string) =>
    layout.columns.includes(column) || layout.newColumns?.includes(column) === true;
  return [
    ...layout.columns
      .filter((column) => !columns.includes(column))
      .map((column) => `the column "${column}" is missing`),
    ...columns
      .filter((column) => !isKnown(column) && !isName(column))
      .map((column) => `nobody reads a column "${column}" of this table`),
  ];
}

/** Reads one table and holds it against the columns that it should have. */
export function readPackageTable(
  name: string,
  file: string,
  text: string,
  errors: EditionError[],
): PackageTable {
  const table = readCsvTable(text, (fault) => errors.push(toError(file, fault)));
  const layout = PACKAGE_TABLES[name];
  if (layout !== undefined && table.columns.length > 0)
    for (const message of columnFaults(table.columns, layout))
      errors.push(toError(file, { line: 1, message }));
  return { ...table, file };
}

/** Rows that detail something that is not there: they would be left out without a word. */
export function findOrphans(tables: PackageTables): EditionError[] {
  return Object.entries(PACKAGE_TABLES).flatMap(([name, { of }]) => {
    const table = tables.get(name);
    const parents = of && tables.get(of.table);
    if (table === undefined || of === undefined || parents === undefined) return [];
    const known = new Set(parents.rows.map((row) => row[of.id]));
    return table.rows.flatMap((row, index) => {
      const id = row[of.column];
      if (id != null && known.has(id)) return [];
      const message =
        id == null ? 'an empty cell' : `no row of ${parents.file} has the ${of.id} "${id}"`;
      return [
        toError(table.file, { row: index, column: of.column, line: table.lineOf(row), message }),
      ];
    });
  });
}

/** An office stands beside each who held it: every time alike, or nobody knows which is meant. */
export function findUnlikeOffices(tables: PackageTables): EditionError[] {
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
    const message = `the office "${office}" has another party or name than in line ${before.line}`;
    return [toError(table.file, { row: index, column: 'office', line, message })];
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
export function toPackageError(error: EditionError, tables: PackageTables): EditionError {
  const { file, path, message } = error;
  const part = Object.entries(RECORD_FILES).find(([, name]) => name === file)?.[0] as
    | keyof RecordData
    | undefined;
  if (part === 'mechanism')
    return { ...error, file: 'datapackage.json', path: `$.mechanism${path.slice(1)}` };
  const found = part === undefined ? null : findRow(part, path, tables);
  if (found === null)
    return {
      ...error,
      file: part === 'offices' ? 'data/co-chairs.csv' : `data/${file.replace(/\.json$/, '.csv')}`,
    };
  return {
    file: found.table.file,
    path,
    message: `${message} (line ${found.table.lineOf(found.row)})`,
  };
}
