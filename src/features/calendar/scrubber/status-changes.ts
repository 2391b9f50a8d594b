import { addDays } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { CONCLUDING_DAYS, statusAsOf, statusBounds } from '#src/lib/dates/as-of.ts';

/** Every day on which an exchange year's status changes, or a meeting is held: once each, in order. */
export function statusChanges(
  exchangeYears: readonly Pick<ExchangeYearSummary, 'years' | 'milestones'>[],
  meetings: readonly { date: string }[],
): string[] {
  const changes = exchangeYears.flatMap((exchangeYear) => {
    const { announced, start, end } = statusBounds(exchangeYear);
    const concluding = addDays(end, 1 - CONCLUDING_DAYS);
    const days = [...(announced === null ? [] : [announced]), start, concluding, addDays(end, 1)];
    const statusOn = (day: string) => statusAsOf(exchangeYear, day);
    // What lasts a week is concluding from its first day on: then nothing changes a month before its end.
    return days.filter((day) => statusOn(day) !== statusOn(addDays(day, -1)));
  });
  const held = meetings.map(({ date }) => date).filter((date) => date.length === 10);
  return [...new Set([...changes, ...held])].toSorted();
}
