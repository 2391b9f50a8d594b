import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Notice } from './Notice.tsx';
import { useAgo } from './use-ago.ts';

function Age({ since }: { since: number }) {
  const { t } = useI18n();
  return t('errors.offlineEarlier', { ago: useAgo(since) });
}

/** Says that there is no network, and how old the answer is that stands meanwhile; `since` is null where there is none. */
export function OldAnswer({ since }: { since: number | null }) {
  const { t } = useI18n();
  return (
    <Notice tone="warn" title={t('errors.offlineTitle')}>
      {since === null ? t('errors.offlineAdvice') : <Age since={since} />}
    </Notice>
  );
}
