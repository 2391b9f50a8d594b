import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';

export interface MeetingShare {
  field: Field;
  /** Entries of the chosen meeting. */
  here: number;
  /** Entries of all the other meetings. */
  others: number;
}

/**
 * Splits each field's count into one meeting's entries and the rest, from a summary by meeting: the leading fields, and
 * the chosen ones wherever they rank, so that a choice never falls out of sight.
 */
export function meetingShares(
  summary: FieldSummary,
  meeting: number | null,
  chosen: readonly string[],
  atMost: number,
): MeetingShare[] {
  const ranked = summary.rows
    .filter((row) => row.entries > 0 || chosen.includes(row.field.id))
    .toSorted((a, b) => b.entries - a.entries);
  const leading = ranked.slice(0, atMost);
  const missing = ranked.slice(atMost).filter((row) => chosen.includes(row.field.id));
  return [...leading.slice(0, atMost - missing.length), ...missing].map((row) => {
    const here = row.cells.find(({ key }) => key === String(meeting))?.entries ?? 0;
    return { field: row.field, here, others: row.entries - here };
  });
}
