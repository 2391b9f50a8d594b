/** Waits, but no longer than the one who asked does: rejects with the signal's reason. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Waits for nothing: only the one who asked ends it. */
export function waitForEver(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Goes on in a task of its own, at once: a timer has to wait long in a page that is not on screen. */
export async function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const isDue = new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
  });
  port1.start();
  port2.postMessage(null);
  await isDue;
  port1.close();
}
