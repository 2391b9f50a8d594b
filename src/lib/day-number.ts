const DAY_MS = 86_400_000;

/** A day, `YYYY-MM-DD`, as the number of days since 1970-01-01: what positions on a time axis are computed from. */
export function toDayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day of a day number; parts of a day are dropped. */
export function toDay(dayNumber: number): string {
  return new Date(Math.floor(dayNumber) * DAY_MS).toISOString().slice(0, 10);
}
