import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import type { AgendaMonth, AgendaYear } from './agenda.ts';
import styles from './agenda.module.css';
import { CalendarItemLine } from './CalendarItemLine.tsx';
import { useItemLink } from './use-item-link.ts';

function Items({ items, heading }: { items: readonly CalendarItem[]; heading?: string }) {
  const toItem = useItemLink();
  if (items.length === 0) return null;
  return (
    <>
      {heading !== undefined && <p className={`${styles.unplaced} tiny quiet`}>{heading}</p>}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`}>
            <CalendarItemLine item={item} to={toItem(item)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Month({ month, days, unplaced }: AgendaMonth) {
  const { t, date } = useI18n();
  return (
    <section className={styles.month}>
      <h4>{date(month)}</h4>
      <div>
        <Items items={days} />
        <Items items={unplaced} heading={t('calendar.sometimeInMonth')} />
      </div>
    </section>
  );
}

/** The agenda's years and months; what is known to the month or the year only stands at its month or year. */
export function AgendaList({ years }: { years: readonly AgendaYear[] }) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  return (
    <div className={styles.agenda}>
      {years.map(({ year, months, unplaced }) => (
        <section key={year} className={styles.year}>
          <h3>
            <Link to={linkTo(paths.calendarYear(Number(year)))}>{year}</Link>
          </h3>
          <div>
            {months.map((month) => (
              <Month key={month.month} {...month} />
            ))}
            <Items items={unplaced} heading={t('calendar.sometimeInYear')} />
          </div>
        </section>
      ))}
    </div>
  );
}
