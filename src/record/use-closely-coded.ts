import { useMemo } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';

const NONE: ReadonlySet<number> = new Set();

/** The meetings that were coded sentence by sentence; none while not all are known, as nobody can say what is usual then. */
export function useCloselyCoded(): ReadonlySet<number> {
  const { meetings, hasAllMeetings } = useRecord();
  return useMemo(
    () => (hasAllMeetings ? closelyCoded(meetings) : NONE),
    [meetings, hasAllMeetings],
  );
}

/** What a meeting's counts say of how closely its documents were read. */
interface Coded {
  ordinal: number;
  entries: number;
  /** Documents that it rests on. */
  sources: number;
}

/** From so many times the usual number of entries for each document on, a meeting was coded sentence by sentence. */
const TIMES = 3;

/** The ordinals of meetings whose documents gave several times as many entries as those of most meetings. */
export function closelyCoded(meetings: readonly Coded[]): ReadonlySet<number> {
  const rates = meetings
    // A meeting without entries was not coded at all.
    .filter(({ sources, entries }) => sources > 0 && entries > 0)
    .map(({ ordinal, entries, sources }) => ({ ordinal, rate: entries / sources }))
    .toSorted((a, b) => a.rate - b.rate);
  const half = rates.length / 2;
  const [lower, upper] = [rates[Math.ceil(half) - 1], rates[Math.floor(half)]];
  const median = ((lower?.rate ?? 0) + (upper?.rate ?? 0)) / 2;
  return new Set(rates.filter(({ rate }) => rate >= TIMES * median).map(({ ordinal }) => ordinal));
}
