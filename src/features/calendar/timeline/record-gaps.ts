import { firstDay, yearsOf } from '#src/api/edtf.ts';

/** Runs of consecutive years, as EDTF dates or intervals: 2008, 2011/2013. */
function toRuns(years: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run.last === year - 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  const date = (year: number) => String(year).padStart(4, '0');
  return runs.map(({ first, last }) =>
    first === last ? date(first) : `${date(first)}/${date(last)}`,
  );
}

function missing(known: ReadonlySet<number>, last: number): string[] {
  const first = [...known].reduce((least, year) => Math.min(least, year), last + 1);
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return toRuns(all.filter((year) => !known.has(year)));
}

/**
 * The years between the first one on record and the as-of date in which the record has no meeting, and those in which
 * it has no exchange year. Only where both had begun by then can there be said to be none.
 */
export function recordGaps(
  meetings: readonly { date: string }[],
  exchangeYears: readonly { years: string }[],
  asOf: string,
): { meetings: string[]; exchangeYears: string[]; areNone: boolean } {
  const last = Number(asOf.slice(0, 4));
  const met = meetings.map(({ date }) => Number(firstDay(date).slice(0, 4)));
  const marked = exchangeYears.flatMap(({ years }) => yearsOf(years));
  const gaps = {
    // A meeting of the current year may be yet to come.
    meetings: missing(new Set(met), last - 1),
    exchangeYears: missing(new Set(marked), last),
  };
  const haveBegun = [met, marked].every((years) => years.some((year) => year <= last));
  return { ...gaps, areNone: haveBegun && gaps.meetings.length + gaps.exchangeYears.length === 0 };
}
