/** What the reader chose on an earlier visit; null where nothing is kept, or storage is forbidden. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit, or with null forgets it; where that is not allowed it holds for this visit. */
export function keepStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to be done.
  }
}

/** Calls back when another tab has chosen something else; gives how to stop that. */
export function watchStored(key: string, notify: () => void): () => void {
  const listen = (event: StorageEvent) => {
    // Without a name where everything was forgotten at once.
    if (event.key === key || event.key === null) notify();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
