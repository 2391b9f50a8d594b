import { countActive } from '#src/address/filters.ts';
import { useFollowingFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/party-name.ts';
import { findingWords, findLeader, findSpeakers } from './field-finding.ts';
import { useChartForm } from './use-chart-form.ts';

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
