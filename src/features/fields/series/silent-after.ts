import type { FacetCount } from '#src/api/schemas/entries.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { Filters } from '#src/address/filters.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { isWithinDates } from '#src/lib/dates/within-dates.ts';

type Held = Pick<MeetingSummary, 'ordinal' | 'date' | 'coChairs'>;

/**
 * The last meeting with an entry under the filters, and how many meetings of the range were held after it without one.
 * Null where the latest has one, where none has, and where the meetings themselves were chosen.
 * @param counts what each meeting would give, as the facet of meetings says it
 */
export function silentAfter(
  counts: readonly FacetCount[],
  meetings: readonly Held[],
  { meeting, to, coChair }: Pick<Filters, 'meeting' | 'to' | 'coChair'>,
  asOf: string,
): { last: Held; later: number } | null {
  if (meeting.length > 0) return null;
  const speaking = new Set(counts.flatMap(({ value, entries }) => (entries > 0 ? [value] : [])));
  const held = meetings
    .filter(
      ({ date, coChairs }) =>
        !isAfter(date, asOf) &&
        isWithinDates(date, { from: null, to }) &&
        (coChair.length === 0 || coChairs.some(({ person }) => coChair.includes(person.id))),
    )
    .toSorted((a, b) => a.ordinal - b.ordinal);
  const at = held.findLastIndex(({ ordinal }) => speaking.has(String(ordinal)));
  const last = held[at];
  const later = held.length - 1 - at;
  return last === undefined || later === 0 ? null : { last, later };
}
