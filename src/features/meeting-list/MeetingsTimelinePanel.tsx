import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { peopleQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { peopleAsOf } from '#src/lib/dates/terms-as-of.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { MeetingsTimeline } from './MeetingsTimeline.tsx';
import { longestGap } from './timeline.ts';

/** The timeline of all meetings; it stands without the co-chairs' terms while these are not there. */
export function MeetingsTimelinePanel() {
  const { t } = useI18n();
  const api = useApi();
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  const people = useQuery(peopleQuery(api));
  const gap = longestGap(meetings.filter(({ date }) => !isAfter(date, asOf)));
  return (
    <Panel
      title={
        gap === null
          ? t('meetings.timelineTitle')
          : t(gap.isCertain ? 'meetings.timelineFinding' : 'meetings.timelineFindingKnown', {
              months: gap.months,
              ordinal: gap.after.ordinal,
              isAbout: String(gap.isAbout),
            })
      }
      lead={t('meetings.timelineLead')}
      note={t('meetings.timelineNote')}
    >
      {people.error !== null && (
        <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
      )}
      <MeetingsTimeline
        people={peopleAsOf(people.data?.items ?? [], meetings, asOf)}
        gap={gap}
        isPending={people.isPending}
      />
    </Panel>
  );
}
