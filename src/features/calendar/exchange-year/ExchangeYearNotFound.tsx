import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { firstDay } from '#src/api/edtf.ts';

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

interface Known {
  id: string;
  years: string;
}

const yearOf = ({ years }: Known) => Number(firstDay(years).slice(0, 4));

/**
 * The exchange years that a mistaken id may have meant, at most `count`, the likeliest first: those that share most
 * words with it, then those that begin closest to the year it names, then the latest.
 */
export function nearestExchangeYears<Year extends Known>(
  known: readonly Year[],
  wanted: string,
  count = 3,
): Year[] {
  const words = new Set(wanted.toLowerCase().split(/[^a-z0-9]+/));
  const year = /\b\d{4}\b/.exec(wanted)?.[0];
  const shared = ({ id }: Known) => id.split('-').filter((word) => words.has(word)).length;
  const distance = (one: Known) => (year === undefined ? 0 : Math.abs(yearOf(one) - Number(year)));
  return known
    .toSorted((a, b) => shared(b) - shared(a) || distance(a) - distance(b) || yearOf(b) - yearOf(a))
    .slice(0, count);
}
