import { useEffect } from 'react';
import type { To } from 'react-router';

import { useGo } from '#src/address/use-address.ts';

/** Elements in which the arrow keys already mean something. */
const OWN_ARROWS =
  'input, select, textarea, dialog, [contenteditable], [role="slider"], [role="listbox"], [role="menu"], [role="grid"], [tabindex="0"]';

/** Left and right arrow keys turn to the previous and the next page, as links beside them do. */
export function usePageTurn(previous: To | null, next: To | null): void {
  const go = useGo();
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey) return;
      if (event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return;
      const to = { ArrowLeft: previous, ArrowRight: next }[event.key] ?? null;
      if (to === null) return;
      event.preventDefault();
      go(to);
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [previous, next, go]);
}
