import { lastDay } from '#src/api/edtf.ts';
import type { Filters } from '#src/address/filters.ts';
import { PINS_AT_MOST } from '#src/address/pins.ts';

const DECADE = 10;

/** The filters once for either party, and nothing else changed. */
export function partyStates(filters: Filters, parties: readonly { id: string }[]): Filters[] {
  return parties.slice(0, 2).map(({ id }) => ({ ...filters, party: [id] }));
}

/**
 * The filters once for each of the last decades, counted back from the latest meeting: as many as can be pinned and as
 * have a meeting. Empty where the meetings span less than two.
 */
export function decadeStates(filters: Filters, meetings: readonly { date: string }[]): Filters[] {
  const years = meetings.map(({ date }) => Number(lastDay(date).slice(0, 4)));
  const [earliest, latest] = [Math.min(...years), Math.max(...years)];
  const starts = Array.from({ length: PINS_AT_MOST }, (_, back) => latest - DECADE * (back + 1) + 1)
    .filter((start) => start + DECADE > earliest)
    .toReversed();
  return starts.length < 2
    ? []
    : starts.map((start) => ({
        ...filters,
        from: String(start),
        to: String(start + DECADE - 1),
      }));
}
