import { firstDay, intervalOf, lastDay } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';

const endOf = (item: CalendarItem) => lastDay(intervalOf(item));

/**
 * The latest item that is over by the end of `asOf` and the earliest that is still to come. An item that may lie on
 * either side, such as one known to the year only, is neither.
 */
export function aroundAsOf(
  items: readonly CalendarItem[],
  asOf: string,
): { previous: CalendarItem | null; next: CalendarItem | null } {
  let previous: CalendarItem | null = null;
  let next: CalendarItem | null = null;
  for (const item of items) {
    if (endOf(item) <= asOf) {
      if (previous === null || endOf(item) >= endOf(previous)) previous = item;
    } else if (firstDay(item.date) > asOf) {
      if (next === null || firstDay(item.date) < firstDay(next.date)) next = item;
    }
  }
  return { previous, next };
}
