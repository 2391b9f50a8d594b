import { useCallback } from 'react';
import { useNavigate } from 'react-router';

import { withEvidenceCell, type EvidenceCell } from '#src/filters/evidence-cell.ts';

/** Opens the entries behind a mark, or closes them with null. Reads the address when it is called, so that it stays the same for every drawing. */
export function useOpenEvidence(): (cell: EvidenceCell | null) => void {
  const navigate = useNavigate();
  return useCallback(
    (cell) => {
      const search = withEvidenceCell(new URLSearchParams(window.location.search), cell).toString();
      void navigate({ search }, { preventScrollReset: true });
    },
    [navigate],
  );
}
