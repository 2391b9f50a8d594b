import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useState } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { calendarQuery, meetingQuery } from '#src/api/queries.ts';
import { MeetingBriefing } from '#src/features/meetings/overview/MeetingBriefing.tsx';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { JumpLinks } from '#src/ui/JumpLinks.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { painted } from '#src/ui/painted.ts';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import styles from './OverviewPage.module.css';

const stripSkeleton = <Skeleton height={136} />;
const fieldsSkeleton = <Skeleton height={320} />;
const bandsSkeleton = <Skeleton height={320} />;
const FocusBar = latePart(async () => (await import('./FocusBar.tsx')).FocusBar);
/** The drawings are fetched when the meeting's facts stand: a reader reads those first. */
const BandsPanel = latePart(
  async () => (await import('#src/features/calendar/overview/BandsPanel.tsx')).BandsPanel,
  bandsSkeleton,
);
const LastNowNext = latePart(
  async () => (await import('#src/features/calendar/now/LastNowNext.tsx')).LastNowNext,
  stripSkeleton,
);
const FieldsPanel = latePart(
  async () => (await import('#src/features/fields/overview/FieldsPanel.tsx')).FieldsPanel,
  fieldsSkeleton,
);
const CopyViewLink = latePart(
  async () => (await import('#src/record/view-link/CopyViewLink.tsx')).CopyViewLink,
);

/**
 * Whether to ask for the drawings: when the first meeting's facts are on screen. They are drawn in slices that leave the
 * page responsive; while another meeting comes they stay, with what is in focus in them.
 */
function useDrawingsDue(areFactsThere: boolean): boolean {
  const api = useApi();
  const client = useQueryClient();
  const [areDue, setAreDue] = useState(false);
  useEffect(() => {
    const ask = async () => {
      await painted();
      startTransition(() => setAreDue(true));
      // With the code that tells of it, not after. Where it cannot be had, that tells.
      await client.query(calendarQuery(api, {})).catch(() => undefined);
    };
    if (areFactsThere) void ask();
  }, [areFactsThere, api, client]);
  return areDue;
}

/**
 * The whole mechanism on one screen: a meeting (the chosen one, else the latest held by the as-of date), the fields
 * and the exchange years. A field, a meeting or an exchange year chosen in one is in focus in all three.
 */
export function OverviewPage() {
  const { t, name, date } = useI18n();
  const { mechanism, meetings, failure } = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const chosen = filters.meeting[0];
  const latest = meetings.find((meeting) => !isAfter(meeting.date, asOf));
  const ordinal = chosen ?? latest?.ordinal ?? null;
  const meeting = useQuery({ ...meetingQuery(useApi(), ordinal ?? 0), enabled: ordinal !== null });
  const areFactsThere = ordinal === null || meeting.isFetched;
  /** Where the record's figures stand, which come with the fields. */
  const [figures, setFigures] = useState<HTMLElement | null>(null);
  const areDrawingsDue = useDrawingsDue(areFactsThere);
  return (
    <>
      <JumpLinks
        isKeyboardOnly
        parts={[
          { id: 'part-meeting', title: t('meetings.meeting') },
          { id: 'part-fields', title: t('meetings.fields') },
          { id: 'part-years', title: t('record.exchangeYears') },
        ]}
      />
      {filters.meeting.length + filters.field.length + filters.exchangeYear.length > 0 && (
        <FocusBar />
      )}
      <div className={styles.page}>
        <div className={styles.heading}>
          <PageHeading
            title={t('overview.heading', { mechanism: name(mechanism.name) })}
            documentTitle={t('overview.title')}
            lead={<span ref={setFigures} className={styles.figures} />}
            isOneLine
          />
        </div>
        <div className={styles.meeting} id="part-meeting" tabIndex={-1}>
          <div className={styles.strip}>
            {areDrawingsDue ? failure === null && <LastNowNext /> : stripSkeleton}
          </div>
          <PanelBoundary>
            {ordinal === null && failure === null && (
              <Notice
                tone="info"
                title={
                  meetings.length === 0
                    ? t('overview.nothing')
                    : t('overview.none', { date: date(asOf) })
                }
              >
                {meetings.length > 0 && <p>{t('overview.noneAdvice')}</p>}
              </Notice>
            )}
            {ordinal !== null && <MeetingBriefing ordinal={ordinal} fieldFilter={filters.field} />}
          </PanelBoundary>
        </div>
        <div className={styles.fields} id="part-fields" tabIndex={-1}>
          <PanelBoundary>
            {areDrawingsDue ? <FieldsPanel meeting={ordinal} figures={figures} /> : fieldsSkeleton}
          </PanelBoundary>
        </div>
        <div className={styles.bands} id="part-years" tabIndex={-1}>
          {areDrawingsDue && failure === null && (
            <PanelBoundary>
              <BandsPanel focusField={filters.field[0] ?? null} meeting={ordinal} />
            </PanelBoundary>
          )}
          {!areDrawingsDue && bandsSkeleton}
        </div>
        <div className={`${styles.link} no-print`}>{areDrawingsDue && <CopyViewLink />}</div>
      </div>
    </>
  );
}
