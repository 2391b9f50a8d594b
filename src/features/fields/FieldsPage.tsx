import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldSummary, FacetCount } from '#src/api/schemas/entries.ts';
import { useFollowingFilters, useAsOf, useFilters, useValue } from '#src/address/use-address.ts';
import { toEntryFilters, type Filters } from '#src/address/filters.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import type { Cited } from '#src/record/cite/cited.ts';
import { CiteButton } from '#src/record/cite/CiteButton.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { BelowFacts, READ_BELOW } from '#src/ui/waiting/BelowFacts.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { isWithinDates } from '#src/lib/dates/within-dates.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { AccountBalance } from './filter-bar/AccountBalance.tsx';
import { ActiveFilters } from './filter-bar/ActiveFilters.tsx';
import { ChartPanel } from './ChartPanel.tsx';
import { ComparePanel } from './compare/ComparePanel.tsx';
import { CompareStarts } from './compare/CompareStarts.tsx';
import { SaveEntries } from './entries/SaveEntries.tsx';
import { LateEntriesPanel } from './entries/late-entries-panel.tsx';
import styles from './FieldsPage.module.css';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import { FilterBar } from './filter-bar/FilterBar.tsx';
import { RatePanel } from './rate/RatePanel.tsx';
import { FieldSidesPanel } from './sides/FieldSidesPanel.tsx';
import { useChartForm } from './series/use-chart-form.ts';
import { useFinding } from './series/field-finding.ts';

/** What is counted, and after which meeting nothing of it is on record. */
function FieldsLead({ summary: { total, facets } }: { summary: FieldSummary }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const { meetings, hasAllMeetings } = useRecord();
  const chosen = useFollowingFilters();
  const silence = hasAllMeetings ? silentAfter(facets.meeting, meetings, chosen, asOf) : null;
  const { entries, fields, sources } = total;
  return (
    <>
      {t('fields.lead', {
        entries,
        fields,
        meetings: total.meetings,
        sources,
        date: unbroken(date(asOf)),
      })}
      {silence && (
        <strong className={styles.silence}>
          {t('fields.noneAfter', {
            ordinal: silence.last.ordinal,
            date: date(silence.last.date),
            count: silence.later,
          })}
        </strong>
      )}
    </>
  );
}

/** Which fields the mechanism moves: the finding, the chart, the filters, and every entry behind each number. */
export function FieldsPage() {
  const { t } = useI18n();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const evidence = useValue('open');
  const pins = useValue('pin');
  const entryParams = useMemo(() => toEntryFilters(filters, asOf), [filters, asOf]);
  const { dimensions } = useChartForm();
  const api = useApi();
  const chosen = useFollowingFilters();
  const { meetings, hasAllMeetings } = useRecord();
  const meeting = onlyMeeting(chosen, hasAllMeetings ? meetings : []);
  const query = useQuery({
    ...summaryQuery(api, { ...toEntryFilters(chosen, asOf), ...dimensions }),
    ...READ_BELOW,
  });
  const { data } = query;
  const facets = useDeferredValue(data?.facets ?? null);
  const finding = useFinding(data) ?? t('fields.title');
  const cited: Cited = { kind: 'page', id: 'fields', title: finding };
  return (
    <>
      {data && <CitationTags what={cited} />}
      <PageHeading
        title={finding}
        documentTitle={t('fields.title')}
        isFinding
        isEarlier={query.isPlaceholderData}
        lead={data ? <FieldsLead summary={data} /> : null}
        actions={
          <>
            <CopyViewLink />
            <CiteButton look="bordered" what={cited} />
          </>
        }
      />
      <BelowFacts height={1600} facts={query}>
        <div className={`${styles.page} ${evidence === null ? '' : styles.isOpen}`}>
          <FilterBar
            facets={facets}
            isPending={query.isPlaceholderData || facets !== (data?.facets ?? null)}
          />
          <div>
            <ActiveFilters>
              {data && <AccountBalance summary={data} isEarlier={query.isPlaceholderData} />}
              <SaveEntries params={entryParams} total={data?.total.entries} />
            </ActiveFilters>
            <ChartPanel query={query} finding={finding} />
            {chosen.field.length + chosen.group.length > 0 && (
              <PanelBoundary>
                <RatePanel filters={chosen} />
              </PanelBoundary>
            )}
            {meeting !== null && chosen.party.length === 0 && (
              <PanelBoundary>
                <FieldSidesPanel filters={chosen} meeting={meeting} />
              </PanelBoundary>
            )}
            {data && data.total.entries > 0 && <CompareStarts />}
            {pins.length > 0 && (
              <PanelBoundary>
                <ComparePanel />
              </PanelBoundary>
            )}
            <LateEntriesPanel params={entryParams} />
          </div>
          {evidence !== null && (
            <PanelBoundary>
              <EvidencePanel key={JSON.stringify(evidence)} cell={evidence} />
            </PanelBoundary>
          )}
        </div>
      </BelowFacts>
    </>
  );
}

/**
 * The ordinal of the one meeting that filters leave, chosen as such or by a range of dates that holds no other; null where
 * they leave several or none.
 */
export function onlyMeeting(
  { meeting, from, to }: Pick<Filters, 'meeting' | 'from' | 'to'>,
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'date'>[],
): number | null {
  if (meeting.length > 0) return meeting.length === 1 ? (meeting[0] ?? null) : null;
  const [only, ...others] = meetings.filter(({ date }) => isWithinDates(date, { from, to }));
  return only !== undefined && others.length === 0 ? only.ordinal : null;
}

type Held = Pick<MeetingSummary, 'ordinal' | 'date' | 'coChairs'>;

/**
 * The last meeting with an entry under the filters, and how many meetings of the range were held after it without one.
 * Null where the latest has one, where none has, and where the meetings themselves were chosen.
 * @param counts what each meeting would give, as the facet of meetings says it
 */
export function silentAfter(
  counts: readonly FacetCount[],
  meetings: readonly Held[],
  { meeting, to, coChair }: Pick<Filters, 'meeting' | 'to' | 'coChair'>,
  asOf: string,
): { last: Held; later: number } | null {
  if (meeting.length > 0) return null;
  const speaking = new Set(counts.flatMap(({ value, entries }) => (entries > 0 ? [value] : [])));
  const held = meetings
    .filter(
      ({ date, coChairs }) =>
        !isAfter(date, asOf) &&
        isWithinDates(date, { from: null, to }) &&
        (coChair.length === 0 || coChairs.some(({ person }) => coChair.includes(person.id))),
    )
    .toSorted((a, b) => a.ordinal - b.ordinal);
  const at = held.findLastIndex(({ ordinal }) => speaking.has(String(ordinal)));
  const last = held[at];
  const later = held.length - 1 - at;
  return last === undefined || later === 0 ? null : { last, later };
}
