import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { ApiError } from '#src/api/errors.ts';
import { exchangeYearQuery } from '#src/api/queries.ts';
import type { ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { EvidenceMark } from '#src/record/EvidenceMark.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { AsOfScrubber } from './scrubber/AsOfScrubber.tsx';
import { ExchangeYearEvents } from './exchange-year/ExchangeYearEvents.tsx';
import { ExchangeYearFacts } from './exchange-year/ExchangeYearFacts.tsx';
import { ExchangeYearFigures } from './exchange-year/ExchangeYearFigures.tsx';
import { ExchangeYearMonths } from './exchange-year/ExchangeYearMonths.tsx';
import { ExchangeYearNotFound } from './exchange-year/ExchangeYearNotFound.tsx';
import { ExchangeYearNotes } from './exchange-year/ExchangeYearNotes.tsx';
import { ExchangeYearStatus } from './exchange-year/ExchangeYearStatus.tsx';
import { ExchangeYearSteps } from './exchange-year/ExchangeYearSteps.tsx';
import { SeriesNavigation } from './exchange-year/SeriesNavigation.tsx';
import styles from './exchange-year/exchange-year.module.css';

function Content({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const i18n = useI18n();
  return (
    <>
      <PageHeading
        title={i18n.name(exchangeYear.name)}
        lead={
          <span className={styles.lead}>
            <span>{i18n.date(exchangeYear.years)}</span>
            <FieldTag field={exchangeYear.field} />
            {/* Its own status, which says nothing of each of its events. */}
            <span>
              {i18n.rich('calendar.established', {
                status: <EvidenceMark key="status" status={exchangeYear.status} />,
              })}
            </span>
          </span>
        }
        actions={<CopyViewLink />}
      />
      <AsOfScrubber />
      <ExchangeYearMonths exchangeYear={exchangeYear} />
      <div className={styles.columns}>
        <div>
          <ExchangeYearStatus exchangeYear={exchangeYear} />
          <ExchangeYearSteps exchangeYear={exchangeYear} />
          <ExchangeYearEvents exchangeYear={exchangeYear} />
        </div>
        <div>
          <ExchangeYearFacts exchangeYear={exchangeYear} />
          <ExchangeYearFigures exchangeYear={exchangeYear} />
          <ExchangeYearNotes exchangeYear={exchangeYear} />
        </div>
      </div>
      <SeriesNavigation id={exchangeYear.id} />
    </>
  );
}

/** An exchange year in full: when and where it was announced, opened and closed, what happened, and what is missing. */
export function ExchangeYearPage() {
  const { t } = useI18n();
  const { id = '' } = useParams();
  const query = useQuery(exchangeYearQuery(useApi(), id));
  if (query.error instanceof ApiError && query.error.kind === 'not-found') {
    return <ExchangeYearNotFound id={id} />;
  }
  return (
    <PanelBoundary>
      {query.data === undefined && <PageHeading title={t('filters.exchangeYear')} />}
      <QueryView query={query} height={900}>
        {(exchangeYear) => <Content exchangeYear={exchangeYear} />}
      </QueryView>
    </PanelBoundary>
  );
}
