import { useId } from 'react';

import { paths } from '#src/filters/paths.ts';
import { useLinkTo } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay } from '#src/lib/day-number.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './timeline.module.css';
import { useFigureData } from '../layout/use-figure-data.ts';

/** The way to each year's calendar. */
export function YearLinks() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const { bounds } = useFigureData();
  const id = useId();
  const first = Number(toDay(bounds.from).slice(0, 4));
  const last = Number(toDay(bounds.to - 1).slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <nav aria-labelledby={id} className="no-print">
      <h3 id={id} className={styles.yearsTitle}>
        {t('calendar.years')}
      </h3>
      <ul className={styles.years}>
        {years.map((year) => (
          <li key={year}>
            <Link to={linkTo(paths.calendarYear(year))}>{year}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
