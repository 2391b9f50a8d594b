import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import type { FieldMeasure } from './field-series.ts';

/** More fields than this share a lead only as a number. */
const NAMED_AT_MOST = 3;

/** What the counts say, before it is put into words. */
export type FieldFinding =
  | { kind: 'none' }
  | { kind: 'leader'; field: Field; value: number; meetings: number }
  | { kind: 'tie'; fields: readonly Field[]; value: number };

/** Finds the field or fields with the highest count; true under any filter. */
export function findLeader(summary: FieldSummary, measure: FieldMeasure): FieldFinding {
  const highest = Math.max(0, ...summary.rows.map((row) => row[measure]));
  if (highest === 0) return { kind: 'none' };
  const leaders = summary.rows.filter((row) => row[measure] === highest);
  const [first] = leaders;
  if (first !== undefined && leaders.length === 1)
    return { kind: 'leader', field: first.field, value: highest, meetings: first.meetings };
  return { kind: 'tie', fields: leaders.map(({ field }) => field), value: highest };
}

/** The finding as a sentence of the current language. */
export function findingWords(
  finding: FieldFinding,
  measure: FieldMeasure,
  { t, name, list }: Translator,
): string {
  switch (finding.kind) {
    case 'none':
      return t('fields.findingNone');
    case 'leader':
      return t(`fields.finding-${measure}`, {
        field: name(finding.field.name),
        count: finding.value,
        meetings: finding.meetings,
      });
    default:
      return finding.fields.length > NAMED_AT_MOST
        ? t(`fields.findingMany-${measure}`, {
            fields: finding.fields.length,
            count: finding.value,
          })
        : t(`fields.findingTie-${measure}`, {
            fields: list(finding.fields.map((field) => name(field.name))),
            count: finding.value,
          });
  }
}
