/** Days of the week from Monday, 1, to Sunday, 7, as in ISO 8601. */
type WeekInfo = { firstDay: number };
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

const MONDAY = 1;
/** A Monday. */
const REFERENCE = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The day with which a locale's weeks begin; Monday where the browser does not know. */
export function weekStart(locale: string): number {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? MONDAY;
}

/** The names of the week's days in the locale's order. */
export function weekdayNames(locale: string): { short: string; long: string }[] {
  const first = weekStart(locale);
  const named = (style: 'short' | 'long', day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
      new Date(REFERENCE + (day - 1) * DAY_MS),
    );
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((first - 1 + index) % 7) + 1;
    return { short: named('short', day), long: named('long', day) };
  });
}
