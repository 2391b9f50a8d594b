import { useI18n } from '#src/i18n/I18nContext.tsx';

/** Stands where there is no entry to show: what to do about it, where a filter is the reason. */
export function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useI18n();
  return <p>{t(isFiltered ? 'fields.nothing' : 'fields.nothingOnRecord')}</p>;
}
