import { useCallback } from 'react';

import { useLinkTo } from '#src/address/links.ts';
import type { SearchTarget } from './search-options.ts';

/** Builds the links to what was found. */
export function useTargetLink() {
  const linkTo = useLinkTo();
  return useCallback(
    ({ pathname, filters, hash, isOfWholeRecord }: SearchTarget) =>
      linkTo(pathname, { ...filters, ...(isOfWholeRecord && { asOf: null }) }, hash),
    [linkTo],
  );
}
