import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { shareOf } from '#src/lib/comparison/share-of.ts';
import { PERCENT_TENTHS } from '#src/lib/comparison/tenths.ts';
import { countOf, type FieldMeasure } from './field-series.ts';

/** More fields than this share a lead only as a number. */
const NAMED_AT_MOST = 3;

/** What the counts say, before it is put into words. */
export type FieldFinding =
  | { kind: 'none' }
  /** `only` where no other field has anything: there is none to lead. */
  | { kind: 'leader' | 'only'; field: Field; value: number; meetings: number; total: number }
  | { kind: 'tie'; fields: readonly Field[]; value: number; total: number };

/** Finds the field or fields with the highest count; true under any filter. */
export function findLeader(summary: FieldSummary, measure: FieldMeasure): FieldFinding {
  const highest = Math.max(0, ...summary.rows.map((row) => countOf(row, measure)));
  if (highest === 0) return { kind: 'none' };
  const leaders = summary.rows.filter((row) => countOf(row, measure) === highest);
  const total = summary.total.entries;
  const [first] = leaders;
  if (first !== undefined && leaders.length === 1) {
    const isAlone = summary.rows.every((row) => row === first || row.entries === 0);
    const { field, meetings } = first;
    return { kind: isAlone ? 'only' : 'leader', field, value: highest, meetings, total };
  }
  return { kind: 'tie', fields: leaders.map(({ field }) => field), value: highest, total };
}

/** Who speaks in how many entries, whoever speaks most first; whoever says nothing is left out. */
export function findSpeakers({ by, columns }: FieldSummary): { party: string; entries: number }[] {
  if (by !== 'party') return [];
  return columns
    .filter(({ entries }) => entries > 0)
    .map(({ key, entries }) => ({ party: key, entries }))
    .toSorted((a, b) => b.entries - a.entries);
}

/** A part of a whole in the current language, to a tenth of a percent. */
export function shareWords(count: number, total: number, { number }: Translator): string {
  return number(shareOf(count, total), PERCENT_TENTHS);
}

/** The finding as a sentence of the current language. */
export function findingWords(
  finding: FieldFinding,
  measure: FieldMeasure,
  i18n: Translator,
  isFiltered: boolean,
): string {
  const { t, name, list } = i18n;
  if (finding.kind === 'none') return t(isFiltered ? 'fields.findingNone' : 'fields.findingEmpty');
  const { value: count, total } = finding;
  const share = shareWords(count, total, i18n);
  if (finding.kind !== 'tie') {
    return t(`fields.finding${finding.kind === 'only' ? 'Only' : ''}-${measure}`, {
      field: name(finding.field.name),
      count,
      meetings: finding.meetings,
      share,
      total,
    });
  }
  return finding.fields.length > NAMED_AT_MOST
    ? t(`fields.findingMany-${measure}`, { fields: finding.fields.length, count, share })
    : t(`fields.findingTie-${measure}`, {
        fields: list(finding.fields.map((field) => name(field.name))),
        count,
        share,
      });
}
