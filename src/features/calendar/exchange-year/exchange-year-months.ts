import { daysInMonth, intervalOf, lastDay, precisionOf, yearsOf } from '#src/api/edtf.ts';
import type { EventKind, ExchangeYear } from '#src/api/schemas/exchange-years.ts';
import { statusBounds } from '#src/lib/dates/as-of.ts';
import { exchangeYearSteps } from './exchange-year-steps.ts';

/** A ceremony or an event, or a step that no event tells of. */
export interface DatedPart {
  kind: EventKind;
  date: string;
  until?: string | undefined;
  /** What the record says of it; null for a step that only a meeting's entry tells of. */
  text: string | null;
  /** The meeting that tells of such a step. */
  meeting: number | null;
}

export interface MonthOfYear {
  /** `2024-05`. */
  month: string;
  /** Whether the exchange year runs in it. */
  isWithin: boolean;
  /** Whether something that began in an earlier month lasts into it. */
  isRunOn: boolean;
  ceremonies: DatedPart[];
  events: DatedPart[];
}

export interface YearOfMonths {
  year: number;
  host: string | null;
  months: MonthOfYear[];
  /** What is known to this year only. */
  unplaced: DatedPart[];
}

/** Beyond this many years, only those in which something is on record are drawn. */
const MOST_YEARS = 12;

function partsOf(exchangeYear: ExchangeYear): DatedPart[] {
  const untold = exchangeYearSteps(exchangeYear).flatMap(({ milestones }) =>
    milestones.filter(({ event }) => event === null),
  );
  return [
    ...exchangeYear.events.map((event) => ({ ...event, meeting: null })),
    ...untold.map(({ milestone: { kind, date, meeting } }) => ({
      kind,
      date,
      text: null,
      meeting,
    })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * The years of an exchange year, and those in which it was announced or something else of it took place, each as its
 * months. Each part stands once: at the month in which it began, or at the year where no more is on record.
 */
export function exchangeYearMonths(exchangeYear: ExchangeYear): YearOfMonths[] {
  const parts = partsOf(exchangeYear);
  const { start, end } = statusBounds(exchangeYear);
  const own = yearsOf(exchangeYear.years);
  const years = new Set([
    ...(own.length > MOST_YEARS ? [] : own),
    ...parts.map(({ date }) => Number(date.slice(0, 4))),
  ]);
  const lasting = parts.filter((part) => intervalOf(part) !== part.date);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const name = String(year).padStart(4, '0');
      const ofYear = parts.filter(({ date }) => date.startsWith(name));
      const months = Array.from({ length: 12 }, (_, index): MonthOfYear => {
        const month = `${name}-${String(index + 1).padStart(2, '0')}`;
        const here = ofYear.filter(({ date }) => date.startsWith(month));
        return {
          month,
          isWithin: start.slice(0, 7) <= month && month <= end.slice(0, 7),
          isRunOn: lasting.some(
            (part) =>
              part.date.slice(0, 7) < month && month <= lastDay(intervalOf(part)).slice(0, 7),
          ),
          ceremonies: here.filter(({ kind }) => kind !== 'event'),
          events: here.filter(({ kind }) => kind === 'event'),
        };
      });
      return {
        year,
        host: exchangeYear.hosting.find((one) => one.year === year)?.host ?? null,
        months,
        unplaced: ofYear.filter(({ date }) => precisionOf(date) === 'year'),
      };
    });
}

/** How much of a month has passed by a day, from 0 to 1; the day itself has. */
export function passedOf(month: string, day: string): number {
  const ofDay = day.slice(0, 7);
  if (ofDay !== month) return ofDay > month ? 1 : 0;
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Number(day.slice(8)) / daysInMonth(year, number);
}
