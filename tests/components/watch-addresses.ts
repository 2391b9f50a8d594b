import { onTestFinished, vi } from 'vitest';

/** The addresses that the part goes through from now on, each step and each replacement. */
export function watchAddresses(): string[] {
  const passed: string[] = [];
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    const spy = vi.spyOn(history, name).mockImplementation((...change) => {
      original(...change);
      passed.push(window.location.pathname + window.location.search);
    });
    onTestFinished(() => spy.mockRestore());
  }
  return passed;
}
