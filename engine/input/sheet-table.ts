import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { letterOf } from '#src/lib/workbook/column-letters.ts';
import { DATES } from '../edition/edition.ts';
import { fileFault, type Found, shown } from '../reading/faults.ts';
import { textFault } from '../reading/plain-values.ts';
import { type CsvFault, type CsvRow, type CsvTable, seen } from './csv-rows.ts';
import type { Form, OddCells } from './odd-cells.ts';
import { NUMBERS } from './package-layout.ts';

export type Cell = string | boolean | Date | null;

/** A cell as the text that a table would have; a date that a program made of a text is that date again, as far as it shows in the cell. */
export function textOf(cell: Cell, form: Form = null): string | null {
  if (cell === null) return null;
  if (!(cell instanceof Date)) return seen(String(cell));
  // No calendar reaches there, and no program shows it.
  if (Number.isNaN(cell.getTime())) return '#####';
  return cell.toISOString().slice(0, typeof form === 'number' && form > 0 ? form : 10);
}

/** What a program has made of a cell where that is not what was meant, as far as anyone can tell; null if nothing. */
function changedBy(cell: Cell, column: string, form: Form): FaultCode | null {
  // In any other column a date is what a program made of "3-4", and what was meant is lost.
  if (cell instanceof Date) return DATES.has(column) && form !== 0 ? null : 'cell-date';
  const isOther = form === 'percent' || (form === 'dressed' && !NUMBERS.has(column));
  return typeof cell === 'boolean' || isOther ? 'cell-shown' : null;
}

/** The texts of a sheet's cells, with what stands where a formula has no result. */
function toTexts(
  data: readonly (readonly Cell[])[],
  { broken, forms }: OddCells,
): (string | null)[][] {
  const texts = data.map((row, line) =>
    row.map((cell, at) => textOf(cell, forms.get(`${letterOf(at)}${line + 1}`))),
  );
  for (const { line, at, value } of broken) {
    while (texts.length < line) texts.push([]);
    const row = texts[line - 1] ?? [];
    while (row.length <= at) row.push(null);
    row[at] = value;
  }
  return texts;
}

export const NOTHING_ODD: OddCells = {
  broken: [],
  forms: new Map(),
  merged: [],
  hiddenLines: new Set(),
  hiddenColumns: [],
};

/** What of a table a program does not show, a filter that was left on for one: it is read all the same. */
export function findHidden(file: string, table: CsvTable, odd: OddCells): RecordFault[] {
  const told = (what: string, name: string, line: number): RecordFault => ({
    ...fileFault(file, { code: 'hidden', values: { what, name } }),
    line,
  });
  const columns = table.columns.filter((_, at) =>
    odd.hiddenColumns.some(([from, to]) => from <= at && at <= to),
  );
  const lines = table.rows.map(table.lineOf).filter((line) => odd.hiddenLines.has(line));
  return [
    ...columns.map((column) => told('column', column, 1)),
    ...lines.map((line) => told('row', '', line)),
  ];
}

/** A sheet by its heading; rows without anything to see are none. Cells beyond the heading would be lost. */
export function toTable(
  data: readonly (readonly Cell[])[],
  faults: CsvFault[],
  odd: OddCells = NOTHING_ODD,
): CsvTable {
  const lines = new Map<CsvRow, number>();
  const lineOf = (row: CsvRow) => lines.get(row) ?? 0;
  const [heading = [], ...body] = toTexts(data, odd);
  const width = heading.findLastIndex((name) => name !== null) + 1;
  const columns = heading.slice(0, width).map((name) => name ?? '');
  if (width === 0 && body.flat().every((cell) => cell === null)) {
    faults.push({ line: 1, found: { code: 'csv-nothing' } });
    return { columns, rows: [], lineOf };
  }
  const named = columns.filter((name) => name !== '');
  for (const column of new Set(named.filter((name, at) => named.indexOf(name) !== at)))
    faults.push({ line: 1, found: { code: 'csv-column-twice', values: { column } } });
  const mergedHeading = odd.merged.filter(({ first, from, to }) => first === 1 && from < to);
  for (const { from } of mergedHeading)
    faults.push({ line: 1, column: columns[from] ?? '', found: { code: 'cell-merged' } });
  const isBelowMerged = (at: number) => mergedHeading.some(({ from, to }) => from < at && at <= to);
  const brokenByLine = Map.groupBy(odd.broken, ({ line }) => line);
  const rows: CsvRow[] = [];
  for (const [index, cells] of body.entries()) {
    const [line, row] = [index + 2, rows.length];
    if (cells.every((cell) => cell === null)) continue;
    // Beside the heading, so that the other cells of the row are what they are.
    const tell = (at: number, found: Found) =>
      faults.push({ row, line, column: columns[at] || letterOf(at), found });
    for (const [at, cell] of cells.entries()) {
      const found = cell === null ? null : textFault(cell);
      if (cell !== null && !columns[at]) {
        if (!isBelowMerged(at))
          tell(at, { code: 'cell-unheaded', values: { column: letterOf(at) } });
      } else if (found !== null) tell(at, found);
    }
    for (const { from, to, first, last } of odd.merged)
      if (first <= line && line <= last)
        for (let at = from; at <= Math.min(to, width - 1); at += 1)
          if (line > first || at > from) tell(at, { code: 'cell-merged' });
    for (const [at, cell] of (data[line - 1] ?? []).entries()) {
      const column = columns[at];
      if (cell === null || !column) continue;
      const code = changedBy(cell, column, odd.forms.get(`${letterOf(at)}${line}`) ?? null);
      if (code === null) continue;
      tell(at, { code, values: { value: shown(cells[at]) } });
      // What it was is not known: as an id it is none that others could miss.
      cells[at] = `#${cells[at]}`;
    }
    const values: CsvRow = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null]));
    lines.set(values, line);
    rows.push(values);
    for (const { at, value } of brokenByLine.get(line) ?? [])
      tell(at, { code: 'cell-broken', values: { value: shown(value) } });
  }
  return { columns, rows, lineOf };
}
