/**
 * What one slip of whoever wrote a table explains, which would be told as a fault of each of its cells: two headings that
 * changed places, a row whose cells stand beside their columns. Each is tried, and is what happened where all fits then.
 */
import { columnIn, type RecordFault } from '#src/api/record-fault.ts';
import { faultAt, fileFault } from '../reading/faults.ts';
import { plainNumber } from '../reading/plain-values.ts';
import type { CsvRow } from './csv-rows.ts';
import { NUMBERS } from './package-layout.ts';
import type { PackageTable, PackageTables } from './package-tables.ts';

/** What is wrong with the rows as they are now. */
type Faults = () => readonly RecordFault[];

/** In tables of more rows each trial would take seconds. */
const MOST_ROWS = 20_000;
/** Rows with fewer faults have them one by one. */
const MANY = 3;
/** Rows that are tried: with more of them, something else is the matter. */
const MOST_TRIED = 5;

const filled = (rows: readonly CsvRow[], column: string) =>
  rows.filter((row) => row[column] != null);

const isIn =
  (table: PackageTable, ...columns: string[]) =>
  (fault: RecordFault) =>
    fault.file === table.file && columns.includes(columnIn(fault) ?? '');

function swap({ rows }: PackageTable, one: string, other: string): void {
  for (const row of rows) {
    [row[one], row[other]] = [row[other], row[one]];
    for (const column of [one, other])
      if (NUMBERS.has(column)) row[column] = plainNumber(row[column]);
  }
}

/** The columns of which each cell that is filled is at fault. */
function wrongColumns(table: PackageTable, faults: readonly RecordFault[]): string[] {
  return table.columns.filter((column) => {
    const cells = filled(table.rows, column);
    const lines = new Set(faults.filter(isIn(table, column)).map(({ line }) => line));
    return cells.length > 0 && cells.every((row) => lines.has(table.lineOf(row)));
  });
}

/** Two columns of a table that fit each other's headings, and nearly all of whose cells are right under these; exchanged then. */
function findSwap(
  table: PackageTable,
  before: readonly RecordFault[],
  faultsOf: Faults,
): [string, string] | null {
  const suspects = wrongColumns(table, before);
  for (const one of suspects)
    for (const other of table.columns) {
      const cells = [...filled(table.rows, one), ...filled(table.rows, other)].length;
      const isPair = other !== one && !table.lostColumns.has(other);
      if (!isPair || filled(table.rows, other).length * 2 < filled(table.rows, one).length)
        continue;
      swap(table, one, other);
      const after = faultsOf();
      const wrong = after.filter(isIn(table, one, other)).length;
      if (after.length < before.length && wrong * 4 < cells) return [one, other];
      swap(table, one, other);
    }
  return null;
}

/** The cells of a row from one of its columns on, one to the left or to the right; null where one would be lost. */
function shifted(
  { columns }: PackageTable,
  row: CsvRow,
  from: number,
  side: 'left' | 'right',
): CsvRow | null {
  const values = columns.map((column) => row[column] ?? null);
  // The other way round than they were shifted by mistake.
  const removed = side === 'right' ? from : columns.length - 1;
  if (values[removed] !== null) return null;
  values.splice(removed, 1);
  values.splice(side === 'right' ? columns.length - 1 : from, 0, null);
  return Object.fromEntries(
    columns.map((column, at) => {
      const value = values[at] ?? null;
      return [column, NUMBERS.has(column) ? (plainNumber(value) ?? null) : value];
    }),
  );
}

/** Where the cells of a row began to stand beside their columns, if they are right once put back; they are then. */
function findShift(table: PackageTable, row: CsvRow, faultsOf: Faults): RecordFault | null {
  const line = table.lineOf(row);
  const isOfRow = (fault: RecordFault) => fault.file === table.file && fault.line === line;
  const before = { ...row };
  for (const side of ['right', 'left'] as const)
    for (const [from, column] of table.columns.entries()) {
      const tried = shifted(table, before, from, side);
      if (tried === null) continue;
      Object.assign(row, tried);
      if (!faultsOf().some(isOfRow))
        return {
          ...faultAt(table.file, [table.rows.indexOf(row), column], {
            code: 'row-shifted',
            values: { side },
          }),
          line,
        };
    }
  Object.assign(row, before);
  return null;
}

/**
 * Finds such slips, and puts the rows as they were meant, so that whatever else is wrong with them is told.
 * @param faultsOf what is wrong with the rows as they are now
 */
export function findSlips(tables: PackageTables, faultsOf: Faults): RecordFault[] {
  const slips: RecordFault[] = [];
  // The whole record is checked anew only for what was changed: that of a large one takes seconds.
  let faults = faultsOf();
  for (const table of tables.values()) {
    const isOfTable = ({ file }: RecordFault) => file === table.file;
    if (table.isBroken || table.rows.length > MOST_ROWS || !faults.some(isOfTable)) continue;
    for (;;) {
      const pair = findSwap(table, faults, faultsOf);
      if (pair === null) break;
      const values = { one: pair[0], other: pair[1] };
      slips.push({ ...fileFault(table.file, { code: 'columns-swapped', values }), line: 1 });
      faults = faultsOf();
    }
    const byLine = Map.groupBy(faults.filter(isOfTable), ({ line }) => line);
    const odd = table.rows.filter((row) => (byLine.get(table.lineOf(row))?.length ?? 0) >= MANY);
    const shifts = (odd.length > MOST_TRIED ? [] : odd)
      .map((row) => findShift(table, row, faultsOf))
      .filter((slip) => slip !== null);
    slips.push(...shifts);
    if (shifts.length > 0) faults = faultsOf();
  }
  return slips;
}
