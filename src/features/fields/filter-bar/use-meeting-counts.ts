import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { toEntryFilters } from '#src/address/filters.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useChartForm } from '../series/use-chart-form.ts';

/** How many entries each meeting would give, by its ordinal, under all filters but the range; null until that is known. */
export function useMeetingCounts(): ReadonlyMap<string, number> | null {
  const { asOf } = useAsOf();
  const filters = useFilters();
  const { dimensions } = useChartForm();
  const params = toEntryFilters({ ...filters, from: null, to: null }, asOf);
  // Without a range it is the very question that the chart asks.
  const { data } = useQuery(summaryQuery(useApi(), { ...params, ...dimensions }));
  const facet = data?.facets.meeting;
  return useMemo(
    () => (facet ? new Map(facet.map(({ value, entries }) => [value, entries])) : null),
    [facet],
  );
}
