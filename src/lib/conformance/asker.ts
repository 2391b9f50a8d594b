import { Broken, Untried } from './outcome.ts';

/** Sends one request to a path below the backend's address; rejects where there is no answer. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;
export type Reply = { request: string; status: number; headers: Headers; text: string };
export type Bounds = { requests: number; milliseconds: number };

/** Asks within bounds on the number of requests and on the time of all together, until the reader stops it. */
export function createAsker(send: Send, bounds: Bounds, stop: AbortSignal) {
  const late = AbortSignal.timeout(bounds.milliseconds);
  const signal = AbortSignal.any([stop, late]);
  let count = 0;
  const expectTime = () => {
    if (stop.aborted) throw new Untried('stopped');
    if (late.aborted) throw new Untried('bounds');
  };
  return {
    count: () => count,
    ask: async (path: string, headers: Record<string, string> = {}): Promise<Reply> => {
      expectTime();
      if (count >= bounds.requests) throw new Untried('bounds');
      count += 1;
      const request = `GET ${path}`;
      try {
        // An answer out of the browser's own store would say nothing of the backend.
        const response = await send(path, { headers, signal, cache: 'no-store' });
        const text = await response.text();
        return { request, status: response.status, headers: response.headers, text };
      } catch (error) {
        expectTime();
        throw new Broken(request, 'no-answer', { detail: String(error) });
      }
    },
  };
}
export type Asker = ReturnType<typeof createAsker>;
