import { useId } from 'react';

import { useAsOf, useSearchWith, useValue } from '#src/address/use-address.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { Link } from '#src/ui/Link.tsx';
import { useDayKeys, cellId, type DayKeys } from './use-day-keys.ts';
import styles from './year.module.css';
import { type YearMonth, dayOf, dayWords } from './year-months.ts';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { EventFileButton } from '../items/CalendarFileButton.tsx';
import { useItemLink } from '../items/use-item-link.ts';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { monthWeeks, weekdayNames, weekStart } from './month-weeks.ts';

/** What a day or a month holds, each thing with the way to it and, where it has a day, as a file. */
function DayItems({ items, title }: { items: readonly CalendarItem[]; title: string }) {
  const toItem = useItemLink();
  return (
    <div className={styles.details}>
      <p className={`${styles.detailsTitle} tiny quiet`}>{title}</p>
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
              <p className="small quiet">{t('calendar.nothingOn', { date: date(chosen) })}</p>
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

interface Props {
  month: string;
  days: ReadonlyMap<string, readonly CalendarItem[]>;
  tabDay: string;
  chosen: string | null;
  asOf: string;
  /** The search of the link that opens a day, or closes it. */
  searchOf: (day: string) => string;
  keys: DayKeys;
}

const MARKS = 3;
const MARK = 9;

function DayMarks({ items, asOf }: { items: readonly CalendarItem[]; asOf: string }) {
  const shown = items.slice(0, MARKS);
  return (
    <span className={styles.marks} aria-hidden="true">
      <svg width={shown.length * 11} height={11}>
        {shown.map(({ id, kind, date }, index) => (
          <KindGlyph
            key={id}
            kind={kind}
            x={index * 11 + 5.5}
            y={5.5}
            size={MARK - 1}
            isHollow={isAfter(date, asOf)}
          />
        ))}
      </svg>
      {items.length > MARKS && `+${items.length - MARKS}`}
    </span>
  );
}

/** A day with something on it; what lasts longer runs on, over the edge of the day, to the day before and after. */
function spanStyle(items: readonly CalendarItem[], day: string): string {
  if (items.length === 0) return '';
  const places = items.map((item) => dayOf(item, day));
  const runsIn = places.some(({ day: nth }) => nth > 1);
  const runsOn = places.some(({ day: nth, count }) => nth < count);
  return `${styles.marked} ${runsIn ? styles.runsIn : ''} ${runsOn ? styles.runsOn : ''}`;
}

/** One month as a calendar grid. Its keyboard is the year's, since the arrow keys cross from month to month. */
function MonthGrid({ month, days, tabDay, chosen, asOf, searchOf, keys }: Props) {
  const i18n = useI18n();
  const { date, locale } = i18n;
  const id = useId();
  const weekdays = weekdayNames(locale);
  return (
    <>
      <h3 id={id} className={styles.monthName}>
        {date(month)}
      </h3>
      <table role="grid" aria-labelledby={id} className={styles.grid}>
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month, weekStart(locale)).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) =>
                day === null ? (
                  <td key={weekdays[index]?.long} aria-hidden="true" />
                ) : (
                  <td
                    key={day}
                    className={`${styles.day} ${spanStyle(days.get(day) ?? [], day)} tiny quiet`}
                    aria-selected={day === chosen}
                  >
                    <Link
                      keepsPlace
                      to={{ search: searchOf(day) }}
                      id={cellId(day)}
                      data-day={day}
                      tabIndex={day === tabDay ? 0 : -1}
                      className={styles.dayLink}
                      aria-label={dayWords(day, days.get(day) ?? [], asOf, i18n)}
                      {...(day === asOf && { 'aria-current': 'date' as const })}
                      onFocus={keys.onFocus}
                      onKeyDown={keys.onKeyDown}
                    >
                      <span className={styles.number}>{Number(day.slice(8))}</span>
                      {days.has(day) && <DayMarks items={days.get(day) ?? []} asOf={asOf} />}
                    </Link>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
