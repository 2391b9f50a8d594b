import { daysInMonth } from '#src/api/edtf.ts';
import { toDayNumber } from '#src/lib/dates/day-number.ts';

const DAYS = 7;

/** Monday, 1, to Sunday, 7; 1970-01-01 was a Thursday. */
function weekdayOf(day: string): number {
  return ((((toDayNumber(day) + 3) % DAYS) + DAYS) % DAYS) + 1;
}

/** The weeks of a month as rows of seven: its days as `YYYY-MM-DD`, null where a neighbouring month has the place. */
export function monthWeeks(month: string, firstDayOfWeek: number): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const lead = (weekdayOf(`${month}-01`) - firstDayOfWeek + DAYS) % DAYS;
  const days = Array.from(
    { length: daysInMonth(year, number) },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
  const places = [...Array.from({ length: lead }, () => null), ...days];
  const weeks: (string | null)[][] = [];
  for (let start = 0; start < places.length; start += DAYS) {
    const week = places.slice(start, start + DAYS);
    weeks.push([...week, ...Array.from({ length: DAYS - week.length }, () => null)]);
  }
  return weeks;
}

/** The first and the last day of the week in which a day lies. */
export function weekAround(day: string, firstDayOfWeek: number): { back: number; on: number } {
  const back = (weekdayOf(day) - firstDayOfWeek + DAYS) % DAYS;
  return { back: -back, on: DAYS - 1 - back };
}

/** Days of the week from Monday, 1, to Sunday, 7, as in ISO 8601. */
type WeekInfo = { firstDay: number };
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

const MONDAY = 1;
/** A Monday. */
const REFERENCE = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The day with which a locale's weeks begin; Monday where the browser does not know. */
export function weekStart(locale: string): number {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? MONDAY;
}

export function weekdayNames(locale: string): { short: string; long: string }[] {
  const first = weekStart(locale);
  const named = (style: 'short' | 'long', day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
      new Date(REFERENCE + (day - 1) * DAY_MS),
    );
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((first - 1 + index) % 7) + 1;
    return { short: named('short', day), long: named('long', day) };
  });
}
