import type { Found } from '../reading/faults.ts';
import { textFault } from '../reading/plain-values.ts';

/** The values of a row by the names of the heading; an empty cell is a missing value. */
export type CsvRow = { [column: string]: string | null | undefined };

/** Where the table is at fault: the row from 0 and the column's name, where it has come so far. */
export type CsvFault = { row?: number; column?: string; line: number; found: Found };
export type CsvTable = {
  columns: readonly string[];
  rows: CsvRow[];
  /** True where semicolons part the cells, as spreadsheets have it where a comma parts a number from its decimals. */
  hasDecimalCommas?: boolean;
  /** The line of the file that a row begins in, from 1. */
  lineOf: (row: CsvRow) => number;
};

/** True for a text with something to see: no space, and no sign without width. */
const hasSign = (text: string) => /[^\s\p{Cf}]/u.test(text);

/** A cell in which there is something to see; any other is empty to whoever looks at it. */
export const seen = (cell: string | null | undefined): string | null =>
  cell != null && hasSign(cell) ? cell : null;

type Line = { cells: string[]; line: number };

const QUOTED = /"((?:[^"]|"")*)"/y;
const PLAIN = { ',': /[^,\r\n]*/y, ';': /[^;\r\n]*/y };
const LINE_END = /\r\n|\n|\r/g;

const countLines = (text: string) => text.match(LINE_END)?.length ?? 0;

type Separator = keyof typeof PLAIN;

/** What parts the cells, by the heading, whose names have neither. */
function separatorOf(text: string): Separator {
  const [heading = ''] = text.split(LINE_END, 1);
  return heading.includes(';') && !heading.includes(',') ? ';' : ',';
}

/** The cells of each line, by RFC 4180, or with semicolons instead of the commas; a line may end in LF or CR alone, and one without anything to see is no row. */
function toLines(text: string, separator: Separator, fail: (fault: CsvFault) => void): Line[] {
  const lines: Line[] = [];
  let [at, line, start] = [0, 1, 1];
  let cells: string[] = [];
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  const cell = (): string | null => {
    if (text[at] !== '"') {
      const plain = match(PLAIN[separator])?.[0] ?? '';
      if (plain.includes('"')) fail({ line, found: { code: 'csv-stray-quote' } });
      return plain;
    }
    const quoted = match(QUOTED);
    if (quoted === null) {
      fail({ line, found: { code: 'csv-open-quote' } });
      return null;
    }
    const began = line;
    line += countLines(quoted[0]);
    if (at < text.length && !`${separator}\r\n`.includes(text[at] ?? '')) {
      // Where it goes over several lines, it ended in none of them: it met the mark that another one begins with.
      fail({ line: began, found: { code: line > began ? 'csv-open-quote' : 'csv-after-quote' } });
      if (line > began) return null;
    }
    const after = match(PLAIN[separator])?.[0] ?? '';
    return (quoted[1] ?? '').replaceAll('""', '"') + after;
  };
  while (at < text.length) {
    const value = cell();
    if (value === null) return lines;
    cells.push(value);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.some(hasSign)) lines.push({ cells, line: start });
    cells = [];
    start = line;
  }
  return lines;
}

/** What is wrong with a heading, which everything below is read by; a column without a name and without values is none. */
function headingFaults({ cells, line }: Line, body: readonly Line[]): CsvFault[] {
  const isOne = (row: Line) => row.cells.length === 1;
  // Of a heading that is one cell, or of rows that are one each where it is many.
  const unparted = cells.length === 1 ? { cells, line } : body.every(isOne) ? body[0] : undefined;
  const separator = /[\t|;,]/.exec(unparted?.cells[0] ?? '')?.[0];
  if (unparted !== undefined && separator !== undefined) {
    const values = { separator: JSON.stringify(separator) };
    return [{ line: unparted.line, found: { code: 'csv-separator', values } }];
  }
  const twice = cells.filter((name, index) => name !== '' && cells.indexOf(name) !== index);
  const isUsed = (at: number) => body.some((row) => seen(row.cells[at]) !== null);
  const found: Found[] = [
    ...(cells.some((name, at) => name === '' && isUsed(at))
      ? [{ code: 'csv-unnamed-column' } as const]
      : []),
    ...[...new Set(twice)].map((column) => ({
      code: 'csv-column-twice' as const,
      values: { column },
    })),
  ];
  return found.map((one) => ({ line, found: one }));
}

/** A table by its heading. Every fault is told, and what its rows are as far as they can be told. */
export function readCsvTable(text: string, fail: (fault: CsvFault) => void): CsvTable {
  const lines = new Map<CsvRow, number>();
  const separator = separatorOf(text);
  const inCells: CsvFault[] = [];
  const [heading, ...body] = toLines(text, separator, (fault) => inCells.push(fault));
  const lineOf = (row: CsvRow) => lines.get(row) ?? 0;
  if (heading === undefined) {
    // Either a quotation swallowed all that there is, which is told, or there is nothing.
    fail(inCells.at(-1) ?? { line: 1, found: { code: 'csv-nothing' } });
    return { columns: [], rows: [], lineOf };
  }
  const columns = heading.cells;
  const faults = headingFaults(heading, body);
  const isUnparted = faults.some(({ found }) => found.code === 'csv-separator');
  // Of cells that nothing parts, it only follows that quotation marks stand within them.
  for (const fault of isUnparted ? faults : [...inCells, ...faults]) fail(fault);
  if (isUnparted) return { columns, rows: [], lineOf };
  // Programs write as many cells in each line: in one alone that has more, a text was parted.
  const surplus = body.filter(({ cells }) => cells.length > columns.length).length;
  const isUneven = surplus > 0 && surplus * 2 <= body.length;
  const rows = body.map(({ cells, line }, row) => {
    const beyond = cells.slice(columns.length).some(hasSign);
    const isParted = isUneven && cells.length > columns.length;
    if (cells.length < columns.length || beyond || isParted)
      fail({
        row,
        line,
        found: {
          code: 'csv-cells',
          values: {
            cells: cells.length,
            columns: columns.length,
            side: cells.length > columns.length ? 'more' : 'less',
          },
        },
      });
    cells.forEach((cell, index) => {
      const found = textFault(cell);
      if (found !== null) fail({ row, line, column: columns[index] ?? '', found });
    });
    const values: CsvRow = Object.fromEntries(
      columns.map((name, column) => [name, seen(cells[column])]),
    );
    lines.set(values, line);
    return values;
  });
  return { columns, rows, lineOf, hasDecimalCommas: separator === ';' };
}
