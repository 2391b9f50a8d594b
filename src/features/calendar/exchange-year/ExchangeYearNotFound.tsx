import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { nearestExchangeYears } from './nearest-exchange-years.ts';

const SHOWN_AT_MOST = 40;

/** Said where an address names an exchange year that the record does not hold; offers the nearest that it does. */
export function ExchangeYearNotFound({ id }: { id: string }) {
  const { t, name, date } = useI18n();
  const linkTo = useLinkTo();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  const shown = id.length > SHOWN_AT_MOST ? `${id.slice(0, SHOWN_AT_MOST)}…` : id;
  const near = nearestExchangeYears(exchangeYears, id);
  const lead = near.length > 0 ? 'noSuchExchangeYearNear' : 'noSuchExchangeYearEmpty';
  return (
    <>
      <PageHeading
        title={t('calendar.noSuchExchangeYear', { id: shown })}
        lead={(near.length > 0 || hasAllExchangeYears) && t(`calendar.${lead}`)}
      />
      <ul>
        {near.map((exchangeYear) => (
          <li key={exchangeYear.id}>
            <Link to={linkTo(paths.exchangeYear(exchangeYear.id))}>{name(exchangeYear.name)}</Link>
            {', '}
            <time dateTime={exchangeYear.years}>{date(exchangeYear.years)}</time>
          </li>
        ))}
        <li>
          <Link to={linkTo(paths.calendar())}>{t('calendar.allExchangeYears')}</Link>
        </li>
      </ul>
    </>
  );
}
