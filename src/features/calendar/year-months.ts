import type { CalendarItem } from '#src/api/schemas/calendar.ts';

export interface YearMonth {
  /** `2023-12`. */
  month: string;
  /** Items by the day they are on. */
  days: ReadonlyMap<string, readonly CalendarItem[]>;
  /** Items known to this month only. */
  unplaced: readonly CalendarItem[];
}

/** The twelve months of a year with their items, and the items known to the year only. */
export function toYearMonths(
  year: string,
  items: readonly CalendarItem[],
): { months: YearMonth[]; unplaced: CalendarItem[] } {
  const ofYear = items.filter(({ date }) => date.startsWith(year));
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const inMonth = ofYear.filter(({ date }) => date.startsWith(month));
    const precise = inMonth.filter(({ date }) => date.length === 10);
    return {
      month,
      days: Map.groupBy(precise, ({ date }) => date),
      unplaced: inMonth.filter(({ date }) => date.length === 7),
    };
  });
  return { months, unplaced: ofYear.filter(({ date }) => date.length === 4) };
}
