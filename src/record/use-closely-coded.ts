import { useMemo } from 'react';

import { useRecord } from '#src/api/RecordContext.ts';
import { closelyCoded } from '#src/lib/closely-coded.ts';

const NONE: ReadonlySet<number> = new Set();

/** The meetings that were coded sentence by sentence; none while not all are known, as nobody can say what is usual then. */
export function useCloselyCoded(): ReadonlySet<number> {
  const { meetings, hasAllMeetings } = useRecord();
  return useMemo(
    () => (hasAllMeetings ? closelyCoded(meetings) : NONE),
    [meetings, hasAllMeetings],
  );
}
