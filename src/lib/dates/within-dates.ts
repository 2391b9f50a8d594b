import { firstDay, lastDay } from '#src/api/edtf.ts';

/**
 * True where any day that a date may mean lies from the first day of `from` to the last of `to`, as the contract reads
 * these filters; null for an open end.
 */
export const isWithinDates = (
  date: string,
  { from, to }: { from: string | null; to: string | null },
): boolean =>
  (from === null || lastDay(date) >= firstDay(from)) &&
  (to === null || firstDay(date) <= lastDay(to));
