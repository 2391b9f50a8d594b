import { useDeferredValue } from 'react';

import { BandsPanel } from '#src/features/calendar/BandsPanel.tsx';
import { FieldsPanel } from '#src/features/fields/FieldsPanel.tsx';
import { MeetingBriefing } from '#src/features/meetings/MeetingBriefing.tsx';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/as-of.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/PanelBoundary.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { FocusBar } from './FocusBar.tsx';
import styles from './OverviewPage.module.css';

const FIELDS_HEIGHT = 420;

/**
 * The whole mechanism on one screen: a meeting (the chosen one, else the latest held by the as-of date), the fields
 * and the exchange years. A field, a meeting or an exchange year chosen in one is in focus in all three.
 */
export function OverviewPage() {
  const { t, name, date } = useI18n();
  const { mechanism, meetings, filters, asOf, failure } = useView();
  // The meeting's facts come first; the drawings follow in slices that leave the page responsive.
  const areDrawingsDue = useDeferredValue(true, false);
  const chosen = filters.meeting[0];
  const latest = meetings.find((meeting) => !isAfter(meeting.date, asOf));
  const ordinal = chosen ?? latest?.ordinal ?? null;
  return (
    <>
      <PageHeading
        title={t('overview.heading', { mechanism: name(mechanism.name) })}
        documentTitle={t('overview.title')}
        isVisuallyHidden
      />
      <FocusBar />
      <div className={styles.page}>
        <div className={styles.meeting}>
          <PanelBoundary>
            {ordinal === null && failure === null && (
              <Notice tone="info" title={t('overview.none', { date: date(asOf) })}>
                <p>{t('overview.noneAdvice')}</p>
              </Notice>
            )}
            {ordinal !== null && (
              <MeetingBriefing compact ordinal={ordinal} fieldFilter={filters.field} />
            )}
          </PanelBoundary>
        </div>
        <div className={styles.fields}>
          <PanelBoundary>
            {areDrawingsDue ? (
              <FieldsPanel compact meeting={ordinal} />
            ) : (
              <Skeleton height={FIELDS_HEIGHT} />
            )}
          </PanelBoundary>
        </div>
        <div className={styles.bands}>
          <PanelBoundary>
            {areDrawingsDue && failure === null && (
              <BandsPanel compact focusField={filters.field[0] ?? null} meeting={ordinal} />
            )}
          </PanelBoundary>
        </div>
      </div>
    </>
  );
}
