import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useValue } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import {
  compareMeetings,
  type MeetingComparison,
  type Compared,
  type Difference,
} from '#src/lib/meeting-comparison.ts';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { KindLabel } from '#src/record/KindLabel.tsx';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { readOfMeeting } from '#src/record/accounts/side-words.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { together } from '#src/ui/waiting/together.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { spanBetween } from '#src/lib/dates/months-between.ts';
import { placeWords } from '#src/record/place-words.ts';
import { Link } from '#src/ui/Link.tsx';
import { formatWords } from '#src/record/value-words.ts';
import type { Filters } from '#src/address/filters.ts';
import styles from './ComparisonPanel.module.css';
import { AccountComparison, type Told } from './accounts/AccountComparison.tsx';

interface ComparisonProps {
  a: Meeting;
  b: Meeting;
  entries: { a: readonly Entry[]; b: readonly Entry[] };
  comparison: MeetingComparison;
}

/** What came, went and stayed of what the entries are about. */
function EntryDifferences({ a, b, comparison }: Omit<ComparisonProps, 'entries'>) {
  const { t } = useI18n();
  const { fields, kinds, documents } = comparison;
  const both = { a, b };
  return (
    <>
      <DifferencePanel
        title={t('meetings.fields')}
        {...both}
        difference={fields}
        render={(field) => <FieldTag field={field} />}
        toFilters={(field) => ({ field: [field.id] })}
      />
      <DifferencePanel
        title={t('compare.documents')}
        {...both}
        difference={documents}
        render={({ kind, field }) => (
          <span className={styles.document}>
            <KindLabel kind={kind} /> <FieldTag field={field} />
          </span>
        )}
        toFilters={({ kind, field }) => ({ kind: [kind], field: [field.id] })}
      />
      <DifferencePanel
        title={t('compare.kinds')}
        {...both}
        difference={kinds}
        render={(kind) => <KindLabel kind={kind} />}
        toFilters={(kind) => ({ kind: [kind] })}
      />
    </>
  );
}

/** Every aspect of two meetings, each parted into gained, dropped and kept; or their entries by account. */
function Comparison({ a, b, entries, comparison }: ComparisonProps) {
  const { t } = useI18n();
  const { exchangeYears: ofRecord, hasAllExchangeYears } = useRecord();
  const arrange = useValue('arrange');
  const { fields, people, places, exchangeYears } = comparison;
  const both = { a, b };
  const tell = ({ ordinal, sources }: Meeting, own: readonly Entry[]): Told => ({
    key: String(ordinal),
    heading: (count) => t('compare.countIn', { ordinal, count }),
    entries: own,
    read: readOfMeeting(sources),
  });
  return (
    <>
      <Panel
        title={t('compare.finding', {
          a: a.ordinal,
          b: b.ordinal,
          gained: fields.gained.length,
          dropped: fields.dropped.length,
          kept: fields.kept.length,
        })}
        actions={<ArrangeChoice usual="changes" />}
      >
        <CompareFacts a={a} b={b} />
      </Panel>
      {arrange === 'account' ? (
        <AccountComparison
          told={
            a.ordinal === b.ordinal
              ? [tell(a, entries.a)]
              : [tell(a, entries.a), tell(b, entries.b)]
          }
        />
      ) : (
        <EntryDifferences a={a} b={b} comparison={comparison} />
      )}
      {(ofRecord.length > 0 || !hasAllExchangeYears) && (
        <DifferencePanel
          title={t('compare.exchangeYears')}
          {...both}
          difference={exchangeYears}
          render={(year) => <Name of={year.name} />}
          toFilters={(year) => ({ exchangeYear: [year.id] })}
        />
      )}
      <DifferencePanel
        title={t('meetings.coChairs')}
        {...both}
        difference={people}
        render={(chair) => <CoChairs coChairs={[chair]} isCompact />}
      />
      <DifferencePanel
        title={t('meetings.place')}
        {...both}
        difference={places}
        render={(place) => <Name of={place.name} />}
      />
    </>
  );
}

/** Asks for both meetings at once and compares them when both have come. */
export function ComparisonPanel({ a, b }: { a: number; b: number }) {
  const api = useApi();
  const [meetingA, meetingB] = useQueries({
    queries: [meetingQuery(api, a), meetingQuery(api, b)],
  });
  const [entriesA, entriesB] = useQueries({
    queries: [meetingEntriesQuery(api, a), meetingEntriesQuery(api, b)],
  });
  return (
    <QueryView query={together([meetingA, meetingB, entriesA, entriesB])} height={1200}>
      {([first, second, { items: ofFirst }, { items: ofSecond }]) => (
        <Comparison
          a={first}
          b={second}
          entries={{ a: ofFirst, b: ofSecond }}
          comparison={compareMeetings(
            { meeting: first, entries: ofFirst },
            { meeting: second, entries: ofSecond },
          )}
        />
      )}
    </QueryView>
  );
}

function Side({ meeting }: { meeting: Meeting }) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const linkTo = useLinkTo();
  const evidence = useMeetingEvidence(meeting);
  const { ordinal, place, venue, format, entries, fields, sources } = meeting;
  const page = paths.meeting(ordinal);
  return (
    <section className={styles.side}>
      <h3>
        <Link to={linkTo(page)}>{t('meetings.title', { ordinal })}</Link>
      </h3>
      <p>
        <time dateTime={meeting.date}>{date(meeting.date)}</time>
        {' · '}
        {(place !== null || format !== 'video') && `${placeWords(meeting, i18n)} · `}
        {venue !== null && (
          <>
            <Name of={meeting.venueName ?? { en: venue }} />
            {' · '}
          </>
        )}
        {formatWords(format, { t })}
      </p>
      <p className="flow links small">
        <Link to={evidence()}>{t('meetings.entryCount', { count: entries })}</Link>
        <Link to={linkTo(page, {}, '#fields')}>{t('meetings.fieldCount', { count: fields })}</Link>
        <Link to={linkTo(page, {}, '#sources')}>
          {t('meetings.sourceCount', { count: sources.length })}
        </Link>
      </p>
      <CoChairs coChairs={meeting.coChairs} isCompact />
    </section>
  );
}

/** The two meetings at a glance, the first on the left. */
function CompareFacts({ a, b }: { a: Meeting; b: Meeting }) {
  const { t } = useI18n();
  const [earlier, later] = [a.date, b.date].toSorted();
  const span = spanBetween(earlier ?? a.date, later ?? b.date);
  return (
    <>
      <div className={styles.sides}>
        <Side meeting={a} />
        <Side meeting={b} />
      </div>
      {a.ordinal !== b.ordinal && (
        <p className={`${styles.between} small quiet`}>
          {span === null
            ? t('compare.betweenUnknown')
            : t(span.isAbout ? 'compare.betweenAbout' : 'compare.between', { months: span.months })}
        </p>
      )}
    </>
  );
}

interface Props<T, Part> {
  title: string;
  a: Meeting;
  b: Meeting;
  difference: Difference<T, Part>;
  render: (item: T) => ReactNode;
  /** The filters under which a meeting's entries are those of an item; without them no counts are shown. */
  toFilters?: (item: T) => Partial<Filters>;
}

const SIGNS = { gained: '+', dropped: '−', kept: '=' } as const;

/** A part of the comparison in three columns: what only the second meeting has, what only the first has, what both have, with counts of each. */
function DifferencePanel<T, Part>(props: Props<T, Part>) {
  const { title, a, b, difference, render, toFilters } = props;
  const { t } = useI18n();
  const evidenceOf = { a: useMeetingEvidence(a), b: useMeetingEvidence(b) };
  const counts = ({ item, ...parts }: Compared<T, Part>) =>
    toFilters &&
    (['a', 'b'] as const).map((side) => {
      const count = parts[side].length;
      const { ordinal } = side === 'a' ? a : b;
      return count === 0 ? null : (
        <Link key={side} to={evidenceOf[side](toFilters(item))}>
          {t('compare.countIn', { ordinal, count })}
        </Link>
      );
    });
  const under = {
    gained: t('compare.onlyIn', { ordinal: b.ordinal }),
    dropped: t('compare.onlyIn', { ordinal: a.ordinal }),
    kept: t('compare.inBoth'),
  };
  return (
    <Panel title={title}>
      <div className={styles.columns}>
        {(['gained', 'dropped', 'kept'] as const).map((change) => (
          <section key={change}>
            <h3 className={`${styles.heading} column-head`}>
              <span aria-hidden="true" className={styles.sign}>
                {SIGNS[change]}
              </span>{' '}
              {t(`compare.${change}`, { count: difference[change].length })}{' '}
              <span className={`${styles.under} small quiet`}>{under[change]}</span>
            </h3>
            {difference[change].length === 0 ? (
              <p className={`${styles.none} small quiet`}>{t('compare.none')}</p>
            ) : (
              <ul>
                {difference[change].map((compared) => (
                  <li key={compared.key} className={`${styles.item} flow links small`}>
                    <span>{render(compared.item)}</span>
                    {toFilters && (
                      <span className={styles.differencePanelCounts}>{counts(compared)}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}
