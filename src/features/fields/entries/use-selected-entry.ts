import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { withSelectedEntry } from '#src/address/selected-entry.ts';
import { useView } from '#src/address/use-view.ts';

/** A held arrow key would write the address thirty times a second, which browsers refuse. */
const PAUSE_MS = 100;

/** The selected entry, and its setter: seen at once, and in the address as soon as the reader pauses. */
export function useSelectedEntry(): [id: string | null, select: (id: string | null) => void] {
  const { selectedEntry } = useView();
  const navigate = useNavigate();
  /** `over` is what the address held then: once that changes, the address has the last word again. */
  const [draft, setDraft] = useState<{ id: string | null; over: string | null } | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      const current = new URLSearchParams(window.location.search);
      const search = withSelectedEntry(current, draft.id).toString();
      void navigate({ search }, { replace: true, preventScrollReset: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, navigate]);
  const select = useCallback(
    (id: string | null) => setDraft({ id, over: selectedEntry }),
    [selectedEntry],
  );
  return [draft !== null && draft.over === selectedEntry ? draft.id : selectedEntry, select];
}
