import { firstDay, lastDay, yearsOf } from '#src/api/edtf.ts';

type ExchangeYear = {
  id: string;
  field: string;
  years: string;
  events: readonly { kind: string; date: string }[];
};
type Entry = { fields: readonly string[]; text: string };

/** Before "years of", these count: twenty years of a treaty are no theme. */
const COUNT =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|few|several|many|recent|past|last|next|coming)$/i;
/** Before a bare "year" or "years", these place it in time instead of naming a theme. */
const POINTER =
  /^(?:a|an|the|this|that|these|those|each|every|per|all|both|some|same|new|previous|current|following|later|first|second|over|of|in|for|by|within|between|five-year|\w*-year)$/i;
const YEAR_PHRASE = /(?:([\p{L}\d-]+)\s+)?\byears?\b(?:\s+(of)\b)?/giu;
const CALENDAR_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** "Years of Culture", "Year of Russia", "media exchange years", "language year"; not "20 years of", "the year". */
function speaksOfThemeYear(text: string): boolean {
  return [...text.matchAll(YEAR_PHRASE)].some(([, before = '', of]) => {
    if (COUNT.test(before)) return false;
    return of !== undefined || (before !== '' && !POINTER.test(before));
  });
}

/** From the first announcement on record (else the first event, else the first day) to the last day of the interval. */
function announcedSpan({ events, years }: ExchangeYear): { from: string; to: string } {
  const days = (kind?: string) =>
    events
      .filter((event) => kind === undefined || event.kind === kind)
      .map(({ date }) => firstDay(date))
      .toSorted();
  return { from: days('announced')[0] ?? days()[0] ?? firstDay(years), to: lastDay(years) };
}

/**
 * The exchange years that an English entry names: one of its fields is the exchange year's, its text speaks of a theme
 * year, and either the text states a calendar year of the interval, or it states none and the meeting fell between the
 * first announcement and the interval's end. `docs/data.md` has the rule in words.
 */
export function namedExchangeYears(
  entry: Entry,
  meetingDate: string,
  exchangeYears: readonly ExchangeYear[],
): string[] {
  if (!speaksOfThemeYear(entry.text)) return [];
  const stated = (entry.text.match(CALENDAR_YEAR) ?? []).map(Number);
  return exchangeYears
    .filter((year) => {
      if (!entry.fields.includes(year.field)) return false;
      if (stated.length > 0) return yearsOf(year.years).some((one) => stated.includes(one));
      const { from, to } = announcedSpan(year);
      return lastDay(meetingDate) >= from && firstDay(meetingDate) <= to;
    })
    .map(({ id }) => id);
}
