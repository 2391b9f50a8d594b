import { firstDay, precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';

export interface AgendaMonth {
  /** `2023-12`. */
  month: string;
  /** Items known to the day, in order. */
  days: CalendarItem[];
  unplaced: CalendarItem[];
}

export interface AgendaYear {
  year: string;
  months: AgendaMonth[];
  unplaced: CalendarItem[];
}

/** Orders by first possible day; what is less precise comes after what is more precise, as it stands below it. */
function byDate(a: CalendarItem, b: CalendarItem): number {
  const [dayA, dayB] = [firstDay(a.date), firstDay(b.date)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return b.date.length - a.date.length || (a.id < b.id ? -1 : 1);
}

/** Sorts items under their years and months; no item stands under anything finer than its date states. */
export function toAgenda(items: readonly CalendarItem[]): AgendaYear[] {
  const years = new Map<string, AgendaYear>();
  const months = new Map<string, AgendaMonth>();
  for (const item of items.toSorted(byDate)) {
    const year = item.date.slice(0, 4);
    const ofYear = years.get(year) ?? { year, months: [], unplaced: [] };
    years.set(year, ofYear);
    const precision = precisionOf(item.date);
    if (precision === 'year') {
      ofYear.unplaced.push(item);
      continue;
    }
    const month = item.date.slice(0, 7);
    let ofMonth = months.get(month);
    if (!ofMonth) {
      ofMonth = { month, days: [], unplaced: [] };
      months.set(month, ofMonth);
      ofYear.months.push(ofMonth);
    }
    (precision === 'day' ? ofMonth.days : ofMonth.unplaced).push(item);
  }
  return [...years.values()];
}

/** The same, with the latest first. */
export function latestFirst(years: readonly AgendaYear[]): AgendaYear[] {
  return years.toReversed().map(({ year, months, unplaced }) => ({
    year,
    months: months.toReversed().map((month) => ({ ...month, days: month.days.toReversed() })),
    unplaced,
  }));
}
