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
  const keyOf = ({ of, thing }: CsvRow) => `${of} ${thing}`;
  const byThing = Map.groupBy(rows, keyOf);
  const read = new Set<string>();
  /** The rows of one thing, what it was coded from first. */
  const rowsOf = (of: string, thing: string) =>
    (byThing.get(`${of} ${thing}`) ?? []).toSorted(
      (a, b) => Number(a['number']) - Number(b['number']),
    );
  const pagesOf = (of: string, thing: string) => {
    read.add(`${of} ${thing}`);
    return rowsOf(of, thing).map(toPage);
  };
  return {
    rowsOf,
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
    /**
     * What is of details of a thing that are not there; what is of a thing itself is told as other rows of it are.
     * @param isSure true for a kind of details of which all that are there are known
     */
    unread: (isSure: (of: string) => boolean): RecordFault[] =>
      rows.flatMap((row, index) => {
        if (table === undefined || read.has(keyOf(row)) || !isSure(row['of'] ?? '')) return [];
        return [
          {
            file: table.file,
            path: toJsonPath([index, 'thing']),
            code: 'evidence-of-nothing',
            values: { of: row['of'] ?? '', thing: row['thing'] ?? '' },
            line: table.lineOf(row),
          },
        ];
      }),
  };
}
export type PackageEvidence = ReturnType<typeof createPackageEvidence>;
