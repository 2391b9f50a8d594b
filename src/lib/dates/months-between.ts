import { firstDay, precisionOf } from '#src/api/edtf.ts';

/** Whole months from one EDTF date to a later one, counted from the first day that each may mean; never negative. */
export function monthsBetween(earlier: string, later: string): number {
  const [year = 0, month = 0, day = 0] = firstDay(earlier).split('-').map(Number);
  const [laterYear = 0, laterMonth = 0, laterDay = 0] = firstDay(later).split('-').map(Number);
  const months = (laterYear - year) * 12 + laterMonth - month - (laterDay < day ? 1 : 0);
  return Math.max(0, months);
}

/** How long something lasted, as far as the dates of its ends tell. */
export interface Span {
  months: number;
  /** True where the day of either end is not on record. */
  isAbout: boolean;
}

/** The whole months between two EDTF dates; null where either is known to the year only, which tells no months. */
export function spanBetween(earlier: string, later: string): Span | null {
  const [start, end] = [precisionOf(earlier), precisionOf(later)];
  if (start === 'year' || end === 'year') return null;
  return { months: monthsBetween(earlier, later), isAbout: start === 'month' || end === 'month' };
}
