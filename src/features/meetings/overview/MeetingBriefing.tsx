import { useQuery } from '@tanstack/react-query';

import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import { type Entry, EntryKind } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo, useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { EntryStack } from '#src/record/evidence/EntryStack.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { BelowFacts } from '#src/ui/waiting/BelowFacts.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import styles from './MeetingBriefing.module.css';
import { placeWords } from '#src/record/place-words.ts';
import { formatWords } from '#src/record/value-words.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { evidenceOf } from '#src/lib/accounts.ts';

interface Props {
  ordinal: number;
  /** Ids of the fields in focus; with any, only their entries are listed. */
  fieldFilter: string[];
}

function Facts({ meeting }: { meeting: Meeting }) {
  const i18n = useI18n();
  const { venue, date, format } = meeting;
  return (
    <>
      <p className={styles.facts}>
        <time dateTime={date}>{i18n.date(date)}</time>{' '}
        {venue !== null && <Name of={meeting.venueName ?? { en: venue }} />}{' '}
        {meeting.place !== null && <span>{placeWords(meeting, i18n)}</span>}{' '}
        <span>{formatWords(format, i18n)}</span>
      </p>
      <CoChairs coChairs={meeting.coChairs} isCompact />
    </>
  );
}

interface BriefingEntriesProps {
  ordinal: number;
  entries: readonly Entry[];
  /** How many entries the meeting has, of which `entries` may be only the first. */
  total: number;
  fieldFilter: readonly string[];
}

/** The sentences that stand for a meeting; with fields in focus, of theirs only. */
function BriefingEntries({ ordinal, entries, total, fieldFilter }: BriefingEntriesProps) {
  const { t } = useI18n();
  const { taxonomy } = useRecord();
  const { asOf } = useAsOf();
  const evidence = useMeetingEvidence({ ordinal, date: entries[0]?.meeting.date ?? asOf });
  const known = new Set(taxonomy.fields.map(({ id }) => id));
  const focus = fieldFilter.filter((id) => known.has(id));
  const shown =
    focus.length === 0
      ? entries
      : entries.filter(({ fields }) => fields.some(({ id }) => focus.includes(id)));
  const named = weightiest(shown);
  return (
    <div className={styles.entries}>
      <p className={styles.count}>
        <Link to={evidence(focus.length > 0 ? { field: focus } : {})}>
          {shown.length === total
            ? t('meetings.entryCount', { count: total })
            : t('meetings.filtered', { shown: shown.length, total })}
        </Link>
        {named.length < shown.length && ` · ${t('overview.weightiest', { count: named.length })}`}
      </p>
      {shown.length === 0 && (
        <p>{t(entries.length === 0 ? 'meetings.entriesNone' : 'meetings.filteredNone')}</p>
      )}
      <EntryStack entries={named} />
    </div>
  );
}

/** A meeting in a column: its facts, and the sentences that weigh most. */
export function MeetingBriefing({ ordinal, fieldFilter }: Props) {
  const { t } = useI18n();
  const api = useApi();
  const linkTo = useLinkTo();
  const meeting = useQuery(meetingQuery(api, ordinal));
  const entries = useQuery(meetingEntriesQuery(api, ordinal));
  return (
    <Panel
      id="briefing"
      title={t('meetings.title', { ordinal })}
      actions={<Link to={linkTo(paths.meeting(ordinal))}>{t('meetings.showAll')}</Link>}
    >
      <div className={styles.head}>
        <QueryView query={meeting} height={112}>
          {(facts) => <Facts meeting={facts} />}
        </QueryView>
      </div>
      <QueryView query={entries} height={480}>
        {({ items, total }) => (
          <BelowFacts height={480}>
            <BriefingEntries
              ordinal={ordinal}
              entries={items}
              total={total}
              fieldFilter={fieldFilter}
            />
          </BelowFacts>
        )}
      </QueryView>
    </Panel>
  );
}

/** How many sentences stand for a meeting on the overview. */
const AT_MOST = 5;

/** A value's place in an enumeration of the contract; last for one that is newer than this app. */
function placeIn(options: readonly string[], value: string): number {
  const place = options.indexOf(value);
  return place < 0 ? options.length : place;
}

/**
 * The entries that stand for a meeting: by kind, in the contract's order, which goes from what was signed over what was
 * announced to what was said; within a kind those that two independent accounts confirm, then those with more evidence, else
 * in the record's order.
 */
export function weightiest(entries: readonly Entry[]): Entry[] {
  const kindOf = ({ kind }: Entry) => placeIn(EntryKind.options, kind);
  const statusOf = ({ status }: Entry) => placeIn(EvidenceStatus.options, status);
  return entries
    .toSorted(
      (a, b) =>
        kindOf(a) - kindOf(b) ||
        statusOf(a) - statusOf(b) ||
        evidenceOf(b).length - evidenceOf(a).length,
    )
    .slice(0, AT_MOST);
}
