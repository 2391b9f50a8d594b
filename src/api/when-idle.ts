/** In Safari there is no idle time to wait for; a moment does. */
const MOMENT_MS = 50;
const LONGEST_WAIT_MS = 1000;

/** Acts when there is nothing else to do, after a second at the latest; returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, MOMENT_MS);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act, { timeout: LONGEST_WAIT_MS });
  return () => cancelIdleCallback(waiting);
}
