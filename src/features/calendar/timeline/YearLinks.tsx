import { useId } from 'react';

import { firstDay, lastDay } from '#src/api/edtf.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay } from '#src/lib/dates/day-number.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './timeline.module.css';
import { useFigureData } from '../layout/use-figure-data.ts';

/** Beyond this many years, those in which nothing is are left out. */
const MOST = 200;

/** The way to each year's calendar. */
export function YearLinks() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { bounds } = useFigureData();
  const { meetings, exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const id = useId();
  const first = Number(toDay(bounds.from).slice(0, 4));
  const last = Number(toDay(bounds.to - 1).slice(0, 4));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const named = new Set(
    [asOf, ...meetings.map(({ date }) => date), ...exchangeYears.map(({ years }) => years)].flatMap(
      (date) => [firstDay(date), lastDay(date)].map((day) => Number(day.slice(0, 4))),
    ),
  );
  const years = all.length > MOST ? all.filter((year) => named.has(year)) : all;
  return (
    <nav aria-labelledby={id} className="no-print">
      <h3 id={id} className={styles.yearsTitle}>
        {t('calendar.years')}
      </h3>
      <ul className={styles.years}>
        {years.map((year) => (
          <li key={year}>
            <Link to={linkTo(paths.calendarYear(year))}>{String(year).padStart(4, '0')}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
