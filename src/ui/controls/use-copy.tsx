import { useState, type ReactNode } from 'react';

import { TextToCopy } from './TextToCopy.tsx';

/**
 * Copies text, true once that is done. A browser may refuse, and on plain http it has no clipboard at all: then the text is
 * offered, selected, in what the caller renders beside itself.
 */
export function useCopy(): { copy: (text: string) => Promise<boolean>; offer: ReactNode } {
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      setRefused(text);
      return false;
    }
  };
  const offer = refused !== null && <TextToCopy text={refused} onClose={() => setRefused(null)} />;
  return { copy, offer };
}
