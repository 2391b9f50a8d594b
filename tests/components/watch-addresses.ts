import { onTestFinished, vi } from 'vitest';

interface Change {
  /** A step for Back, or the replacement of the last one. */
  by: 'pushState' | 'replaceState';
  search: string;
}

/** How the part changes the address from now on. The browser's own count of steps ends at fifty, over all tests together. */
export function watchAddresses(): Change[] {
  const passed: Change[] = [];
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    const spy = vi.spyOn(history, name).mockImplementation((...change) => {
      original(...change);
      passed.push({ by: name, search: window.location.search });
    });
    onTestFinished(() => spy.mockRestore());
  }
  return passed;
}
