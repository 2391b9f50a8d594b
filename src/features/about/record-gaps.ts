import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';

/** Meetings by ordinal, in their order. */
export interface RecordGaps {
  /** Numbers between the first and the last meeting that no meeting on record has. */
  missing: number[];
  withoutEntries: number[];
  /** Meetings that rest on one document, or on none. */
  thinlySourced: number[];
  withoutVenue: number[];
  yearsWithoutEvents: ExchangeYearSummary[];
}

/** What the record says of itself that it does not hold; nothing here is written down anywhere. */
export function toRecordGaps(
  meetings: readonly MeetingSummary[],
  exchangeYears: readonly ExchangeYearSummary[],
): RecordGaps {
  const inOrder = meetings.toSorted((a, b) => a.ordinal - b.ordinal);
  const having = (isGap: (meeting: MeetingSummary) => boolean) =>
    inOrder.filter(isGap).map(({ ordinal }) => ordinal);
  const held = new Set(inOrder.map(({ ordinal }) => ordinal));
  const [first = 1, last = 0] = [inOrder[0]?.ordinal, inOrder.at(-1)?.ordinal];
  const all = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_none, index) => first + index,
  );
  return {
    missing: all.filter((ordinal) => !held.has(ordinal)),
    withoutEntries: having(({ entries }) => entries === 0),
    thinlySourced: having(({ sources }) => sources <= 1),
    withoutVenue: having(({ venue, format }) => venue === null && format !== 'video'),
    yearsWithoutEvents: exchangeYears.filter(({ events }) => events === 0),
  };
}

/** Numbers in ascending order as runs: 101–103, 105. */
export function runsOf(numbers: readonly number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const one of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === one - 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
