import { firstDay } from '#src/api/edtf.ts';

/** Whole months from one EDTF date to a later one, counted from the first day that each may mean; never negative. */
export function monthsBetween(earlier: string, later: string): number {
  const [year = 0, month = 0, day = 0] = firstDay(earlier).split('-').map(Number);
  const [laterYear = 0, laterMonth = 0, laterDay = 0] = firstDay(later).split('-').map(Number);
  const months = (laterYear - year) * 12 + laterMonth - month - (laterDay < day ? 1 : 0);
  return Math.max(0, months);
}
