import type { CommissionSession } from '#src/api/schemas/calendar.ts';

/**
 * How many of a body's sessions are on record, by their own numbering; null where no session has a number. Sessions
 * without a number may be among those that the numbering misses, so they do not count.
 */
export function sessionGaps(
  sessions: readonly CommissionSession[],
): { known: number; last: number } | null {
  const numbers = new Set(sessions.map(({ ordinal }) => ordinal).filter((one) => one !== null));
  return numbers.size === 0 ? null : { known: numbers.size, last: Math.max(...numbers) };
}
