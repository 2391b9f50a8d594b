import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useChosenFilters } from '#src/filters/ChosenFilters.tsx';
import { toEntryFilters } from '#src/filters/filters.ts';
import { useView } from '#src/filters/use-view.ts';
import { useChartForm } from './use-chart-form.ts';

/** Asks for the numbers of a choice in the moment it is made, so that drawing the view with it need not wait for them. */
export function useAskAhead(): void {
  const chosen = useChosenFilters();
  const { asOf } = useView();
  const { by } = useChartForm();
  const query = summaryQuery(useApi(), { ...toEntryFilters(chosen, asOf), by });
  // The chart shows the answer; here it changes nothing.
  useQuery({ ...query, notifyOnChangeProps: [] });
}
