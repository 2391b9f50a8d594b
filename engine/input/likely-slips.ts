/**
 * What one slip of whoever wrote a table explains, which would be told as a fault of each of its cells: headings that changed
 * places or moved by one column, a row whose cells stand beside their columns. Each is tried, and is what happened where all
 * fits then.
 */
import { columnIn, type RecordFault } from '#src/api/record-fault.ts';
import { faultAt, fileFault, type Found } from '../reading/faults.ts';
import { plainNumber } from '../reading/plain-values.ts';
import type { CsvRow } from './csv-rows.ts';
import { NUMBERS, PACKAGE_TABLES } from './package-layout.ts';
import { keysOf, type PackageTable, type PackageTables } from './package-tables.ts';
import { sampleOf } from './row-sample.ts';

/** What is wrong with the rows of tables as they are now. */
type FaultsOf = (tables: PackageTables) => readonly RecordFault[];

/** Rows with fewer faults have them one by one. */
const MANY = 3;
/** Rows that are tried: with more of them, something else is the matter. */
const MOST_TRIED = 20;

const filled = (rows: readonly CsvRow[], column: string) =>
  rows.filter((row) => row[column] != null);

const isIn = (table: PackageTable, columns: readonly string[]) => (fault: RecordFault) =>
  fault.file === table.file && columns.includes(columnIn(fault) ?? '');

/** Headings, and in the same order those below which their cells stand. */
type Move = { found: Found; columns: readonly string[]; below: readonly string[] };

/** Puts the cells of rows where they were meant. */
function put(rows: readonly CsvRow[], { columns, below }: Omit<Move, 'found'>): void {
  for (const row of rows) {
    const cells = below.map((column) => row[column]);
    for (const [at, column] of columns.entries())
      row[column] = NUMBERS.has(column) ? plainNumber(cells[at]) : cells[at];
  }
}

/** The columns of which each cell that is filled is at fault. */
function wrongColumns(table: PackageTable, faults: readonly RecordFault[]): string[] {
  return table.columns.filter((column) => {
    const cells = filled(table.rows, column);
    const lines = new Set(faults.filter(isIn(table, [column])).map(({ line }) => line));
    return cells.length > 0 && cells.every((row) => lines.has(table.lineOf(row)));
  });
}

/** Columns in which many a word is right by chance: of one row that fits there nothing can be told. */
const LOOSE = /^id$|lang/;

/** A wrong column and another one, each for the other. */
const exchanges = ({ columns, rows, lostColumns }: PackageTable, wrong: readonly string[]) =>
  wrong.flatMap((one) =>
    columns.flatMap((other): Move[] => {
      const isSure = filled(rows, one).length > 1 || !LOOSE.test(one) || wrong.includes(other);
      const isPair = other !== one && !lostColumns.has(other) && isSure;
      if (!isPair || filled(rows, other).length * 2 < filled(rows, one).length) return [];
      const found = { code: 'columns-swapped', values: { one, other } } as const;
      return [{ found, columns: [one, other], below: [other, one] }];
    }),
  );

/**
 * True where so much is wrong as it is below headings that moved: most rows, of which fewer stand beside their columns by
 * themselves, and several columns, or the one by which others of the row are told.
 */
function isOfHeading(
  table: PackageTable,
  keys: readonly string[],
  wrong: readonly string[],
  faults: readonly RecordFault[],
): boolean {
  const lines = new Set(faults.filter(({ file }) => file === table.file).map(({ line }) => line));
  const isTold = wrong.length > 1 || faults.some(isIn(table, keys));
  return isTold && lines.size * 2 > table.rows.length;
}

/** Columns beside each other with all the wrong ones among them, the widest range first: each heading belongs above the next, the last above the first. */
function shifts({ columns, lostColumns }: PackageTable, wrong: readonly string[]): Move[] {
  const places = wrong.map((column) => columns.indexOf(column));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const ranges = columns
    .slice(0, first + 1)
    .flatMap((_, from) => columns.slice(last).map((__, to) => columns.slice(from, last + to + 1)))
    .filter((range) => range.length > 2 && !range.some((column) => lostColumns.has(column)))
    .toSorted((one, other) => other.length - one.length);
  return ranges.flatMap((range) => {
    const names = range.filter((name) => name !== '');
    const values = { first: names[0] ?? '', last: names.at(-1) ?? '' };
    const found = (side: string) =>
      ({ code: 'columns-moved', values: { ...values, side } }) as const;
    const [next, before] = [
      [...range.slice(1), ...range.slice(0, 1)],
      [...range.slice(-1), ...range.slice(0, -1)],
    ];
    return [
      { found: found('left'), columns: range, below: next },
      { found: found('right'), columns: range, below: before },
    ];
  });
}

/**
 * Of moves of headings after which nearly all cells below are right and no column is wrong that was right before, the one
 * that leaves least wrong; of equals the first.
 */
function bestOf(
  moves: readonly Move[],
  table: PackageTable,
  wrong: readonly string[],
  before: number,
  faults: () => readonly RecordFault[],
): { move: Move; left: number } | null {
  let best: { move: Move; left: number } | null = null;
  for (const move of moves) {
    const { columns, below } = move;
    const cells = columns.flatMap((column) => filled(table.rows, column)).length;
    put(table.rows, move);
    const after = faults();
    const isSpoilt = wrongColumns(table, after).some((column) => !wrong.includes(column));
    put(table.rows, { columns: below, below: columns });
    const isRight = !isSpoilt && after.filter(isIn(table, columns)).length * 4 < cells;
    if (isRight && after.length < (best?.left ?? before)) best = { move, left: after.length };
  }
  return best;
}

/** Headings that were put where others belong; null where no move of them mends whole columns. */
function findMove(tables: PackageTables, name: string, faultsOf: FaultsOf): Move | null {
  const table = tables.get(name);
  const before = faultsOf(tables);
  const wrong = table === undefined ? [] : wrongColumns(table, before);
  if (table === undefined || wrong.length === 0) return null;
  const tried = (moves: readonly Move[]) =>
    bestOf(moves, table, wrong, before.length, () => faultsOf(tables));
  const exchange = tried(exchanges(table, wrong));
  const keys = keysOf(PACKAGE_TABLES[name] ?? { columns: [] });
  const shift = isOfHeading(table, keys, wrong, before) ? tried(shifts(table, wrong)) : null;
  const isShift = shift !== null && (exchange === null || shift.left < exchange.left);
  return (isShift ? shift : exchange)?.move ?? null;
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
function findShift(
  table: PackageTable,
  row: CsvRow,
  faults: () => readonly RecordFault[],
): RecordFault | null {
  const line = table.lineOf(row);
  const isOfRow = (fault: RecordFault) => fault.file === table.file && fault.line === line;
  const before = { ...row };
  for (const side of ['right', 'left'] as const)
    for (const [from, column] of table.columns.entries()) {
      const tried = shifted(table, before, from, side);
      if (tried === null) continue;
      Object.assign(row, tried);
      if (!faults().some(isOfRow))
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
 * @param before what is wrong with the rows as they came
 * @returns also what is left then
 */
export function findSlips(
  tables: PackageTables,
  before: readonly RecordFault[],
  faultsOf: FaultsOf,
): { slips: readonly RecordFault[]; left: readonly RecordFault[] } {
  const slips: RecordFault[] = [];
  let faults = before;
  for (const [name, table] of tables) {
    const isOfTable = ({ file }: RecordFault) => file === table.file;
    if (table.isBroken || !faults.some(isOfTable)) continue;
    const sample = sampleOf(tables, table);
    const known = slips.length;
    for (;;) {
      const move = findMove(sample, name, faultsOf);
      if (move === null) break;
      put(table.rows, move);
      slips.push({ ...fileFault(table.file, move.found), line: 1 });
    }
    if (slips.length > known) faults = faultsOf(tables);
    const byLine = Map.groupBy(faults.filter(isOfTable), ({ line }) => line);
    const odd = table.rows.filter((row) => (byLine.get(table.lineOf(row))?.length ?? 0) >= MANY);
    const found = (odd.length > MOST_TRIED ? [] : odd)
      .map((row) => findShift(table, row, () => faultsOf(sampleOf(tables, table, [row]))))
      .filter((slip) => slip !== null);
    slips.push(...found);
    if (found.length > 0) faults = faultsOf(tables);
  }
  return { slips, left: faults };
}
