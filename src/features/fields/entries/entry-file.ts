import type { EntriesFile, Entry, EntryList } from '#src/api/schemas/entries.ts';
import {
  csvHead,
  csvRows,
  type CsvColumn,
  type CsvValue,
  type SpreadsheetForm,
} from '#src/lib/csv.ts';

/** A CSV in one of the forms that spreadsheets read, or JSON. */
type TextFormat = SpreadsheetForm | 'json';
export type EntryFormat = TextFormat | 'xlsx';
/** What a JSON file says beside its entries. */
export type AboutEntries = Omit<EntriesFile, 'entries' | 'total'>;

const typeOf = (format: TextFormat) =>
  format === 'json' ? 'application/json' : 'text/csv;charset=utf-8';

type Columns = readonly CsvColumn<Entry>[];

function head(format: TextFormat, columns: Columns, about: AboutEntries, total: number): string {
  if (format !== 'json') return csvHead(columns, format);
  return `${JSON.stringify({ ...about, total }, null, 2).slice(0, -2)},\n  "entries": [\n`;
}

function rows(
  format: TextFormat,
  columns: Columns,
  entries: readonly Entry[],
  isFirst: boolean,
): string {
  if (format !== 'json') return csvRows(columns, entries, format);
  const text = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return isFirst || text === '' ? text : `,\n${text}`;
}

/** Pages of entries; fails where they do not add up to the total that the first one stated: half a list would pass for the whole. */
async function* wholePages(
  pages: AsyncIterable<EntryList>,
  onProgress: (written: number) => void,
): AsyncGenerator<EntryList> {
  let written = 0;
  let total: number | null = null;
  for await (const page of pages) {
    total ??= page.total;
    yield page;
    written += page.items.length;
    onProgress(written);
  }
  if (written !== total) throw new Error(`Of ${total} entries ${written} came`);
}

const DAYS = new Set(['date', 'published_on']);
const TEXT_WIDTH = 60;

/** A workbook of two sheets: the entries, and what they were taken from. */
async function workbook(
  pages: AsyncIterable<EntryList>,
  columns: Columns,
  about: AboutEntries,
): Promise<Blob> {
  const values: CsvValue[][] = [];
  for await (const { items } of pages)
    values.push(...items.map((entry) => columns.map(({ value }) => value(entry))));
  const { writeSheets } = await import('#src/lib/workbook/write-sheets.ts');
  const cells = columns.map(({ id }) => ({
    id,
    hasDays: DAYS.has(id),
    ...(id.startsWith('text') && { width: TEXT_WIDTH }),
  }));
  return writeSheets([
    { name: 'entries', columns: cells, rows: values },
    {
      name: 'about',
      columns: [{ id: 'what' }, { id: 'value', width: TEXT_WIDTH }],
      rows: Object.entries({ ...about, total: values.length }),
    },
  ]);
}

/** Writes entries into a file page by page, so that a long one never holds up the page, nor fills it with entries. */
export async function entryFile(
  format: EntryFormat,
  pages: AsyncIterable<EntryList>,
  { about, columns }: { about: AboutEntries; columns: Columns },
  onProgress: (written: number) => void,
): Promise<Blob> {
  const whole = wholePages(pages, onProgress);
  if (format === 'xlsx') return workbook(whole, columns, about);
  const parts: string[] = [];
  for await (const page of whole) {
    if (parts.length === 0) parts.push(head(format, columns, about, page.total));
    parts.push(rows(format, columns, page.items, parts.length === 1));
  }
  if (format === 'json') parts.push('\n  ]\n}\n');
  return new Blob(parts, { type: typeOf(format) });
}
