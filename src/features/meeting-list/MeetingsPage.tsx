import { useQuery } from '@tanstack/react-query';

import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { peopleQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { peopleAsOf } from '#src/lib/dates/terms-as-of.ts';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import type { Mechanism } from '#src/api/schemas/common.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import styles from './MeetingsPage.module.css';
import { MeetingsTablePanel } from './MeetingsTablePanel.tsx';
import { hostWords } from '#src/record/place-words.ts';
import { MeetingsTimeline } from './MeetingsTimeline.tsx';
import { longestGap } from './timeline.ts';

function leadWords(
  meetings: readonly MeetingSummary[],
  asOf: string,
  mechanism: Mechanism,
  i18n: Translator,
) {
  const last = meetings[0];
  const first = meetings.at(-1);
  if (first === undefined || last === undefined)
    return i18n.t('meetings.pageEmpty', { date: i18n.date(asOf) });
  const hosts = Map.groupBy(meetings, (meeting) => hostWords(meeting, mechanism, i18n));
  const counts = [...hosts]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([host, hosted]) => i18n.t('meetings.hostCount', { host, count: hosted.length }));
  return i18n.t('meetings.pageLead', {
    count: meetings.length,
    from: first.date.slice(0, 4),
    to: last.date.slice(0, 4),
    isOne: String(first.date.slice(0, 4) === last.date.slice(0, 4)),
    hosts: i18n.list(counts),
  });
}

/** The timeline of all meetings; it stands without the co-chairs' terms while these are not there. */
function MeetingsTimelinePanel() {
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
      <LostAnswers of={[people]} />
      <MeetingsTimeline
        people={peopleAsOf(people.data?.items ?? [], meetings, asOf)}
        gap={gap}
        isPending={people.isPending}
      />
    </Panel>
  );
}

/** Every meeting: on a timeline that shows hosts, gaps and video meetings, and as a table. */
export function MeetingsPage() {
  const i18n = useI18n();
  const linkTo = useLinkTo();
  const { meetings, hasAllMeetings, mechanism } = useRecord();
  const { asOf } = useAsOf();
  // Without a list there is nothing to count: the frame of the page says that it could not be had.
  const isListed = meetings.length > 0 || hasAllMeetings;
  const held = meetings.filter(({ date }) => !isAfter(date, asOf));
  return (
    <div className={styles.page}>
      <PageHeading
        title={i18n.t('meetings.pageTitle')}
        actions={
          <span className={`${styles.links} links`}>
            <Link to={linkTo(paths.compare())}>{i18n.t('compare.open')}</Link>
            <Link to={linkTo(paths.people())}>{i18n.t('people.title')}</Link>
          </span>
        }
        {...(isListed && {
          // A record without a meeting has none as of any day.
          lead:
            meetings.length === 0
              ? i18n.t('overview.nothing')
              : leadWords(held, asOf, mechanism, i18n),
        })}
      />
      {meetings.length > 0 && (
        <>
          <PanelBoundary>
            <MeetingsTimelinePanel />
          </PanelBoundary>
          <PanelBoundary>
            <MeetingsTablePanel />
          </PanelBoundary>
        </>
      )}
    </div>
  );
}
