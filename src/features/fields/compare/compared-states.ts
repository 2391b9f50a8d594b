import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';

/** A field's counts in each of the states, in their order. */
export interface ComparedField {
  field: Field;
  counts: readonly number[];
}

/** Puts states side by side: every field that any of them has, the most frequent first, on one scale. */
export function compareStates(summaries: readonly FieldSummary[]): {
  rows: ComparedField[];
  max: number;
} {
  const fields = new Map<string, Field>();
  for (const { rows } of summaries) {
    for (const { field, entries } of rows) if (entries > 0) fields.set(field.id, field);
  }
  const tables = summaries.map(
    ({ rows }) => new Map(rows.map(({ field, entries }) => [field.id, entries])),
  );
  const rows = [...fields.values()].map((field) => ({
    field,
    counts: tables.map((table) => table.get(field.id) ?? 0),
  }));
  const highest = ({ counts }: ComparedField) => Math.max(...counts);
  return {
    rows: rows.toSorted((a, b) => highest(b) - highest(a)),
    max: Math.max(0, ...rows.map(highest)),
  };
}
