import { useEffect, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { elapsedSince } from '#src/lib/dates/clock.ts';

const LOOK_MS = 15_000;

/** How long ago something was, in words that stay true while they stand; `since` is in milliseconds since 1970. */
export function useAgo(since: number): string {
  const { ago } = useI18n();
  const [, setLook] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLook((look) => look + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return ago(elapsedSince(since));
}
