import { daysInMonth, precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { runsOf } from '#src/lib/runs.ts';
import { packRows } from '../layout/pack-rows.ts';
import { dayOf, type YearMonth } from './year-months.ts';

/** One day with what is on it; what began before is marked again where a month begins. */
export interface StripMark {
  /** `2023-12-19`. */
  date: string;
  /** The same day in its month, from 1. */
  day: number;
  items: readonly CalendarItem[];
  /** The row that keeps it clear of the marks before it, where a mark takes two days of the strip, or three. */
  laneOfTwo: number;
  laneOfThree: number;
}

/** In the row of the mark that it begins with. */
interface Run {
  from: number;
  to: number;
  laneOfTwo: number;
  laneOfThree: number;
}

export interface MonthStrip {
  /** `2023-12`. */
  month: string;
  length: number;
  marks: readonly StripMark[];
  /** The days through which something lasts, first and last. */
  runs: readonly Run[];
  /** What is told at this month: what begins in it, and in January what had begun before the year. */
  begun: readonly CalendarItem[];
  unplaced: readonly CalendarItem[];
}

/** The row of each day, so that days that are nearer than a mark is wide stand below each other. */
const lanesOf = (days: readonly number[], width: number) =>
  packRows(
    days.map((day) => ({ left: day, right: day + width })),
    0,
  );

/** The months of a year as strips of their days. Each item is told once, and none on a day that is not on record. */
export function toMonthStrips(months: readonly YearMonth[]): MonthStrip[] {
  return months.map(({ month, days, unplaced }, index) => {
    const dated = [...days.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const marked = dated.flatMap(([date, all]) => {
      const isFirst = date.endsWith('-01');
      const here = all.filter((item) => isFirst || dayOf(item, date).day === 1);
      return here.length === 0 ? [] : [{ date, day: Number(date.slice(8)), items: here }];
    });
    const marks = marked.map(({ day }) => day);
    const [two, three] = [lanesOf(marks, 2), lanesOf(marks, 3)];
    const lasting = dated.filter(([date, all]) => all.some((item) => dayOf(item, date).count > 1));
    const [ofYear = 0, number = 1] = month.split('-').map(Number);
    const rowsAt = (at: number) => ({ laneOfTwo: two[at] ?? 0, laneOfThree: three[at] ?? 0 });
    return {
      month,
      length: daysInMonth(ofYear, number),
      marks: marked.map((mark, at) => ({ ...mark, ...rowsAt(at) })),
      runs: runsOf(lasting.map(([date]) => Number(date.slice(8)))).map((run) => ({
        ...run,
        ...rowsAt(marks.indexOf(run.from)),
      })),
      begun: marked.flatMap(({ date, items: all }) =>
        all.filter((item) => item.date === date || (index === 0 && date.endsWith('-01'))),
      ),
      unplaced,
    };
  });
}

export const isBare = ({ begun, unplaced }: MonthStrip) => begun.length + unplaced.length === 0;

/** Whether anything is on a day of the month, also in the midst of what lasts longer. */
export function isMarked({ marks, runs }: MonthStrip, date: string): boolean {
  const day = Number(date.slice(8));
  return (
    marks.some((mark) => mark.day === day) || runs.some(({ from, to }) => from <= day && day <= to)
  );
}

/** The weekend days of a month, which are two of seven wherever the app's languages are read. */
export function weekendsOf({ month, length }: Pick<MonthStrip, 'month' | 'length'>): number[] {
  return Array.from({ length }, (_, index) => index + 1).filter((day) => {
    const weekday = new Date(`${month}-${String(day).padStart(2, '0')}T00:00:00Z`).getUTCDay();
    return weekday === 0 || weekday === 6;
  });
}

export function isOn(item: CalendarItem, day: string): boolean {
  if (precisionOf(item.date) !== 'day') return false;
  const place = dayOf(item, day);
  return place.day >= 1 && place.day <= place.count;
}
