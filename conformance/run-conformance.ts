import { noProgress, type Progress } from '#engine/record/progress.ts';
import { createAsker, type Send } from './asker.ts';
import { readContract } from './contract.ts';
import type { Outcome, Rule } from './outcome.ts';
import { CHECKS, runSuite } from './run-suite.ts';

export type ConformanceOptions = {
  /** How a request goes to the backend. */
  send: Send;
  seed: number;
  rounds: number;
  maxRequests: number;
  maxSeconds: number;
  origin?: string | undefined;
  stopsAtFailure?: boolean;
  /** The rule whose checks are to come first. */
  firstRule?: Rule;
  onOutcome?: (outcome: Outcome) => void;
  progress?: Progress;
};
export type Report = { outcomes: Outcome[]; requests: number };

/** Over HTTP, to a backend at this address. */
export function overHttp(url: string): Send {
  const base = url.replace(/\/+$/, '');
  return (path, init) => fetch(`${base}${path}`, { redirect: 'manual', ...init });
}

export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const { send, maxRequests, maxSeconds, firstRule, progress = noProgress } = options;
  let running = '';
  const asker = createAsker(send, {
    requests: maxRequests,
    seconds: maxSeconds,
    onAsk: (requests) => progress(`${running}; requests`, requests, maxRequests),
  });
  const outcomes = await runSuite({
    origin: undefined,
    onOutcome: () => undefined,
    ...options,
    asker,
    contract: await readContract(),
    checks: CHECKS.toSorted((a, b) => Number(b.rule === firstRule) - Number(a.rule === firstRule)),
    atOnce: 1,
    isShort: false,
    isOtherSite: false,
    onStart: (step) => {
      running = step;
    },
  });
  return { outcomes, requests: asker.count() };
}
