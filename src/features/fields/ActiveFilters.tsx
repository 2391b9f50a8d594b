import { countActive, LIST_FILTERS, NO_FILTERS, type ListFilter } from '#src/filters/filters.ts';
import { useChangeFilters, useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import { Chip } from '#src/ui/Chip.tsx';
import styles from './FilterBar.module.css';
import { useFacetOptions } from './use-facet-options.ts';

/** Every active choice as a chip that one press removes, and one action that removes them all. */
export function ActiveFilters() {
  const { t, date } = useI18n();
  const { filters } = useView();
  const change = useChangeFilters();
  const options = useFacetOptions(null);
  const labelOf = (filter: ListFilter, value: string): string => {
    if (filter === 'meeting') return t('record.meetingShort', { ordinal: Number(value) });
    if (filter === 'source') return value;
    return options[filter].find((option) => option.value === value)?.label ?? value;
  };
  if (countActive(filters) === 0) return null;
  return (
    <div className={styles.chips}>
      {LIST_FILTERS.flatMap((filter) =>
        filters[filter]
          .map(String)
          .map((value) => (
            <Chip
              key={`${filter} ${value}`}
              name={t(`filters.${filter}`)}
              value={labelOf(filter, value)}
              onRemove={() =>
                change({ [filter]: filters[filter].filter((one) => String(one) !== value) })
              }
            />
          )),
      )}
      {(['from', 'to'] as const).map((end) => {
        const value = filters[end];
        return (
          value !== null && (
            <Chip
              key={end}
              name={t(`filters.${end}`)}
              value={date(value, 'short')}
              onRemove={() => change({ [end]: null })}
            />
          )
        );
      })}
      {filters.q !== '' && (
        <Chip name={t('filters.q')} value={filters.q} onRemove={() => change({ q: '' })} />
      )}
      <Button look="plain" onClick={() => change(NO_FILTERS)}>
        {t('filters.reset')}
      </Button>
    </div>
  );
}
