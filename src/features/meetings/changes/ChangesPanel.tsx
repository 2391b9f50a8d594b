import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { compareMeetings } from '#src/lib/meeting-comparison.ts';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { ChangesList } from './ChangesList.tsx';

interface Props {
  meeting: Meeting;
  /** Absent while they are on their way. */
  entries: readonly Entry[] | undefined;
}

interface SinceProps extends Props {
  previous: number;
}

function ChangesSince({ meeting, entries, previous }: SinceProps) {
  const { t } = useI18n();
  const api = useApi();
  const compareLink = useCompareLink();
  const before = useQuery(meetingQuery(api, previous));
  const entriesBefore = useQuery(meetingEntriesQuery(api, previous));
  const lost = <LostAnswers of={[before, entriesBefore]} />;
  if (entries === undefined || before.data === undefined || entriesBefore.data === undefined) {
    const isFailed = before.error !== null || entriesBefore.error !== null;
    return (
      <FoldingPanel id="changes" title={t('meetings.changesTitle')}>
        {isFailed ? lost : <Skeleton height={160} />}
      </FoldingPanel>
    );
  }
  const comparison = compareMeetings(
    { meeting: before.data, entries: entriesBefore.data.items },
    { meeting, entries },
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
