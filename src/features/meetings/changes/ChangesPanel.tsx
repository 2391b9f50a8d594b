import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useMeetingEvidence } from '#src/address/links.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import type { Field } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import {
  compareMeetings,
  type Compared,
  type MeetingComparison,
} from '#src/lib/meeting-comparison.ts';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { placeWords } from '#src/record/place-words.ts';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import styles from './ChangesPanel.module.css';

interface Props {
  meeting: Meeting;
  entries: UseQueryResult<{ items: readonly Entry[] }>;
}

interface SinceProps extends Props {
  previous: number;
}

interface FieldsProps {
  fields: readonly Compared<Field, Entry>[];
  /** The side whose entries the counts lead to. */
  side: 'a' | 'b';
  meeting: Meeting;
}

function ChangedFields({ fields, side, meeting }: FieldsProps) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  if (fields.length === 0) return <span>{t('compare.none')}</span>;
  return (
    <ul className={styles.fields}>
      {fields.map(({ key, item, [side]: entries }) => (
        <li key={key}>
          <FieldTag field={item} />{' '}
          <Link className={styles.count} to={evidence({ field: [key] })}>
            {t('meetings.entryCount', { count: entries.length })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface ListProps {
  comparison: MeetingComparison;
  before: Meeting;
  after: Meeting;
}

/** Fields that are new, fields not taken up, and what else is different: who chaired and where. */
function ChangesList({ comparison, before, after }: ListProps) {
  const i18n = useI18n();
  const { t, name, list } = i18n;
  type Chairs = MeetingComparison['people']['gained'];
  /** Those of one meeting who are not the other's; a side of which nobody is on record had a co-chair all the same. */
  const names = (own: Chairs, others: Chairs, { coChairs }: Meeting) => {
    if (own.length > 0) return list(own.map(({ item }) => name(item.person.name)));
    const hasAll = others.every(({ item }) => coChairs.some(({ party }) => party === item.party));
    return t(hasAll ? 'compare.none' : 'meetings.changeUnknown');
  };
  const { gained, dropped, kept } = comparison.people;
  const hasNewChairs = gained.length + dropped.length > 0;
  const hasChairs = hasNewChairs || kept.length > 0;
  const isSamePlace = before.place !== null && before.place.id === after.place?.id;
  const [from, to] = [placeWords(before, i18n), placeWords(after, i18n)];
  return (
    <dl className={`${styles.changes} links small`}>
      <dt>{t('meetings.changeNew')}</dt>
      <dd>
        <ChangedFields fields={comparison.fields.gained} side="b" meeting={after} />
      </dd>
      <dt>{t('meetings.changeGone')}</dt>
      <dd>
        <ChangedFields fields={comparison.fields.dropped} side="a" meeting={before} />
      </dd>
      <dt>{t('meetings.coChairs')}</dt>
      <dd>
        {hasNewChairs
          ? t('meetings.changeFromTo', {
              from: names(dropped, gained, before),
              to: names(gained, dropped, after),
            })
          : t(hasChairs ? 'meetings.changeSame' : 'meetings.changeUnknown')}
      </dd>
      <dt>{t('meetings.place')}</dt>
      <dd>
        {isSamePlace
          ? t('meetings.changeSame')
          : from === to
            ? from
            : t('meetings.changeFromTo', { from, to })}
      </dd>
    </dl>
  );
}

function ChangesSince({ meeting, entries, previous }: SinceProps) {
  const { t } = useI18n();
  const api = useApi();
  const compareLink = useCompareLink();
  const before = useQuery(meetingQuery(api, previous));
  const entriesBefore = useQuery(meetingEntriesQuery(api, previous));
  const asked = [entries, before, entriesBefore];
  const lost = <LostAnswers of={asked} />;
  if (entries.data === undefined || before.data === undefined || entriesBefore.data === undefined) {
    const isFailed = asked.some(({ error }) => error !== null);
    return (
      <FoldingPanel id="changes" title={t('meetings.changesTitle')}>
        {lost}
        {!isFailed && <Skeleton height={160} />}
      </FoldingPanel>
    );
  }
  const comparison = compareMeetings(
    { meeting: before.data, entries: entriesBefore.data.items },
    { meeting, entries: entries.data.items },
  );
  return (
    <FoldingPanel
      id="changes"
      title={t('meetings.changesFinding', {
        ordinal: previous,
        gained: comparison.fields.gained.length,
        dropped: comparison.fields.dropped.length,
      })}
      lead={
        <Link className="no-print" to={compareLink(previous, meeting.ordinal)}>
          {t('meetings.changesCompare')}
        </Link>
      }
      note={t('meetings.changesNote')}
    >
      {lost}
      <ChangesList comparison={comparison} before={before.data} after={meeting} />
    </FoldingPanel>
  );
}

/** What came and went since the meeting before. */
export function ChangesPanel({ meeting, entries }: Props) {
  const { t } = useI18n();
  if (meeting.previous === null) {
    return (
      <FoldingPanel id="changes" title={t('meetings.changesTitle')}>
        <p>{t('meetings.changesNone')}</p>
      </FoldingPanel>
    );
  }
  return <ChangesSince meeting={meeting} entries={entries} previous={meeting.previous} />;
}
