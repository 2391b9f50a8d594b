import { useCallback } from 'react';
import { useLocation } from 'react-router';

import { evidenceWriter, withEvidenceCell, type EvidenceCell } from '#src/filters/evidence-cell.ts';

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

/** The last address written into: a hundred numbers of a page write into the same. */
let last = { search: '', write: evidenceWriter(new URLSearchParams()) };

function writerFor(search: string) {
  if (last.search !== search) last = { search, write: evidenceWriter(new URLSearchParams(search)) };
  return last.write;
}

/** Writes the search of links that open the entries behind a number beside the view. */
export function useEvidenceSearch(): (cell: EvidenceCell) => string {
  return writerFor(useLocation().search);
}
