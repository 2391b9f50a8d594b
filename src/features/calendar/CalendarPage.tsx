import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { AddressChoice } from '#src/record/AddressChoice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { BelowFacts } from '#src/ui/waiting/BelowFacts.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { AgendaPanel } from './agenda/AgendaPanel.tsx';
import { AsOfScrubber } from './scrubber/AsOfScrubber.tsx';
import { LastNowNext } from './now/LastNowNext.tsx';
import { calendarFinding, useFigureData } from './layout/use-figure-data.ts';
import { TimelinePanel } from './timeline/TimelinePanel.tsx';

/** What has been agreed for when, what is under way and what comes next: as bands, or as a list by month. */
export function CalendarPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { failure } = useRecord();
  const { asOf } = useAsOf();
  const { bands } = useFigureData();
  const form = useValue('form');
  return (
    <>
      <PageHeading
        // Without the lists there is nothing to find, which is not the same as finding nothing.
        title={failure === null ? calendarFinding(bands, asOf, i18n) : t('calendar.title')}
        documentTitle={t('calendar.title')}
        lead={t('calendar.lead', { date: unbroken(i18n.date(asOf)) })}
        actions={
          <>
            <AddressChoice
              of="form"
              label={t('calendar.form')}
              isLabelHidden
              words={(one) => t(one === 'bands' ? 'calendar.form-bands' : 'calendar.agenda')}
            />
            <CopyViewLink />
          </>
        }
      />
      <CitationTags what={{ kind: 'page', id: 'calendar', title: t('calendar.title') }} />
      {failure === null && (
        <PanelBoundary>
          <LastNowNext />
        </PanelBoundary>
      )}
      <BelowFacts height={1200}>
        <AsOfScrubber />
        <PanelBoundary>{form === 'bands' ? <TimelinePanel /> : <AgendaPanel />}</PanelBoundary>
      </BelowFacts>
    </>
  );
}
