import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { calendarQuery } from '#src/api/queries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { AddressChoice } from '#src/record/AddressChoice.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { AsOfScrubber } from './scrubber/AsOfScrubber.tsx';
import { CalendarYear } from './year/CalendarYear.tsx';
import { CalendarFileActions } from './items/CalendarFileActions.tsx';

function YearNavigation({ year }: { year: number }) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const months = useValue('months');
  const name = (one: number) => String(one).padStart(4, '0');
  return (
    <>
      {year > 0 && (
        <Link to={linkTo(paths.calendarYear(year - 1), { months })} rel="prev">
          {t('calendar.previousYear', { year: name(year - 1) })}
        </Link>
      )}
      <Link to={linkTo(paths.calendar())}>{t('calendar.allYears')}</Link>
      {year < 9999 && (
        <Link to={linkTo(paths.calendarYear(year + 1), { months })} rel="next">
          {t('calendar.nextYear', { year: name(year + 1) })}
        </Link>
      )}
    </>
  );
}

function Year({ year }: { year: string }) {
  const { t } = useI18n();
  const params = { from: year, to: year };
  const query = useQuery(calendarQuery(useApi(), params));
  // While the next year is on its way the last one's items must not stand under the new heading.
  const settled = query.isPlaceholderData ? { ...query, data: undefined } : query;
  const total = settled.data?.total;
  return (
    <>
      <PageHeading
        title={
          total === undefined
            ? t('calendar.yearTitle', { year })
            : t('calendar.yearFinding', { year, count: total })
        }
        documentTitle={t('calendar.yearTitle', { year })}
        actions={
          <>
            <AddressChoice
              of="months"
              label={t('calendar.form')}
              isLabelHidden
              words={(one) => t(`calendar.months-${one}`)}
            />
            <YearNavigation year={Number(year)} />
            <CopyViewLink />
          </>
        }
      />
      <AsOfScrubber />
      <PanelBoundary>
        <QueryView query={settled} height={900}>
          {(list) => (
            <>
              <CalendarYear year={year} items={list.items} />
              <CalendarFileActions list={list} params={params} />
            </>
          )}
        </QueryView>
      </PanelBoundary>
    </>
  );
}

/** One year as twelve strips or grids, with what is known to the month or to the year only beside its days. */
export function CalendarYearPage() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { year = '' } = useParams();
  if (/^\d{4}$/.test(year)) return <Year year={year} />;
  return (
    <>
      <PageHeading title={t('calendar.noSuchYear', { year })} />
      <Notice tone="warn">
        <p>{t('calendar.noSuchYearAdvice')}</p>
        <p>
          <Link to={linkTo(paths.calendar())}>{t('calendar.allYears')}</Link>
        </p>
      </Notice>
    </>
  );
}
