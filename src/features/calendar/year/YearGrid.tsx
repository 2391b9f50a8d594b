import { useAsOf, useSearchWith, useValue } from '#src/address/use-address.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { useDayKeys } from './use-day-keys.ts';
import styles from './year.module.css';
import type { YearMonth } from './year-months.ts';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { EventFileButton } from '../items/EventFileButton.tsx';
import { useItemLink } from '../items/use-item-link.ts';

/** What a day or a month holds, each thing with the way to it and, where it has a day, as a file. */
function DayItems({ items, title }: { items: readonly CalendarItem[]; title: string }) {
  const toItem = useItemLink();
  return (
    <div className={styles.details}>
      <p className={styles.detailsTitle}>{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`}>
            <CalendarItemLine item={item} to={toItem(item)} isDateHidden />
            <EventFileButton item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Twelve months as grids with one keyboard for all: a day chosen is told under its month. */
export function YearGrid({ months }: { months: readonly YearMonth[] }) {
  const { t, date } = useI18n();
  const { asOf } = useAsOf();
  const chosen = useValue('day');
  const searchWith = useSearchWith('day');
  const keys = useDayKeys();
  const opened = months.find(({ month }) => chosen?.startsWith(month));
  const items = (chosen !== null && opened?.days.get(chosen)) || [];
  /** The day of a month that the Tab key goes to. */
  const tabDayOf = ({ month, days }: YearMonth) =>
    [keys.focused, chosen, asOf, ...days.keys()].find((day) => day?.startsWith(month)) ??
    `${month}-01`;
  return (
    <div className={styles.months}>
      {months.map((one) => (
        <section key={one.month} className={styles.month}>
          <MonthGrid
            month={one.month}
            days={one.days}
            tabDay={tabDayOf(one)}
            chosen={chosen}
            asOf={asOf}
            searchOf={(day) => searchWith(day === chosen ? null : day)}
            keys={keys}
          />
          {chosen !== null &&
            one === opened &&
            (items.length === 0 ? (
              <p className={styles.nothing}>{t('calendar.nothingOn', { date: date(chosen) })}</p>
            ) : (
              <DayItems items={items} title={date(chosen)} />
            ))}
          {one.unplaced.length > 0 && (
            <DayItems items={one.unplaced} title={t('calendar.sometimeInMonth')} />
          )}
        </section>
      ))}
      <p role="status" className="visually-hidden">
        {chosen !== null &&
          opened &&
          t('calendar.dayOpened', { date: date(chosen), count: items.length })}
      </p>
    </div>
  );
}
