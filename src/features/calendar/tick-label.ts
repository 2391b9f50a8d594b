const formatters = new Map<string, Intl.DateTimeFormat>();

/** An axis label: a year as a bare number, a month by its short name, which the year's tick before it places. */
export function tickLabel(date: string, locale: string): string {
  if (date.length === 4) return date;
  const known = formatters.get(locale);
  const format = known ?? new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  if (!known) formatters.set(locale, format);
  return format.format(new Date(`${date}-01T00:00:00Z`));
}
