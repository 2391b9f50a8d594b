import { FIRST_DAY, LAST_DAY } from '#src/api/edtf.ts';

const DAY_MS = 86_400_000;

/** A day, `YYYY-MM-DD`, as the number of days since 1970-01-01: what positions on a time axis are computed from. */
export function toDayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day of a day number, or the first or last one that there is; parts of a day are dropped. */
export function toDay(dayNumber: number): string {
  const within = Math.min(Math.max(dayNumber, toDayNumber(FIRST_DAY)), toDayNumber(LAST_DAY));
  return new Date(Math.floor(within) * DAY_MS).toISOString().slice(0, 10);
}

/** The day number on which a calendar year begins; also that of the year after the last one that a date can name. */
export function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / DAY_MS;
}
