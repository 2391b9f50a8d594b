import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Takes the reader to a panel that has opened, and back to what opened it when it closes with the focus in it. Escape
 * closes from within. A panel that came with the address leaves the focus alone.
 */
export function useFocusWhileOpen(onClose: () => void) {
  const panel = useRef<HTMLElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = panel.current;
    const opener = document.activeElement;
    const wasChosen =
      opener instanceof HTMLElement && opener !== document.body && opener.tagName !== 'H1';
    if (wasChosen) element?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      if (wasChosen && document.activeElement === document.body)
        opener.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}
