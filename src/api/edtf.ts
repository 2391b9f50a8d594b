/**
 * EDTF level 0 (ISO 8601-2) as the record uses it: `2023`, `2023-12`, `2023-12-19`, and intervals such as
 * `2022/2023`. Dates stay strings to the edge, so no time zone can move a day.
 */

export type Precision = 'year' | 'month' | 'day';

/** Matches the form only; {@link isEdtfDate} also refuses days that no calendar has. */
export const EDTF_DATE_PATTERN = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
export const EDTF_INTERVAL_PATTERN =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?:\/\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

/** The number of days in a month of the proleptic Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return isLeap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for an EDTF level 0 date that exists in the calendar: `2023-02-30` does not. */
export function isEdtfDate(text: string): boolean {
  if (!EDTF_DATE_PATTERN.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?];
  return day === undefined || month === undefined || day <= daysInMonth(year, month);
}

export function isDay(text: string): boolean {
  return text.length === 10 && isEdtfDate(text);
}

/** True for one date or two dates in order, separated by a solidus. */
export function isEdtfInterval(text: string): boolean {
  const [start, end, more] = text.split('/');
  if (start === undefined || more !== undefined || !isEdtfDate(start)) return false;
  return end === undefined || (isEdtfDate(end) && firstDay(start) <= lastDay(end));
}

/** The precision that a date states; nothing may be shown more finely than this. */
export function precisionOf(date: string): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** The date that an interval begins with, as precise as it is written; a date is its own. */
export const startDate = (interval: string): string => interval.split('/')[0] ?? interval;
/** The date that an interval ends with; a date is its own. */
export const endDate = (interval: string): string => interval.split('/').at(-1) ?? interval;

/** The first day that a date or an interval may mean, as `YYYY-MM-DD`. */
export function firstDay(date: string): string {
  const start = startDate(date);
  return `${start}${'-01-01'.slice(start.length - 4)}`;
}

/** The last day that a date or an interval may mean, as `YYYY-MM-DD`. */
export function lastDay(date: string): string {
  const end = endDate(date);
  if (end.length === 4) return `${end}-12-31`;
  if (end.length === 10) return end;
  const [year = 0, month = 1] = end.split('-').map(Number);
  return `${end}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

/**
 * All days of a dated thing, as an EDTF date or interval: one that lasted several days states its last as `until`. An
 * `until` that is no later day than a day is no span, and is left out.
 */
export function intervalOf({ date, until }: { date: string; until?: string | undefined }): string {
  const isSpan = until !== undefined && isDay(date) && isDay(until) && until > date;
  return isSpan ? `${date}/${until}` : date;
}

/** The first and the last day that a date of level 0 can name: its years have four digits. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

/**
 * The day `count` days after (or, if negative, before) a day; both as `YYYY-MM-DD`. Where that would be before the first
 * or after the last day that there is, it is that one.
 */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  const year = date.getUTCFullYear();
  return year < 0 ? FIRST_DAY : year > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}

/** Every calendar year that an interval touches, in order: `2022/2023` gives 2022 and 2023. */
export function yearsOf(interval: string): number[] {
  const first = Number(firstDay(interval).slice(0, 4));
  const last = Number(lastDay(interval).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
