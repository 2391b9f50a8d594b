import { Broken, LeftOut } from './outcome.ts';

export type Reply = { status: number; headers: Headers; text: string };
type Limits = {
  requests: number;
  seconds: number;
  /** Told the number of requests with each. */
  onAsk?: (requests: number) => void;
};

const ONE_REQUEST_MS = 30_000;

/** Asks one backend, within bounds on the number of requests and on the time of all together. */
export function createAsker(baseUrl: string, { requests, seconds, onAsk }: Limits) {
  const base = baseUrl.replace(/\/+$/, '');
  const end = performance.now() + seconds * 1000;
  let count = 0;
  return {
    count: () => count,
    ask: async (path: string, init: RequestInit = {}): Promise<Reply> => {
      if (count >= requests) throw new LeftOut(`the ${requests} requests allowed are used up`);
      if (performance.now() > end) throw new LeftOut(`the ${seconds} seconds allowed are over`);
      count += 1;
      onAsk?.(count);
      try {
        const signal = AbortSignal.timeout(ONE_REQUEST_MS);
        const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init, signal });
        return { status: response.status, headers: response.headers, text: await response.text() };
      } catch (error) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw new Broken('rule 6', `GET ${path}`, `no answer at all: ${String(cause)}`);
      }
    },
  };
}
export type Asker = ReturnType<typeof createAsker>;
