import { useQueries } from '@tanstack/react-query';

import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { type Group, groupFilters } from '#src/address/groups.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { toFigures } from './group-figures.ts';

/** The figures of both groups when both have come, and the questions for what failed. */
export function useGroupFigures(a: Group, b: Group) {
  const api = useApi();
  const record = useRecord();
  const { asOf } = useAsOf();
  const queries = useQueries({
    queries: [a, b].map((group) => {
      const filters = { ...NO_FILTERS, ...groupFilters(group, record) };
      return summaryQuery(api, { ...toEntryFilters(filters, asOf), by: 'meeting' });
    }),
  });
  const [first, second] = queries.map(({ data, isPlaceholderData }) =>
    data === undefined || isPlaceholderData ? null : toFigures(data),
  );
  return { queries, figures: first && second ? ([first, second] as const) : null };
}
