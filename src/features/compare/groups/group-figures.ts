import type { Choice } from '#src/address/parameters.ts';
import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { readOfMeetings, type AccountsRead } from '#src/record/accounts/side-words.ts';
import { type Compared, perMeeting, shareOf } from '#src/lib/comparison.ts';

export interface GroupFigures extends Compared {
  sources: number;
  /** For how many of its meetings accounts of a party were read; null where the backend does not say. */
  read: AccountsRead | null;
  /** The entries of each of its meetings, by ordinal. */
  byMeeting: ReadonlyMap<string, number>;
  fields: ReadonlyMap<string, { field: Field; entries: number }>;
}

/** The figures of a group, from its summary by meeting: each of its meetings counts, whatever is on record of it. */
export function toFigures({ total, columns, rows }: FieldSummary): GroupFigures {
  return {
    meetings: columns.length,
    entries: total.entries,
    sources: total.sources,
    documents: columns.reduce((sum, { sources = 0 }) => sum + sources, 0),
    read: readOfMeetings(columns),
    unread: columns.filter(({ sources = 0 }) => sources === 0).length,
    byMeeting: new Map(columns.map(({ key, entries }) => [key, entries])),
    fields: new Map(rows.map(({ field, entries }) => [field.id, { field, entries }])),
  };
}

/** A field's entries as a share of the group's, 0 to 1, or per meeting of the group. */
export function scaledValue(count: number, group: GroupFigures, scale: Choice<'scale'>): number {
  return scale === 'rate' ? perMeeting(count, group) : shareOf(count, group.entries);
}

/** A field in two groups: its entries in each, and these on the scale. */
export interface ComparedRow {
  field: Field;
  counts: readonly [number, number];
  values: readonly [number, number];
}

/** Every field that either group has, the highest first. */
export function compareGroups(
  first: GroupFigures,
  second: GroupFigures,
  scale: Choice<'scale'>,
): ComparedRow[] {
  const fields = new Map([...first.fields, ...second.fields]);
  const highest = ({ values }: ComparedRow) => Math.max(...values);
  return [...fields.values()]
    .map(({ field }): ComparedRow => {
      const a = first.fields.get(field.id)?.entries ?? 0;
      const b = second.fields.get(field.id)?.entries ?? 0;
      return {
        field,
        counts: [a, b],
        values: [scaledValue(a, first, scale), scaledValue(b, second, scale)],
      };
    })
    .filter(({ counts: [a, b] }) => a + b > 0)
    .toSorted((a, b) => highest(b) - highest(a));
}

/** The field in which the two differ most on the scale; null where either has nothing, or none differs. */
export function widestGap(
  first: GroupFigures,
  second: GroupFigures,
  scale: Choice<'scale'>,
): ComparedRow | null {
  if (first.entries === 0 || second.entries === 0) return null;
  const gapOf = ({ values: [a, b] }: ComparedRow) => Math.abs(a - b);
  const [widest] = compareGroups(first, second, scale).toSorted((a, b) => gapOf(b) - gapOf(a));
  return widest === undefined || gapOf(widest) === 0 ? null : widest;
}

/** How many entries count in both: those of the meetings that belong to both. */
export function sharedEntries(first: GroupFigures, second: GroupFigures): number {
  return [...first.byMeeting]
    .filter(([ordinal]) => second.byMeeting.has(ordinal))
    .reduce((sum, [, entries]) => sum + entries, 0);
}
