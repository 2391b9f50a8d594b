import type { RecordFault } from '#src/api/record-fault.ts';
import { toJsonPath } from '../reading/faults.ts';
import type { CsvRow } from './csv-rows.ts';
import type { PackageTable } from './package-tables.ts';

/** A text with its language, or null; a package that tells no language is taken for English. */
export const toText = (text: string | null | undefined, lang: string | null | undefined) =>
  text == null ? null : { text, lang: lang ?? 'en' };

/** Anything but the two words stays as it is, for the check to refuse. */
const toBoolean = (word: string) => ({ yes: true, no: false })[word] ?? word;

function toPage(row: CsvRow) {
  const quote = toText(row['quote'], row['quote-lang']);
  const basis = toText(row['basis'], row['basis-lang']);
  return {
    source: row['source'],
    locator: row['locator'] ?? null,
    ...(quote !== null && { quote }),
    ...(row['independent'] != null && { independent: toBoolean(row['independent']) }),
    ...(basis !== null && { basis }),
  };
}

/** The evidence that the package has of each thing, asked for once; `unread` tells what is of nothing that is there. */
export function createPackageEvidence(table: PackageTable | undefined) {
  const rows = table?.rows ?? [];
  const byThing = Map.groupBy(rows, (row) => `${row['of']} ${row['thing']}`);
  const read = new Set<string>();
  const pagesOf = (of: string, thing: string) => {
    const key = `${of} ${thing}`;
    read.add(key);
    const pages = byThing.get(key) ?? [];
    return pages.toSorted((a, b) => Number(a['number']) - Number(b['number'])).map(toPage);
  };
  return {
    pagesOf,
    /** What stands beside the source of a fact; its own table has the source. */
    besideSource: (of: string, thing: string) => {
      const [first, ...further] = pagesOf(of, thing);
      return {
        ...(first !== undefined && first.locator !== null && { locator: first.locator }),
        ...(first?.quote && { quote: first.quote }),
        ...(further.length > 0 && { further }),
      };
    },
    unread: (): RecordFault[] =>
      rows.flatMap((row, index) => {
        if (table === undefined || read.has(`${row['of']} ${row['thing']}`)) return [];
        return [
          {
            file: table.file,
            path: toJsonPath([index, 'thing']),
            code: 'evidence-of-nothing',
            line: table.lineOf(row),
          },
        ];
      }),
  };
}
export type PackageEvidence = ReturnType<typeof createPackageEvidence>;
