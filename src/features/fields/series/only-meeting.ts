import type { Filters } from '#src/address/filters.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { isWithinDates } from '#src/lib/dates/within-dates.ts';

/**
 * The ordinal of the one meeting that filters leave, chosen as such or by a range of dates that holds no other; null where
 * they leave several or none.
 */
export function onlyMeeting(
  { meeting, from, to }: Pick<Filters, 'meeting' | 'from' | 'to'>,
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'date'>[],
): number | null {
  if (meeting.length > 0) return meeting.length === 1 ? (meeting[0] ?? null) : null;
  const [only, ...others] = meetings.filter(({ date }) => isWithinDates(date, { from, to }));
  return only !== undefined && others.length === 0 ? only.ordinal : null;
}
