import { useCallback } from 'react';

import { useLinkTo } from '#src/address/use-view.ts';
import type { SearchTarget } from './search-options.ts';

/** Builds the links to what was found. */
export function useTargetLink() {
  const linkTo = useLinkTo();
  return useCallback(
    ({ pathname, filters, hash, isOfWholeRecord }: SearchTarget) => {
      const target = linkTo(pathname, filters, hash);
      if (isOfWholeRecord !== true) return target;
      const search = new URLSearchParams(target.search);
      search.delete('asOf');
      return { ...target, search: `?${search.toString()}` };
    },
    [linkTo],
  );
}
