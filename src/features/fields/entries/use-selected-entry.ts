import { useCallback, useEffect, useState } from 'react';

import { useParameter } from '#src/address/use-address.ts';

/** A held arrow key would write the address thirty times a second, which browsers refuse. */
const PAUSE_MS = 100;

/** The selected entry, and its setter: seen at once, and in the address as soon as the reader pauses. */
export function useSelectedEntry(): [id: string | null, select: (id: string | null) => void] {
  const [selectedEntry, write] = useParameter('entry');
  /** `over` is what the address held then: once that changes, the address has the last word again. */
  const [draft, setDraft] = useState<{ id: string | null; over: string | null } | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => write(draft.id), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, write]);
  const select = useCallback(
    (id: string | null) => setDraft({ id, over: selectedEntry }),
    [selectedEntry],
  );
  return [draft !== null && draft.over === selectedEntry ? draft.id : selectedEntry, select];
}
