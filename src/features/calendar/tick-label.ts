const months = new Map<string, string>();

/** An axis label: a year as a bare number, a month by its short name, which the year's tick before it places. */
export function tickLabel(date: string, locale: string): string {
  if (date.length === 4) return date;
  const key = `${locale} ${date.slice(5)}`;
  const known = months.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const label = format.format(new Date(`${date}-01T00:00:00Z`));
  months.set(key, label);
  return label;
}
