import { useLocation } from 'react-router';

import { yearsOf } from '#src/api/edtf.ts';
import { CalendarItemKind, type CalendarItem } from '#src/api/schemas/calendar.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { usePrinting } from '#src/ui/use-printing.ts';
import { toAgenda } from '../items/agenda.ts';
import { AgendaList } from '../items/AgendaList.tsx';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { useItemLink } from '../items/use-item-link.ts';
import { toYearMonths } from './year-months.ts';
import { YearGrid } from './YearGrid.tsx';
import styles from './year.module.css';
import { itemKindWords } from '../items/item-kind-words.ts';

function ExchangeYearsOf({ year }: { year: string }) {
  const { t, name } = useI18n();
  const linkTo = useLinkTo();
  const { exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const touching = exchangeYears.filter(({ years }) => yearsOf(years).includes(Number(year)));
  if (touching.length === 0) return <p className={styles.nothing}>{t('calendar.noneThisYear')}</p>;
  return (
    <ul>
      {touching.map((exchangeYear) => (
        <li key={exchangeYear.id} className={styles.touching}>
          <Link to={linkTo(paths.exchangeYear(exchangeYear.id))}>{name(exchangeYear.name)}</Link>
          <StatusMark status={statusAsOf(exchangeYear, asOf)} />
        </li>
      ))}
    </ul>
  );
}

/** Where the address opens a day of another year: the way there. */
function DayElsewhere({ year }: { year: string }) {
  const { t, date } = useI18n();
  const { search } = useLocation();
  const [chosen] = useParameter('day');
  if (chosen === null || chosen.startsWith(year)) return null;
  return (
    <Notice tone="warn">
      <p>{t('calendar.dayElsewhere', { day: date(chosen), year })}</p>
      <p>
        <Link to={{ pathname: paths.calendarYear(Number(chosen.slice(0, 4))), search }}>
          {t('calendar.dayElsewhereGo')}
        </Link>
      </p>
    </Notice>
  );
}

/** A year's exchange years, what has no month on record, and its months. */
export function CalendarYear({ year, items }: { year: string; items: readonly CalendarItem[] }) {
  const { t } = useI18n();
  // Of a list that could not be had nothing can be said here; the frame says that it is missing.
  const hasYears = useRecord().exchangeYears.length > 0;
  const toItem = useItemLink();
  // On paper no day can be opened.
  const isPrinting = usePrinting();
  const { months, unplaced } = toYearMonths(year, items);
  const there = new Set(items.map(({ kind }) => kind));
  const kinds = [...new Set([...CalendarItemKind.options, ...there])].filter((kind) =>
    there.has(kind),
  );
  return (
    <>
      <DayElsewhere year={year} />
      <div className={styles.head}>
        {hasYears && (
          <section>
            <h2 className={styles.heading}>{t('record.exchangeYears')}</h2>
            <ExchangeYearsOf year={year} />
          </section>
        )}
        {unplaced.length > 0 && (
          <section>
            <h2 className={styles.heading}>{t('calendar.sometimeInYear')}</h2>
            <ul>
              {unplaced.map((item) => (
                <li key={item.id} id={`item-${item.id}`}>
                  <CalendarItemLine item={item} to={toItem(item)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <h2 className="visually-hidden">{t('calendar.months')}</h2>
      <YearGrid months={months} />
      {isPrinting && <AgendaList years={toAgenda(items)} />}
      <ul className={styles.legend} aria-label={t('calendar.legend')}>
        {kinds.map((kind) => (
          <li key={kind}>
            <svg width={12} height={12} aria-hidden="true">
              <KindGlyph kind={kind} x={6} y={6} size={9} />
            </svg>
            {itemKindWords(kind, { t })}
          </li>
        ))}
      </ul>
    </>
  );
}
