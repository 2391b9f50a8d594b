import { firstDay, intervalOf, lastDay, precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { itemTitle } from '../items/mark-words.ts';

export interface YearMonth {
  /** `2023-12`. */
  month: string;
  /** Items by the days they are on; what lasted several days is on each of them. */
  days: ReadonlyMap<string, readonly CalendarItem[]>;
  unplaced: readonly CalendarItem[];
}

function daysOf(item: CalendarItem, year: string): string[] {
  const interval = intervalOf(item);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const end = lastDay(interval) < last ? lastDay(interval) : last;
  const days: string[] = [];
  let day = toDayNumber(firstDay(interval) > first ? firstDay(interval) : first);
  for (; day <= toDayNumber(end); day += 1) days.push(toDay(day));
  return days;
}

/** The twelve months of a year with their items, and the items known to the year only. */
export function toYearMonths(
  year: string,
  items: readonly CalendarItem[],
): { months: YearMonth[]; unplaced: CalendarItem[] } {
  const days = new Map<string, CalendarItem[]>();
  for (const item of items) {
    if (precisionOf(item.date) !== 'day') continue;
    for (const day of daysOf(item, year)) {
      const known = days.get(day);
      if (known) known.push(item);
      else days.set(day, [item]);
    }
  }
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    return {
      month,
      days: new Map([...days].filter(([day]) => day.startsWith(month))),
      unplaced: items.filter(({ date }) => date === month),
    };
  });
  return { months, unplaced: items.filter(({ date }) => date === year) };
}

/** Which of its days an item is on, from 1, and how many it has. */
export function dayOf(item: CalendarItem, day: string): { day: number; count: number } {
  const interval = intervalOf(item);
  const first = toDayNumber(firstDay(interval));
  return {
    day: toDayNumber(day) - first + 1,
    count: toDayNumber(lastDay(interval)) - first + 1,
  };
}

/** A day and all that is on it: what its mark shows, in words. */
export function dayWords(
  day: string,
  items: readonly CalendarItem[],
  asOf: string,
  i18n: Translator,
): string {
  const { t, date } = i18n;
  const titles = items.map((item) => {
    const title = itemTitle(item, i18n).text;
    const place = dayOf(item, day);
    return place.count === 1 ? title : t('calendar.dayOf', { title, ...place });
  });
  const whole = [date(day), ...titles];
  return (day === asOf ? [...whole, t('calendar.asOfDay')] : whole).join(t('calendar.join'));
}
