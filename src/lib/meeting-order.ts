import { firstDay, lastDay } from '#src/api/edtf.ts';

type Meeting = { ordinal: number; date: string };

/**
 * The meetings whose dates break the contract's rule on ordinals, each with the one that it should not be before: no
 * meeting was over (the last possible day of its date) before one of a lower ordinal began (the first possible day).
 * Two meetings of one day, or a year and one of its months, stand in either order. The meetings may come in any.
 */
export function misplacedMeetings<Item extends Meeting>(
  meetings: readonly Item[],
): { meeting: Item; before: Item }[] {
  const misplaced: { meeting: Item; before: Item }[] = [];
  let latest: Item | null = null;
  for (const meeting of meetings.toSorted((a, b) => a.ordinal - b.ordinal)) {
    if (latest !== null && lastDay(meeting.date) < firstDay(latest.date))
      misplaced.push({ meeting, before: latest });
    if (latest === null || firstDay(meeting.date) > firstDay(latest.date)) latest = meeting;
  }
  return misplaced;
}
