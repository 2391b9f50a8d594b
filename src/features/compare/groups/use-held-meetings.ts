import { useAsOf } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';

/** The ordinals of the meetings held by the as-of date, from the first on. */
export function useHeldMeetings(): number[] {
  const { meetings } = useRecord();
  const { asOf } = useAsOf();
  return meetings
    .filter(({ date }) => !isAfter(date, asOf))
    .map(({ ordinal }) => ordinal)
    .toSorted((a, b) => a - b);
}
