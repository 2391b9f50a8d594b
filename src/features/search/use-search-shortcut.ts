import { useEffect } from 'react';

const TYPED_INTO =
  'input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"]), textarea, select, [contenteditable]';

/** A dialog that was just closed keeps the focus for some frames, in a field that nobody sees. */
const isTypedInto = (target: EventTarget | null) =>
  target instanceof Element && target.closest(TYPED_INTO) !== null && target.checkVisibility();

function isShortcut(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (altKey) return false;
  // The key's place counts too: with a Russian layout the same key types another letter.
  if (ctrlKey || metaKey) return !shiftKey && (key.toLowerCase() === 'k' || code === 'KeyK');
  return key === '/' && !isTypedInto(target);
}

/** Calls back on Ctrl+K or Cmd+K anywhere, and on `/` outside of fields; not while a dialog is open. */
export function useSearchShortcut(onShortcut: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event)) return;
      event.preventDefault();
      if (document.querySelector('dialog:modal') === null) onShortcut();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onShortcut]);
}
