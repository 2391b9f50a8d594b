import { noProgress, type Progress } from '#engine/record/progress.ts';
import { createAsker } from './asker.ts';
import { readContract } from './contract.ts';
import type { Outcome, Rule } from './outcome.ts';
import { CHECKS, runSuite } from './run-suite.ts';

export type ConformanceOptions = {
  url: string;
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

export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const { url, maxRequests, maxSeconds, firstRule, progress = noProgress } = options;
  const base = url.replace(/\/+$/, '');
  let running = '';
  const asker = createAsker(
    (path, init) => fetch(`${base}${path}`, { redirect: 'manual', ...init }),
    {
      requests: maxRequests,
      seconds: maxSeconds,
      onAsk: (requests) => progress(`${running}; requests`, requests, maxRequests),
    },
  );
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
