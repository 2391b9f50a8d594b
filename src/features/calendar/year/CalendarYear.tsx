import { useLocation } from 'react-router';

import { yearsOf } from '#src/api/edtf.ts';
import { CalendarItemKind, type CalendarItem } from '#src/api/schemas/calendar.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useValue } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { usePrinting } from '#src/ui/use-printing.ts';
import { toAgenda } from '../items/agenda.ts';
import { AgendaList } from '../items/AgendaList.tsx';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { KindSigns, Legend } from '../items/Legend.tsx';
import { useItemLink } from '../items/use-item-link.ts';
import { toYearMonths, type YearMonth } from './year-months.ts';
import { YearGrid } from './YearGrid.tsx';
import { YearStrips } from './YearStrips.tsx';
import styles from './year.module.css';

function ExchangeYearsOf({ year }: { year: string }) {
  const { t, name } = useI18n();
  const linkTo = useLinkTo();
  const { exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const touching = exchangeYears.filter(({ years }) => yearsOf(years).includes(Number(year)));
  if (touching.length === 0) return <p className="small quiet">{t('calendar.noneThisYear')}</p>;
  return (
    <ul>
      {touching.map((exchangeYear) => (
        <li key={exchangeYear.id} className="flow">
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
  const chosen = useValue('day');
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

interface GridsProps {
  months: readonly YearMonth[];
  items: readonly CalendarItem[];
  isPrinting: boolean;
}

/** The months as grids with what their shapes mean; on paper, where no day can be opened, with all that is on them. */
function Grids({ months, items, isPrinting }: GridsProps) {
  const there = new Set(items.map(({ kind }) => kind));
  const kinds = [...new Set([...CalendarItemKind.options, ...there])].filter((kind) =>
    there.has(kind),
  );
  return (
    <>
      <YearGrid months={months} />
      {isPrinting && <AgendaList years={toAgenda(items)} />}
      <Legend className={styles.legend}>
        <KindSigns kinds={kinds} />
      </Legend>
    </>
  );
}

/** A year's exchange years, what has no month on record, and its months as the reader wants them. */
export function CalendarYear({ year, items }: { year: string; items: readonly CalendarItem[] }) {
  const { t } = useI18n();
  // Of a list that could not be had nothing can be said here; the frame says that it is missing.
  const hasYears = useRecord().exchangeYears.length > 0;
  const toItem = useItemLink();
  // On paper nothing can be pressed, and a year is what hangs on a wall.
  const isPrinting = usePrinting();
  const form = useValue('months');
  const { months, unplaced } = toYearMonths(year, items);
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
      {form === 'grids' || isPrinting ? (
        <Grids months={months} items={items} isPrinting={isPrinting} />
      ) : (
        <YearStrips months={months} />
      )}
    </>
  );
}
