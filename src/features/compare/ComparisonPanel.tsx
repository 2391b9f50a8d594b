import { useQueries } from '@tanstack/react-query';

import { useValue } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { compareMeetings, type MeetingComparison } from '#src/lib/meeting-comparison.ts';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { KindLabel } from '#src/record/KindLabel.tsx';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { readOfMeeting } from '#src/record/accounts/side-words.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { together } from '#src/ui/waiting/together.ts';
import styles from './ComparisonPanel.module.css';
import { AccountComparison, type Told } from './accounts/AccountComparison.tsx';
import { CompareFacts } from './CompareFacts.tsx';
import { DifferencePanel } from './DifferencePanel.tsx';

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
  return (
    <>
      <DifferencePanel
        title={t('meetings.fields')}
        a={a}
        b={b}
        difference={fields}
        render={(field) => <FieldTag field={field} />}
        toFilters={(field) => ({ field: [field.id] })}
      />
      <DifferencePanel
        title={t('compare.documents')}
        a={a}
        b={b}
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
        a={a}
        b={b}
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
          a={a}
          b={b}
          difference={exchangeYears}
          render={(year) => <Name of={year.name} />}
          toFilters={(year) => ({ exchangeYear: [year.id] })}
        />
      )}
      <DifferencePanel
        title={t('meetings.coChairs')}
        a={a}
        b={b}
        difference={people}
        render={(chair) => <CoChairs coChairs={[chair]} isCompact />}
      />
      <DifferencePanel
        title={t('meetings.place')}
        a={a}
        b={b}
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
