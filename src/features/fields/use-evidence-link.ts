import { useCallback } from 'react';
import { useLocation } from 'react-router';

import { withEvidenceCell, type EvidenceCell } from '#src/filters/evidence-cell.ts';

/** Builds links that open the entries behind a number beside the view, with all else in the address kept; null closes. */
export function useEvidenceLink() {
  const { pathname, search } = useLocation();
  return useCallback(
    (cell: EvidenceCell | null) => {
      const next = withEvidenceCell(new URLSearchParams(search), cell).toString();
      return { pathname, search: next === '' ? '' : `?${next}` };
    },
    [pathname, search],
  );
}
