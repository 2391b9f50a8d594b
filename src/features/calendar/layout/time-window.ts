import { firstDay, isEdtfInterval, lastDay } from '#src/api/edtf.ts';
import { startOfYear, toDay, toDayNumber } from '#src/lib/dates/day-number.ts';

/** A stretch of time as day numbers; `to` is the first day after it. */
export interface TimeWindow {
  from: number;
  to: number;
}

export const ZOOM_LEVELS = ['all', 'decade', 'year'] as const;
export type ZoomLevel = (typeof ZOOM_LEVELS)[number];

const YEAR = 365.2425;
/** The narrowest stretch that zooming reaches: a season, in which single days can be told apart. */
const NARROWEST = 90;
const YEARS_AHEAD = 2;

const yearOf = (dayNumber: number) => Number(toDay(dayNumber).slice(0, 4));

/** How databases write an end that is open: drawn to, it would leave no room for anything else. */
const OPEN_END = '9999';

/** Whole years from the first date to two years after today, or to the end of the last date if that is later. */
export function fullWindow(dates: readonly string[], today: string): TimeWindow {
  const years = [...dates, today].flatMap((date) => {
    const [first, last] = [firstDay(date).slice(0, 4), lastDay(date).slice(0, 4)];
    return last === OPEN_END ? [Number(first)] : [Number(first), Number(last)];
  });
  const ahead = Number(today.slice(0, 4)) + YEARS_AHEAD;
  const [first, last] = years.reduce(
    ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
    [ahead, ahead],
  );
  return { from: startOfYear(first ?? ahead), to: startOfYear((last ?? ahead) + 1) };
}

/** The window moved and, if it must be, shrunk into `bounds`. */
export function clampWindow({ from, to }: TimeWindow, bounds: TimeWindow): TimeWindow {
  const length = Math.min(Math.max(to - from, NARROWEST), bounds.to - bounds.from);
  const start = Math.min(Math.max(from, bounds.from), bounds.to - length);
  return { from: start, to: start + length };
}

/** Zooms by a factor (above 1: closer) and keeps the day at `centre` where it is. */
export function zoomWindow(
  { from, to }: TimeWindow,
  factor: number,
  centre: number,
  bounds: TimeWindow,
): TimeWindow {
  const length = Math.min(Math.max((to - from) / factor, NARROWEST), bounds.to - bounds.from);
  const share = (centre - from) / (to - from);
  const start = centre - share * length;
  return clampWindow({ from: start, to: start + length }, bounds);
}

/** How many calendar years a level shows, and how many of them lie before that of the centre. */
const LEVEL_YEARS = { decade: { count: 10, before: 7 }, year: { count: 1, before: 0 } };

/** The window of a zoom level: whole calendar years with `centre` in them. */
export function levelWindow(level: ZoomLevel, centre: number, bounds: TimeWindow): TimeWindow {
  if (level === 'all') return bounds;
  const { count, before } = LEVEL_YEARS[level];
  const year = yearOf(Math.min(Math.max(centre, bounds.from), bounds.to - 1));
  const last = yearOf(bounds.to - 1);
  const first = Math.max(yearOf(bounds.from), Math.min(year - before, last + 1 - count));
  return { from: startOfYear(first), to: startOfYear(Math.min(first + count, last + 1)) };
}

/** The level that a window's length comes closest to. */
export function levelOf({ from, to }: TimeWindow, bounds: TimeWindow): ZoomLevel {
  const years = (to - from) / YEAR;
  if (years <= 2) return 'year';
  return to - from >= bounds.to - bounds.from - 1 && years > 10.5 ? 'all' : 'decade';
}

export function panWindow(window: TimeWindow, share: number, bounds: TimeWindow): TimeWindow {
  const by = (window.to - window.from) * share;
  return clampWindow({ from: window.from + by, to: window.to + by }, bounds);
}

/** The window as it stands in an address: an EDTF interval of the months it touches. */
export function formatWindow({ from, to }: TimeWindow): string {
  return `${toDay(Math.round(from)).slice(0, 7)}/${toDay(Math.round(to) - 1).slice(0, 7)}`;
}

/**
 * Reads what {@link formatWindow} wrote, or any EDTF interval: the part of it that lies within the bounds, with what is
 * around it where that is too short to be drawn. `isBeyond` is true where the interval reaches further than the bounds.
 * Null where the text is none, or where nothing of it lies within them.
 */
export function parseWindow(
  text: string,
  bounds: TimeWindow,
): (TimeWindow & { isBeyond: boolean }) | null {
  if (!isEdtfInterval(text)) return null;
  const asked = { from: toDayNumber(firstDay(text)), to: toDayNumber(lastDay(text)) + 1 };
  if (asked.to <= bounds.from || asked.from >= bounds.to) return null;
  const from = Math.max(asked.from, bounds.from);
  const to = Math.min(asked.to, bounds.to);
  const margin = Math.max(0, NARROWEST - (to - from)) / 2;
  const isBeyond = asked.from < bounds.from || asked.to > bounds.to;
  return { ...clampWindow({ from: from - margin, to: to + margin }, bounds), isBeyond };
}

/** Where a day lies, in pixels from the left edge of a drawing of this width. */
export function toX(dayNumber: number, { from, to }: TimeWindow, width: number): number {
  return ((dayNumber - from) / (to - from)) * width;
}
