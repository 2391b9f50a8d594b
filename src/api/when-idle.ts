/** Where there are no tasks to be put behind all others, as in older browsers, a moment does. */
const MOMENT_MS = 50;

/**
 * Acts behind everything else that there is to do; returns what calls it off. Not in a browser's idle time: for that some
 * wait a second though there is nothing to do, in windows of an emulated phone for good.
 */
export function whenIdle(act: () => void): () => void {
  if (!('scheduler' in window)) {
    const timer = setTimeout(act, MOMENT_MS);
    return () => clearTimeout(timer);
  }
  const calledOff = new AbortController();
  const { signal } = calledOff;
  scheduler
    .postTask(act, { priority: 'background', signal })
    .catch((error: unknown) => signal.aborted || reportError(error));
  return () => calledOff.abort();
}
