import { useCallback } from 'react';
import { useLocation } from 'react-router';

import { withFilters, type Filters } from '#src/filters/filters.ts';
import { paths } from '#src/filters/paths.ts';
import { useView } from '#src/filters/use-view.ts';

/**
 * Builds links to the entries behind a number of this view: the filters as they are, narrowed to the number's own, with
 * all else in the address kept, so that the list is exactly as long as the number.
 */
export function useEvidenceLink() {
  const { search } = useLocation();
  const { filters } = useView();
  return useCallback(
    (narrower: Partial<Filters>) => {
      const next = withFilters(new URLSearchParams(search), { ...filters, ...narrower });
      return { pathname: paths.fields(), search: `?${next.toString()}`, hash: '#entries' };
    },
    [search, filters],
  );
}
