import { useEffect, useState } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { elapsedSince } from '#src/lib/clock.ts';
import { Notice } from './Notice.tsx';

const LOOK_MS = 15_000;

/** Says that there is no network, and how old the answer is that stands meanwhile; `since` is null where there is none. */
export function OldAnswer({ since }: { since: number | null }) {
  const { t, ago } = useI18n();
  const [, setLook] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLook((look) => look + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice tone="warn" title={t('errors.offlineTitle')}>
      {since === null
        ? t('errors.offlineAdvice')
        : t('errors.offlineEarlier', { ago: ago(elapsedSince(since)) })}
    </Notice>
  );
}
