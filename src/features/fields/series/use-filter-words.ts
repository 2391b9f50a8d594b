import { type Filters, LIST_FILTERS, type ListFilter } from '#src/address/filters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useFacetOptions } from './use-facet-options.ts';

/** An active choice in words, and the filters without it. */
export interface FilterWords {
  key: string;
  name: string;
  value: string;
  without: Partial<Filters>;
}

/** Puts every active choice of a filter state into words, in the order of the filters. */
export function useFilterWords(): (filters: Filters) => FilterWords[] {
  const { t, date } = useI18n();
  const options = useFacetOptions(null);
  const labelOf = (filter: ListFilter, value: string): string => {
    if (filter === 'meeting') return t('record.meetingShort', { ordinal: Number(value) });
    if (filter === 'source') return value;
    return options[filter].find((option) => option.value === value)?.label ?? value;
  };
  return (filters) => {
    const lists = LIST_FILTERS.flatMap((filter) =>
      filters[filter].map(String).map((value) => ({
        key: `${filter} ${value}`,
        name: t(`filters.${filter}`),
        value: labelOf(filter, value),
        without: { [filter]: filters[filter].filter((one) => String(one) !== value) },
      })),
    );
    const ends = (['from', 'to'] as const).flatMap((end) => {
      const value = filters[end];
      return value === null
        ? []
        : [
            {
              key: end,
              name: t(`filters.${end}`),
              value: date(value, 'short'),
              without: { [end]: null },
            },
          ];
    });
    const text =
      filters.q === ''
        ? []
        : [{ key: 'q', name: t('filters.q'), value: filters.q, without: { q: '' } }];
    return [...lists, ...ends, ...text];
  };
}
