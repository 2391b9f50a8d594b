import { useCallback } from 'react';

import { paths } from './paths.ts';
import { useLinkTo } from './use-view.ts';

/** Builds links to the comparison of two meetings, from the first to the second. */
export function useCompareLink() {
  const linkTo = useLinkTo();
  return useCallback(
    (a: number, b: number) => {
      const target = linkTo(paths.compare());
      const search = new URLSearchParams(target.search);
      search.set('a', String(a));
      search.set('b', String(b));
      return { ...target, search: `?${search.toString()}` };
    },
    [linkTo],
  );
}
