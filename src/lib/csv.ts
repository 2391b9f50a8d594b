export type CsvValue = string | number | null;

export interface CsvColumn<Row> {
  /** The heading: a stable name in English, the same in every interface language, so that scripts can rely on it. */
  id: string;
  value: (row: Row) => CsvValue;
}

/** The forms that spreadsheets read: columns apart by `,` with a decimal point, or by `;` with a decimal comma. */
export const SPREADSHEET_FORMS = ['comma', 'semicolon'] as const;
export type SpreadsheetForm = (typeof SPREADSHEET_FORMS)[number];
export const isSpreadsheetForm = (form: string): form is SpreadsheetForm =>
  SPREADSHEET_FORMS.some((one) => one === form);
/** `data` is for programs: RFC 4180 with commas, no byte order mark, and no value changed. */
export type CsvForm = SpreadsheetForm | 'data';

/** Without it, Excel reads UTF-8 as the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * Where a cell may begin, whatever the program that reads it takes for the separator and whether or not it honours
 * quotes, and what it begins with there is run as a formula: also behind spaces, quotes or what has no width, and also
 * in the full and small widths of East Asian texts.
 */
const LIVE_PLACE = /[,;\t\r\n](?=[\s\p{Cc}\p{Cf}"']*[=+\-@\t\r\uFE62\uFE63\uFE66\uFE6B＋－＝＠])/gu;

/** Puts the spreadsheets' own sign for "this is text" before each such place; where a value begins is one, too. */
const guarded = (text: string) => `\n${text}`.replaceAll(LIVE_PLACE, "$&'").slice(1);

function toCell(value: CsvValue, form: CsvForm): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    const text = Number.isFinite(value) ? String(value) : '';
    // A decimal point makes days of numbers where lists are separated by semicolons: 1.5 would be the first of May.
    return form === 'semicolon' ? text.replace('.', ',') : text;
  }
  const text = form === 'data' ? value : guarded(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toLine(values: readonly CsvValue[], form: CsvForm): string {
  const line = values.map((value) => toCell(value, form)).join(form === 'semicolon' ? ';' : ',');
  // Where the separator is taken for another, a number at the start is one cell with what follows it: `-3,5+1`.
  const isJoined = form !== 'data' && values.length > 1 && Number(values[0]) < 0;
  return `${isJoined && line.startsWith('-') ? "'" : ''}${line}\r\n`;
}

/** The heading of a table, with the byte order mark before it where people read it. */
export function csvHead<Row>(columns: readonly CsvColumn<Row>[], form: CsvForm): string {
  const heading = toLine(
    columns.map(({ id }) => id),
    form,
  );
  return form === 'data' ? heading : BYTE_ORDER_MARK + heading;
}

/** Some rows of a table: a long one is written piece by piece. */
export function csvRows<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  form: CsvForm,
): string {
  const lineOf = (row: Row) =>
    toLine(
      columns.map(({ value }) => value(row)),
      form,
    );
  return rows.map(lineOf).join('');
}

/**
 * A table as RFC 4180: CRLF, a heading, UTF-8. For spreadsheets with a byte order mark, and text that one of them would
 * run as a formula is led by an apostrophe, wherever a cell may be seen to begin; `docs/data.md` says how to undo it.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  form: CsvForm,
): string {
  return csvHead(columns, form) + csvRows(columns, rows, form);
}
