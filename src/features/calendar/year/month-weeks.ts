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
