import { isOtherScript, isSingleKey } from '#src/ui/single-keys.ts';
import { usePageShortcut } from '#src/ui/use-page-shortcut.ts';

function isShortcut(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return false;
  // The key's place counts too: with a Russian layout the same key types another letter.
  if (ctrlKey || metaKey)
    return !shiftKey && (key.toLowerCase() === 'k' || (code === 'KeyK' && isOtherScript(key)));
  return isSingleKey(event, 'search');
}

/** Calls back on Ctrl+K or Cmd+K anywhere, and on `/` outside of fields; not while a dialog is open. */
export function useSearchShortcut(onShortcut: () => void): void {
  usePageShortcut(isShortcut, onShortcut);
}
