import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { To } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { entriesQuery, meetingsQuery, sourcePagesQuery } from '#src/api/queries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, wholeAsOf } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './AboutPage.module.css';
import { RecordText } from '#src/record/RecordText.tsx';
import { dataStatusWords } from '#src/record/value-words.ts';

/** The whole record's counts, whatever the as-of date: this page is about the data, not about a day. */
function useCounts() {
  const api = useApi();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  const meetings = useQuery(meetingsQuery(api));
  const entries = useQuery(entriesQuery(api, { limit: 1 }));
  const sources = useInfiniteQuery(sourcePagesQuery(api, { limit: 1 }));
  return {
    asked: [entries, sources],
    counts: {
      meetings: meetings.data?.total,
      entries: entries.data?.total,
      years: hasAllExchangeYears ? exchangeYears.length : undefined,
      sources: sources.data?.pages[0]?.total,
    },
  };
}

/** What is held, of which state and version; each number leads to the list that it counts. */
export function RecordPanel() {
  const { t, name, date, list } = useI18n();
  const { mechanism, meetings, failure } = useRecord();
  const linkTo = useLinkTo();
  const asOf = wholeAsOf(meetings.map((meeting) => meeting.date));
  const { asked, counts } = useCounts();
  const lines: { key: keyof typeof counts; to: To }[] = [
    { key: 'meetings', to: linkTo(paths.meetings()) },
    { key: 'entries', to: linkTo(paths.fields(), { asOf }, '#entries') },
    { key: 'years', to: linkTo(paths.calendar()) },
    { key: 'sources', to: linkTo(paths.sources(), { asOf: null }) },
  ];
  return (
    <Panel title={t('about.recordTitle')}>
      {mechanism.dataStatus === 'demonstration' && (
        <Notice tone="warn">{t('about.demonstrationText')}</Notice>
      )}
      <dl className={styles.facts}>
        <dt>{t('about.mechanism')}</dt>
        <dd>{name(mechanism.name)}</dd>
        <dt>{t('about.parties')}</dt>
        <dd>{list(mechanism.parties.map((party) => name(party.name)))}</dd>
        <dt>{t('about.since')}</dt>
        <dd>{date(mechanism.since)}</dd>
        <dt>{t('about.dataStatus')}</dt>
        <dd>{dataStatusWords(mechanism.dataStatus, { t })}</dd>
        <dt>{t('about.dataVersion')}</dt>
        <dd>
          {mechanism.dataVersion}, {date(mechanism.dataDate)}
        </dd>
        {mechanism.notes !== undefined && mechanism.notes.length > 0 && (
          <>
            <dt>{t('about.notes')}</dt>
            <dd>
              {mechanism.notes.map((note) => (
                <p key={note.text}>
                  <RecordText of={note} />
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{t('about.holds')}</dt>
        <dd>
          {failure !== null && <p>{t('about.notCounted')}</p>}
          <LostAnswers of={asked} />
          <ul className={styles.counts}>
            {lines.map(({ key, to }) => {
              const count = counts[key];
              return (
                count !== undefined && (
                  <li key={key}>
                    <Link to={to}>{t(`about.${key}Count`, { count })}</Link>
                  </li>
                )
              );
            })}
          </ul>
        </dd>
      </dl>
    </Panel>
  );
}
