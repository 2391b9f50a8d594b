/**
 * Gives every entry of the browser's history a key of its own, before the router reads it: where a page was scrolled to is
 * remembered by key, and what comes from the address bar (a pasted address, another `#part`) has none. The router would
 * call all of these by one name, and open one at the place of another. A reload keeps its entry, and so its place.
 */
export function nameHistoryEntries(): void {
  const name = () => {
    const state = (window.history.state ?? {}) as { key?: string; idx?: number };
    if (state.key !== undefined) return;
    const key = crypto.getRandomValues(new Uint32Array(2)).join('-');
    window.history.replaceState({ idx: null, ...state, key }, '');
  };
  name();
  window.addEventListener('popstate', name);
}
