import { useId } from 'react';

import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { Link } from '#src/ui/Link.tsx';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { dayWords } from './day-words.ts';
import { monthWeeks } from './month-weeks.ts';
import styles from './year.module.css';
import { cellId, type DayKeys } from './use-day-keys.ts';
import { weekdayNames, weekStart } from './week-start.ts';
import { dayOf } from './year-months.ts';

interface Props {
  month: string;
  days: ReadonlyMap<string, readonly CalendarItem[]>;
  /** The one day of the month that the Tab key goes to. */
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
export function MonthGrid({ month, days, tabDay, chosen, asOf, searchOf, keys }: Props) {
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
                    className={`${styles.day} ${spanStyle(days.get(day) ?? [], day)}`}
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
