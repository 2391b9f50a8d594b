import { addDays } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { CONCLUDING_DAYS, statusBounds } from '#src/lib/dates/as-of.ts';

/** Every day on which an exchange year's status changes, or a meeting is held: once each, in order. */
export function statusChanges(
  exchangeYears: readonly Pick<ExchangeYearSummary, 'years' | 'milestones'>[],
  meetings: readonly { date: string }[],
): string[] {
  const days = exchangeYears.flatMap((exchangeYear) => {
    const { announced, start, end } = statusBounds(exchangeYear);
    const concluding = addDays(end, 1 - CONCLUDING_DAYS);
    return [announced, start, concluding, addDays(end, 1)].filter((day) => day !== null);
  });
  const held = meetings.map(({ date }) => date).filter((date) => date.length === 10);
  return [...new Set([...days, ...held])].toSorted();
}
