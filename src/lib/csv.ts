export type CsvValue = string | number | null;

export interface CsvColumn<Row> {
  /** The heading: a stable name in English, the same in every interface language, so that scripts can rely on it. */
  id: string;
  value: (row: Row) => CsvValue;
}

/** Without it, Excel reads UTF-8 as the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that starts so is taken for a formula by spreadsheets, also behind spaces or a full-width sign. */
const FORMULA_START = /^(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r])/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** `spreadsheet` is for people and guards against formulas; `data` is for programs and changes no value. */
export type CsvReader = 'spreadsheet' | 'data';

function toCell(value: CsvValue, reader: CsvReader): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  // The apostrophe is the spreadsheets' own sign for "this is text".
  const text = reader === 'spreadsheet' && FORMULA_START.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The heading of a table, with the byte order mark before it where people read it. */
export function csvHead<Row>(
  columns: readonly CsvColumn<Row>[],
  reader: CsvReader = 'spreadsheet',
): string {
  const mark = reader === 'spreadsheet' ? BYTE_ORDER_MARK : '';
  return `${mark}${columns.map(({ id }) => toCell(id, reader)).join(',')}\r\n`;
}

/** Some rows of a table: a long one is written piece by piece. */
export function csvRows<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  reader: CsvReader = 'spreadsheet',
): string {
  const toLine = (row: Row) => columns.map(({ value }) => toCell(value(row), reader)).join(',');
  return rows.map((row) => `${toLine(row)}\r\n`).join('');
}

/**
 * A table as RFC 4180: CRLF, a heading, UTF-8 with a byte order mark. Text that a spreadsheet would run as a formula
 * is led by an apostrophe; numbers stay numbers, also negative ones. For programs neither mark is set.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  reader: CsvReader = 'spreadsheet',
): string {
  return csvHead(columns, reader) + csvRows(columns, rows, reader);
}
