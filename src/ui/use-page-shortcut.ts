import { useEffect } from 'react';

/**
 * Calls back on a shortcut that works anywhere on the page; not while a dialog is open. `isShortcut` says which key press
 * is meant; both functions stay the same from drawing to drawing.
 */
export function usePageShortcut(
  isShortcut: (event: KeyboardEvent) => boolean,
  onShortcut: () => void,
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event)) return;
      event.preventDefault();
      if (document.querySelector('dialog:modal') === null) onShortcut();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isShortcut, onShortcut]);
}
