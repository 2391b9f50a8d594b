import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { shareOf } from '#src/lib/comparison.ts';

interface Part {
  entries: number;
  /** Of all entries there, from 0 to 1; 0 where there are none. */
  share: number;
}

export interface MeetingShare {
  field: Field;
  /** At the chosen meeting. */
  here: Part;
  /** At all meetings together. */
  all: Part;
}

/**
 * What share of the entries each field has, at one meeting and at all, from a summary by meeting: of the leading fields, and
 * of the chosen ones wherever they rank, so that a choice never falls out of sight.
 */
export function meetingShares(
  { rows, columns, total }: FieldSummary,
  meeting: number | null,
  chosen: readonly string[],
  atMost: number,
): MeetingShare[] {
  const ranked = rows
    .filter((row) => row.entries > 0 || chosen.includes(row.field.id))
    .toSorted((a, b) => b.entries - a.entries);
  const leading = ranked.slice(0, atMost);
  const missing = ranked.slice(atMost).filter((row) => chosen.includes(row.field.id));
  const isHere = ({ key }: { key: string }) => key === String(meeting);
  const allHere = columns.find(isHere)?.entries ?? 0;
  const part = (entries: number, of: number): Part => ({ entries, share: shareOf(entries, of) });
  return [...leading.slice(0, atMost - missing.length), ...missing].map((row) => ({
    field: row.field,
    here: part(row.cells.find(isHere)?.entries ?? 0, allHere),
    all: part(row.entries, total.entries),
  }));
}
