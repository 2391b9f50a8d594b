import { keptByKey } from '#src/lib/kept-by-key.ts';

const monthLabel = keptByKey(({ date, locale }: { date: string; locale: string }) =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  ),
);

/** An axis label: a year as a bare number, a month by its short name, which the year's tick before it places. */
export function tickLabel(date: string, locale: string): string {
  return date.length === 4 ? date : monthLabel(`${locale} ${date.slice(5)}`, { date, locale });
}
