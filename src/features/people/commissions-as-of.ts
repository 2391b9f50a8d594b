import type { Commission } from '#src/api/schemas/calendar.ts';
import { isAfter } from '#src/lib/as-of.ts';

/** The bodies that existed on a day, with the sessions that they had held by then. */
export function commissionsAsOf(commissions: readonly Commission[], asOf: string): Commission[] {
  return commissions
    .filter(({ founded }) => founded === null || !isAfter(founded, asOf))
    .map((commission) => ({
      ...commission,
      sessions: commission.sessions.filter(({ date }) => !isAfter(date, asOf)),
    }));
}
