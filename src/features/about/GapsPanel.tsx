import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, wholeAsOf } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import styles from './AboutPage.module.css';

/** A number of things that lack something, which opens on what they are. */
function Gap({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li>
      <details className={styles.gap}>
        <summary>{words}</summary>
        <ul className={styles.counts}>{children}</ul>
      </details>
    </li>
  );
}

/** Entries that fewer than two documents support, by how well; each number leads to them. */
function WeakEntries() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { meetings } = useRecord();
  const asOf = wholeAsOf(meetings.map(({ date }) => date));
  const summary = useQuery(summaryQuery(useApi(), {}));
  const facets = summary.data?.facets.status ?? [];
  if (summary.data === undefined)
    return (
      (summary.error !== null || summary.fetchStatus === 'paused') && (
        <li>
          <LostAnswers of={[summary]} />
        </li>
      )
    );
  return EvidenceStatus.options
    .filter((status) => status !== 'confirmed')
    .map((status) => {
      const count = facets.find(({ value }) => value === status)?.entries ?? 0;
      if (count === 0) return null;
      return (
        <li key={status}>
          <Link to={linkTo(paths.fields(), { status: [status], asOf }, '#entries')}>
            {t(`about.entries-${status}`, { count })}
          </Link>
        </li>
      );
    });
}

/** What is known to be missing, counted in the record itself, so that no short list is taken for a short story. */
export function GapsPanel() {
  const { t, name, list } = useI18n();
  const linkTo = useLinkTo();
  const { meetings, exchangeYears, hasAllMeetings, hasAllExchangeYears, failure } = useRecord();
  const { yearsWithoutEvents, missing, ...ofMeetings } = toRecordGaps(meetings, exchangeYears);
  const missingRuns = missing.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  const missingCount = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const lines = Object.entries(ofMeetings) as [keyof typeof ofMeetings, number[]][];
  return (
    <Panel title={t('about.gapsTitle')} lead={t('about.gapsLead')}>
      {failure !== null && <p>{t('about.notCounted')}</p>}
      <ul className={styles.gaps}>
        {hasAllMeetings && missing.length > 0 && (
          <li>{t('about.gap-missing', { count: missingCount, ordinals: list(missingRuns) })}</li>
        )}
        {hasAllMeetings &&
          lines.map(
            ([gap, ordinals]) =>
              ordinals.length > 0 && (
                <Gap key={gap} words={t(`about.gap-${gap}`, { count: ordinals.length })}>
                  {ordinals.map((ordinal) => (
                    <li key={ordinal}>
                      <MeetingLink ordinal={ordinal} />
                    </li>
                  ))}
                </Gap>
              ),
          )}
        {hasAllExchangeYears && yearsWithoutEvents.length > 0 && (
          <Gap words={t('about.gapYears', { count: yearsWithoutEvents.length })}>
            {yearsWithoutEvents.map((year) => (
              <li key={year.id}>
                <Link to={linkTo(paths.exchangeYear(year.id))}>{name(year.name)}</Link>
              </li>
            ))}
          </Gap>
        )}
        <WeakEntries />
      </ul>
    </Panel>
  );
}

/** Meetings by ordinal, in their order. */
interface RecordGaps {
  /** Numbers between the first and the last meeting that no meeting on record has, those that follow each other together. */
  missing: { from: number; to: number }[];
  withoutEntries: number[];
  /** Meetings that rest on one document, or on none. */
  thinlySourced: number[];
  withoutVenue: number[];
  yearsWithoutEvents: ExchangeYearSummary[];
}

/** What the record says of itself that it does not hold; nothing here is written down anywhere. */
export function toRecordGaps(
  meetings: readonly MeetingSummary[],
  exchangeYears: readonly ExchangeYearSummary[],
): RecordGaps {
  const inOrder = meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  const having = (isGap: (meeting: MeetingSummary) => boolean) =>
    inOrder.filter(isGap).map(({ ordinal }) => ordinal);
  // From one meeting to the next: how far apart two numbers may be, nothing says.
  const missing = inOrder.flatMap(({ ordinal }, index) => {
    const from = (inOrder[index - 1]?.ordinal ?? ordinal) + 1;
    return from < ordinal ? [{ from, to: ordinal - 1 }] : [];
  });
  return {
    missing,
    withoutEntries: having(({ entries }) => entries === 0),
    thinlySourced: having(({ sources }) => sources <= 1),
    withoutVenue: having(({ venue, format }) => venue === null && format !== 'video'),
    yearsWithoutEvents: exchangeYears.filter(({ events }) => events === 0),
  };
}
