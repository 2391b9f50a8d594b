import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { CoChairs } from '#src/record/CoChairs.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { BelowFacts } from '#src/ui/waiting/BelowFacts.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { BriefingEntries } from './BriefingEntries.tsx';
import styles from './MeetingBriefing.module.css';
import { placeWords } from '#src/record/place-words.ts';
import { formatWords } from '#src/record/value-words.ts';

interface Props {
  ordinal: number;
  /** Ids of the fields in focus; with any, only their entries are listed. */
  fieldFilter: string[];
  /** Fits a column of the overview; the page of the meeting is the long form. */
}

function Facts({ meeting }: { meeting: Meeting }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const { venue, date, format } = meeting;
  return (
    <>
      <p className={styles.facts}>
        <time dateTime={date}>{i18n.date(date)}</time>
        {venue !== null && <Name of={meeting.venueName ?? { en: venue }} />}
        {meeting.place !== null && <span>{placeWords(meeting, i18n)}</span>}
        <span>{formatWords(format, i18n)}</span>
      </p>
      <CoChairs coChairs={meeting.coChairs} mechanism={mechanism} isCompact />
    </>
  );
}

/** A meeting in a column: its facts, and its entries in the order of the briefing, in a list that scrolls by itself. */
export function MeetingBriefing({ ordinal, fieldFilter }: Props) {
  const { t } = useI18n();
  const api = useApi();
  const linkTo = useLinkTo();
  const meeting = useQuery(meetingQuery(api, ordinal));
  const entries = useQuery(meetingEntriesQuery(api, ordinal));
  return (
    <div className={styles.briefing}>
      <Panel
        id="briefing"
        title={t('meetings.title', { ordinal })}
        actions={<Link to={linkTo(paths.meeting(ordinal))}>{t('meetings.showAll')}</Link>}
      >
        <div className={styles.head}>
          <QueryView query={meeting} skeleton={<Skeleton height={112} />}>
            {(facts) => <Facts meeting={facts} />}
          </QueryView>
        </div>
        <QueryView query={entries} skeleton={<Skeleton height={480} />}>
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
    </div>
  );
}
