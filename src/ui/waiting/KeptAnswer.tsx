import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Notice } from './Notice.tsx';
import { useAgo } from './use-ago.ts';

/** Stands by an answer that was kept from an earlier visit; why it stands in, the page says once for all of them. */
export function KeptAnswer({ at }: { at: number }) {
  const { t } = useI18n();
  return <Notice tone="warn">{t('errors.keptAnswer', { ago: useAgo(at) })}</Notice>;
}
