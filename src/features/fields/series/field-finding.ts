import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { shareOf, PERCENT_TENTHS } from '#src/lib/comparison.ts';
import { countActive } from '#src/address/filters.ts';
import { useFollowingFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/value-words.ts';
import { countOf, type FieldMeasure } from './field-series.ts';
import { useChartForm } from './use-chart-form.ts';

/** More fields than this share a lead only as a number. */
const NAMED_AT_MOST = 3;

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

/** What the chart that is shown says, as a sentence; null before there is an answer. */
export function useFinding(summary: FieldSummary | undefined): string | null {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { chart, measure } = useChartForm();
  const isFiltered = countActive(useFollowingFilters()) > 0;
  if (summary === undefined) return null;
  const speakers = chart === 'balance' ? findSpeakers(summary) : [];
  if (speakers.length === 0)
    return findingWords(findLeader(summary, measure), measure, i18n, isFiltered);
  const parts = speakers.map(({ party, entries }) =>
    i18n.t('fields.findingSpeaker', {
      party: partyName(mechanism, party, i18n),
      count: i18n.number(entries),
    }),
  );
  return i18n.t('fields.findingSpeakers', {
    total: summary.total.entries,
    parts: i18n.list(parts),
  });
}
