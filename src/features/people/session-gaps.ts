import type { CommissionSession } from '#src/api/schemas/calendar.ts';

/**
 * How many of a body's sessions are on record, by their own numbering; null where no session has a number. Sessions
 * without a number may be among those that the numbering misses, so they are counted apart.
 */
export function sessionGaps(
  sessions: readonly Pick<CommissionSession, 'ordinal'>[],
): { known: number; last: number; unnumbered: number } | null {
  const numbers = new Set(sessions.map(({ ordinal }) => ordinal).filter((one) => one !== null));
  if (numbers.size === 0) return null;
  const unnumbered = sessions.filter(({ ordinal }) => ordinal === null).length;
  return { known: numbers.size, last: Math.max(...numbers), unnumbered };
}
