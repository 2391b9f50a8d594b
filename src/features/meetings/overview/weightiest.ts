import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind, type Entry } from '#src/api/schemas/entries.ts';
import { evidenceOf } from '#src/lib/accounts.ts';

/** How many sentences stand for a meeting on the overview. */
const AT_MOST = 5;

/** A value's place in an enumeration of the contract; last for one that is newer than this app. */
function placeIn(options: readonly string[], value: string): number {
  const place = options.indexOf(value);
  return place < 0 ? options.length : place;
}

/**
 * The entries that stand for a meeting: by kind, in the contract's order, which goes from what was signed over what was
 * announced to what was said; within a kind those that two independent accounts confirm, then those with more evidence, else
 * in the record's order.
 */
export function weightiest(entries: readonly Entry[]): Entry[] {
  const kindOf = ({ kind }: Entry) => placeIn(EntryKind.options, kind);
  const statusOf = ({ status }: Entry) => placeIn(EvidenceStatus.options, status);
  return entries
    .toSorted(
      (a, b) =>
        kindOf(a) - kindOf(b) ||
        statusOf(a) - statusOf(b) ||
        evidenceOf(b).length - evidenceOf(a).length,
    )
    .slice(0, AT_MOST);
}
