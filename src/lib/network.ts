import { wait } from './wait.ts';

/** Code that could not be had without a network, by how many loads; and who wants to know when that changes. */
let awaited = 0;
const listeners = new Set<() => void>();

function count(change: number): void {
  awaited += change;
  for (const notify of listeners) notify();
}

/** After the browser says that there is a network it may still take a moment until something answers. */
const SETTLING_MS = [0, 500, 2000];

function backOnline(signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    window.addEventListener('online', resolve, { once: true });
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

async function loadSettled<Code>(load: () => Promise<Code>): Promise<Code> {
  for (const milliseconds of SETTLING_MS) {
    await wait(milliseconds);
    const loaded = await load().then(
      (code) => ({ code }),
      () => null,
    );
    if (loaded !== null) return loaded.code;
  }
  return load();
}

/**
 * Loads a part of the app, if need be as soon as there is a network again: a part that fails because there is none is
 * waited for. What fails with a network fails at once.
 * @param signal when it is wanted no more, and so nothing is said of it
 */
export async function loadWhenOnline<Code>(
  load: () => Promise<Code>,
  signal?: AbortSignal,
): Promise<Code> {
  try {
    return await load();
  } catch (error) {
    if (navigator.onLine || signal?.aborted === true) throw error;
  }
  count(1);
  try {
    await backOnline(signal);
    return await loadSettled(load);
  } finally {
    count(-1);
  }
}

/** True while a part of the app waits for a network. */
export const isCodeAwaited = (): boolean => awaited > 0;

/** Calls back when a part begins or ends to wait; gives how to stop that. */
export function watchAwaitedCode(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}
