import { firstDay, lastDay } from '#src/api/edtf.ts';
import { ParameterRefusal } from './parameter-refusal.ts';

/** The days asked for, both ends included. */
export type DayRange = { from: string; to: string };

/** `from=2020` means from its first day on, `to=2020` up to its last; refuses a range that holds no day. */
export function toDayRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  open: DayRange = { from: '', to: '9999-12-31' },
): DayRange {
  const range = {
    from: from === undefined ? open.from : firstDay(from),
    to: to === undefined ? open.to : lastDay(to),
  };
  if (from !== undefined && to !== undefined && range.from > range.to)
    throw new ParameterRefusal('from', `${from} is later than ${to}`);
  return range;
}

/** A date that is not precise to the day matches if any day that it may mean lies in the range. */
export function isWithin(date: string, { from, to }: DayRange): boolean {
  return lastDay(date) >= from && firstDay(date) <= to;
}
