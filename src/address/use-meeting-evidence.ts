import { useCallback } from 'react';

import { isAfter } from '#src/lib/as-of.ts';
import type { Filters } from './filters.ts';
import { paths } from './paths.ts';
import { useLinkTo, useView } from './use-view.ts';

/**
 * Builds links to the entries of one meeting that make up a number on its page. A meeting after the as-of date has no
 * entries under that date, so the links then leave it behind: the list must be as long as the number.
 */
export function useMeetingEvidence(meeting: { ordinal: number; date: string }) {
  const linkTo = useLinkTo();
  const { asOf } = useView();
  const { ordinal, date } = meeting;
  return useCallback(
    (filters: Partial<Filters> = {}) => {
      const target = linkTo(paths.fields(), { ...filters, meeting: [ordinal] }, '#entries');
      if (!isAfter(date, asOf)) return target;
      const search = new URLSearchParams(target.search);
      search.delete('asOf');
      return { ...target, search: `?${search.toString()}` };
    },
    [linkTo, ordinal, date, asOf],
  );
}
