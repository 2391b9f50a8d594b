import type { Entry } from '#src/api/schemas/entries.ts';
import { evidenceOf } from '#src/lib/accounts.ts';

/** Entries that a document has in one place; `locator` is null where no place is on record. */
export interface PlaceInSource {
  locator: string | null;
  entries: Entry[];
}

const inOrder = new Intl.Collator('en', { numeric: true });
const keyOf = (locator: string) => locator.replaceAll('paragraphs', 'paragraph');

/** The entries in the order in which the document has them, place by place; last what no place is known of. */
export function entriesByPlace(entries: readonly Entry[], source: string): PlaceInSource[] {
  const places = Map.groupBy(
    entries,
    (entry) => evidenceOf(entry).find((one) => one.source.id === source)?.locator ?? null,
  );
  return [...places]
    .map(([locator, at]) => ({ locator, entries: at }))
    .toSorted(({ locator: a }, { locator: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return inOrder.compare(keyOf(a), keyOf(b));
    });
}
