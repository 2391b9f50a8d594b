import type { Field } from '#src/api/schemas/common.ts';
import type { Entry, FieldSummary } from '#src/api/schemas/entries.ts';

/** A field's place in one meeting, against the mechanism's meetings. */
export interface FieldStanding {
  field: Field;
  entries: number;
  /** Entries per meeting that has any entry on record; null while the mechanism's counts are not known. */
  average: number | null;
  /** In how many meetings the field occurs. */
  meetings: number | null;
}

/** How many entries of a meeting each field has, most first; ties by the field's name as the caller sorts names. */
export function fieldStandings(
  entries: readonly Entry[],
  summary: FieldSummary | undefined,
  compareFields: (a: Field, b: Field) => number,
): FieldStanding[] {
  const standings = new Map<string, FieldStanding>();
  const rows = new Map(summary?.rows.map((row) => [row.field.id, row]));
  const meetings = summary?.total.meetings ?? 0;
  for (const field of entries.flatMap((entry) => entry.fields)) {
    const row = rows.get(field.id);
    const known = standings.get(field.id) ?? {
      field,
      entries: 0,
      average: row === undefined || meetings === 0 ? null : row.entries / meetings,
      meetings: row?.meetings ?? null,
    };
    standings.set(field.id, { ...known, entries: known.entries + 1 });
  }
  return [...standings.values()].toSorted(
    (a, b) => b.entries - a.entries || compareFields(a.field, b.field),
  );
}

/** The fields of the highest count, and how they stand: one that is all there is leads nobody. */
export function leadingFields(standings: readonly FieldStanding[]): {
  kind: 'only' | 'leader' | 'tie';
  fields: readonly Field[];
} {
  const most = Math.max(0, ...standings.map(({ entries }) => entries));
  const leading = standings.filter(({ entries }) => entries === most);
  const kind = standings.length === 1 ? 'only' : leading.length > 1 ? 'tie' : 'leader';
  return { kind, fields: leading.map(({ field }) => field) };
}

/** The fields that the mechanism's meetings speak of and this one does not, most frequent first. */
export function silentFields(
  entries: readonly Entry[],
  summary: FieldSummary,
): { field: Field; meetings: number }[] {
  const spoken = new Set(entries.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return summary.rows
    .filter((row) => row.entries > 0 && !spoken.has(row.field.id))
    .map((row) => ({ field: row.field, meetings: row.meetings }))
    .toSorted((a, b) => b.meetings - a.meetings);
}
