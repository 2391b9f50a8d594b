import { firstDay } from '#src/api/edtf.ts';

interface Known {
  id: string;
  years: string;
}

const yearOf = ({ years }: Known) => Number(firstDay(years).slice(0, 4));

/**
 * The exchange years that a mistaken id may have meant, at most `count`, the likeliest first: those that share most
 * words with it, then those that begin closest to the year it names, then the latest.
 */
export function nearestExchangeYears<Year extends Known>(
  known: readonly Year[],
  wanted: string,
  count = 3,
): Year[] {
  const words = new Set(wanted.toLowerCase().split(/[^a-z0-9]+/));
  const year = /\b\d{4}\b/.exec(wanted)?.[0];
  const shared = ({ id }: Known) => id.split('-').filter((word) => words.has(word)).length;
  const distance = (one: Known) => (year === undefined ? 0 : Math.abs(yearOf(one) - Number(year)));
  return known
    .toSorted((a, b) => shared(b) - shared(a) || distance(a) - distance(b) || yearOf(b) - yearOf(a))
    .slice(0, count);
}
