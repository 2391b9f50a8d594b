import { toDay, toDayNumber } from '#src/lib/dates/day-number.ts';
import { toX, type TimeWindow } from './time-window.ts';

export interface Tick {
  /** A year, `2023`, or a month, `2023-02`. */
  date: string;
  label: string;
  x: number;
}

/** Steps in months that people count in. */
const STEPS = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400];
const MONTHS_IN_A_YEAR = 12;

const toMonth = (dayNumber: number) => {
  const [year = 0, month = 1] = toDay(dayNumber).split('-').map(Number);
  return year * MONTHS_IN_A_YEAR + month - 1;
};
const toDate = (month: number) => {
  const year = String(Math.floor(month / MONTHS_IN_A_YEAR)).padStart(4, '0');
  const rest = month % MONTHS_IN_A_YEAR;
  return rest === 0 ? year : `${year}-${String(rest + 1).padStart(2, '0')}`;
};

/**
 * The ticks of the axis, in the finest step whose labels leave each other room. A label starts at its tick; the last
 * one is left out where the edge would cut it.
 */
export function axisTicks(
  window: TimeWindow,
  width: number,
  toLabel: (date: string) => string,
  measure: (label: string) => number,
): Tick[] {
  const room = 10;
  const firstMonth = toMonth(window.from);
  const lastMonth = toMonth(window.to - 1);
  const monthsShown = (window.to - window.from) / 30.44;
  for (const step of STEPS) {
    // Not worth building: such labels could not have room.
    if (width / (monthsShown / step) < room) continue;
    const ticks: Tick[] = [];
    const first = Math.ceil(firstMonth / step) * step;
    for (let month = first; month <= lastMonth; month += step) {
      const date = toDate(month);
      const day = date.length === 4 ? `${date}-01-01` : `${date}-01`;
      const x = toX(toDayNumber(day), window, width);
      if (x >= -0.5) ticks.push({ date, label: toLabel(date), x: Math.max(0, x) });
    }
    const fits = ticks.every(({ label, x }, index) => {
      const next = ticks[index + 1];
      return next === undefined || x + measure(label) + room <= next.x;
    });
    if (fits) return ticks.filter(({ label, x }) => x + measure(label) <= width);
  }
  return [];
}
