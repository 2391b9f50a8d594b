import { precisionOf } from '#src/api/edtf.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';

/** Whether a mark is an outline: of what is not known to the day, and of what is still to come. */
export const isHollow = (date: string, asOf: string): boolean =>
  precisionOf(date) !== 'day' || isAfter(date, asOf);
