import type { EntriesFile, Entry, EntryList } from '#src/api/schemas/entries.ts';
import { csvHead, csvRows, type SpreadsheetForm } from '#src/lib/csv.ts';
import { ENTRY_COLUMNS } from './entry-columns.ts';

/** A CSV in one of the forms that spreadsheets read, or JSON. */
export type EntryFormat = SpreadsheetForm | 'json';
/** What a JSON file says beside its entries. */
export type AboutEntries = Omit<EntriesFile, 'entries' | 'total'>;

const typeOf = (format: EntryFormat) =>
  format === 'json' ? 'application/json' : 'text/csv;charset=utf-8';

function head(format: EntryFormat, about: AboutEntries, total: number): string {
  if (format !== 'json') return csvHead(ENTRY_COLUMNS, format);
  return `${JSON.stringify({ ...about, total }, null, 2).slice(0, -2)},\n  "entries": [\n`;
}

function rows(format: EntryFormat, entries: readonly Entry[], isFirst: boolean): string {
  if (format !== 'json') return csvRows(ENTRY_COLUMNS, entries, format);
  const text = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return isFirst || text === '' ? text : `,\n${text}`;
}

/**
 * Writes entries into a file page by page, so that a long one never holds up the page, nor fills it with entries.
 * Fails where the pages do not add up to the total that the first one stated: half a list would pass for the whole.
 */
export async function entryFile(
  format: EntryFormat,
  pages: AsyncIterable<EntryList>,
  about: AboutEntries,
  onProgress: (written: number) => void,
): Promise<Blob> {
  const parts: string[] = [];
  let written = 0;
  let total: number | null = null;
  for await (const page of pages) {
    if (total === null) parts.push(head(format, about, page.total));
    total ??= page.total;
    parts.push(rows(format, page.items, written === 0));
    written += page.items.length;
    onProgress(written);
  }
  if (written !== total) throw new Error(`Of ${total} entries ${written} came`);
  if (format === 'json') parts.push('\n  ]\n}\n');
  return new Blob(parts, { type: typeOf(format) });
}
