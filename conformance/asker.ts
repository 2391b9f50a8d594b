import { Broken, Untried } from './outcome.ts';

/** Sends one request to a path below the backend's address; rejects where there is no answer. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;
export type Reply = { status: number; headers: Headers; text: string };
export type Bounds = { requests: number; seconds: number };
type Options = Bounds & {
  /** Ends it at once. */
  stop?: AbortSignal;
  /** True where a plain question that was asked before is not asked again. */
  keepsReplies?: boolean;
  onAsk?: (requests: number) => void;
};

const ONE_REQUEST_MS = 30_000;

/** Asks one backend, within bounds on the number of requests and on the time of all together. */
export function createAsker(send: Send, options: Options) {
  const { requests, seconds, stop, keepsReplies = false, onAsk } = options;
  const late = AbortSignal.timeout(seconds * 1000);
  const ends = stop === undefined ? [late] : [late, stop];
  const kept = new Map<string, Promise<Reply>>();
  let count = 0;
  const expectTime = () => {
    if (stop?.aborted) throw new Untried('stopped');
    if (late.aborted) throw new Untried('bounds', `the ${seconds} seconds allowed are over`);
  };
  const askAnew = async (path: string, init: RequestInit): Promise<Reply> => {
    expectTime();
    if (count >= requests)
      throw new Untried('bounds', `the ${requests} requests allowed are used up`);
    count += 1;
    onAsk?.(count);
    try {
      const signal = AbortSignal.any([...ends, AbortSignal.timeout(ONE_REQUEST_MS)]);
      const response = await send(path, { ...init, signal });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      expectTime();
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      throw new Broken('rule 6', `GET ${path}`, 'no-answer', { detail: String(cause) });
    }
  };
  return {
    count: () => count,
    ask: (path: string, init?: RequestInit): Promise<Reply> => {
      if (!keepsReplies || init !== undefined) return askAnew(path, init ?? {});
      const reply = kept.get(path) ?? askAnew(path, {});
      kept.set(path, reply);
      return reply;
    },
  };
}
export type Asker = ReturnType<typeof createAsker>;
