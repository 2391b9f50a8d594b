import { useCallback } from 'react';
import { useNavigate } from 'react-router';

import { withEvidenceCell } from '#src/address/evidence-cell.ts';

/** Closes the entries that are open beside the view. Reads the address when it is called. */
export function useCloseEvidence(): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    const search = withEvidenceCell(new URLSearchParams(window.location.search), null).toString();
    void navigate({ search }, { preventScrollReset: true });
  }, [navigate]);
}
