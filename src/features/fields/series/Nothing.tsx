import { countActive } from '#src/address/filters.ts';
import { useFilters } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';

/** Stands where there is no entry to show: what to do about it, where a filter is the reason. */
export function Nothing() {
  const { t } = useI18n();
  const filters = useFilters();
  return <p>{t(countActive(filters) === 0 ? 'fields.nothingOnRecord' : 'fields.nothing')}</p>;
}
