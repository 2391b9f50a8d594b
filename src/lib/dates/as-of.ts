import { addDays, firstDay, lastDay } from '#src/api/edtf.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';

/** An exchange year's status as of a date; it is derived, never stored. */
export type AsOfStatus = 'not-announced' | 'upcoming' | 'under-way' | 'concluding' | 'concluded';

type Dated = Pick<ExchangeYearSummary, 'years' | 'milestones'>;

/** The boundaries from which a status follows, each as `YYYY-MM-DD`; `announced` is null where no date is on record. */
export interface StatusBounds {
  announced: string | null;
  start: string;
  end: string;
}

/** How many days before its end an exchange year counts as concluding. */
export const CONCLUDING_DAYS = 31;

/**
 * Reads the boundaries off the record. An imprecise date counts from its first possible day for a beginning and to its
 * last possible day for an end. A day-precise announcement wins over a coarser one that contains it. The years begin
 * on 1 January of the first one, or at an earlier opening ceremony; they end with the closing ceremony held in the last
 * year or later, or else on 31 December.
 */
export function statusBounds({ years, milestones }: Dated): StatusBounds {
  const dates = (kind: string) =>
    milestones.filter((step) => step.kind === kind).map((step) => step.date);
  const announcements = dates('announced').filter(
    (date, _, all) =>
      !all.some((other) => other.length > date.length && other.startsWith(`${date}-`)),
  );
  const starts = [firstDay(years), ...dates('opening').map(firstDay)].toSorted();
  const lastYear = `${lastDay(years).slice(0, 4)}-01-01`;
  const closings = dates('closing')
    .map(lastDay)
    .filter((day) => day >= lastYear)
    .toSorted();
  return {
    announced: announcements.map(firstDay).toSorted()[0] ?? null,
    start: starts[0] ?? firstDay(years),
    end: closings.at(-1) ?? lastDay(years),
  };
}

/** The status on `asOf`, a day as `YYYY-MM-DD`. The first and the last day are both under way. */
export function statusAsOf(exchangeYear: Dated, asOf: string): AsOfStatus {
  const { announced, start, end } = statusBounds(exchangeYear);
  if (asOf > end) return 'concluded';
  if (asOf >= start) return asOf > addDays(end, -CONCLUDING_DAYS) ? 'concluding' : 'under-way';
  return announced !== null && asOf < announced ? 'not-announced' : 'upcoming';
}

/** True where every day that the date may mean lies after `asOf`: a meeting not yet held, an event still to come. */
export function isAfter(date: string, asOf: string): boolean {
  return firstDay(date) > asOf;
}
