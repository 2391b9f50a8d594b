import { intervalOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { clusterMarks, type Cluster } from './cluster-marks.ts';
import { middleOf } from './layout-meetings.ts';
import { toX, type TimeWindow } from './time-window.ts';

/** An item of the calendar with its place on the time axis. */
export interface DatedItem {
  item: CalendarItem;
  middle: number;
}

/** Orders items on the time axis once, so that each step of a zoom only cuts a slice out. */
export function toDatedItems(items: readonly CalendarItem[]): DatedItem[] {
  return items
    .map((item) => ({ item, middle: middleOf(intervalOf(item)) }))
    .toSorted((a, b) => a.middle - b.middle);
}

/** The first index whose middle is not before `day`. */
function indexFrom(dated: readonly DatedItem[], day: number): number {
  let low = 0;
  let high = dated.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dated[middle]?.middle ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places the items that the window shows in one row; those too close to be told apart share a mark. */
export function layoutPoints(
  dated: readonly DatedItem[],
  window: TimeWindow,
  width: number,
  size: number,
): Cluster<CalendarItem>[] {
  const shown = dated.slice(indexFrom(dated, window.from), indexFrom(dated, window.to));
  return clusterMarks(shown, ({ middle }) => toX(middle, window, width), size, width).map(
    ({ items, ...mark }) => ({ ...mark, items: items.map(({ item }) => item) }),
  );
}
