/**
 * The suite as a reader of the page runs it: the checks that have an id, at their short depth. It shows within seconds
 * whether a backend is one that this app can work with; `npm run conformance` runs the whole suite.
 */
import { type Bounds, createAsker, type Send } from './asker.ts';
import type { Outcome } from './outcome.ts';
import { CHECKS, runSuite } from './run-suite.ts';
import { SCHEMA_CONTRACT } from './schema-contract.ts';

/** As many as a browser asks of one server at a time. */
const AT_ONCE = 6;
const BOUNDS: Bounds = { requests: 64, seconds: 30 };

export type Report = { outcomes: Outcome[]; requests: number; milliseconds: number };
export type Progress = { done: number; all: number };

type Options = {
  send: Send;
  /** True where the browser hides an answer's headers unless the backend lets them be read. */
  isOtherSite: boolean;
  /** Stops it; what is not done by then is reported as left out. */
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
  bounds?: Bounds;
};

/** Runs the short check; it never rejects for what the backend does. */
export async function runCheck(options: Options): Promise<Report> {
  const { send, isOtherSite, signal, onProgress, bounds = BOUNDS } = options;
  const started = performance.now();
  const asker = createAsker(
    // An answer out of the browser's own store would say nothing of the backend.
    (path, init) => send(path, { ...init, cache: 'no-store' }),
    { ...bounds, stop: signal, keepsReplies: true },
  );
  let done = 0;
  const outcomes = await runSuite({
    asker,
    contract: SCHEMA_CONTRACT,
    checks: CHECKS.filter(({ id }) => id !== undefined),
    atOnce: AT_ONCE,
    seed: 1,
    rounds: 1,
    isShort: true,
    isOtherSite,
    origin: undefined,
    onOutcome: (_outcome, all) => {
      done += 1;
      onProgress?.({ done, all });
    },
  });
  const milliseconds = Math.round(performance.now() - started);
  return { outcomes, requests: asker.count(), milliseconds };
}
