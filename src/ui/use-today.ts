import { useSyncExternalStore } from 'react';

import { onNewDay, shownDay } from '#src/lib/dates/clock.ts';

/** Today, `YYYY-MM-DD`, as long as it is: what shows it is drawn anew when the day is over. */
export function useToday(): string {
  return useSyncExternalStore(onNewDay, shownDay);
}
