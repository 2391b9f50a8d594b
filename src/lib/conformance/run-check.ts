/**
 * A short check of the contract that runs in the page. It shows within seconds whether a backend is one that this app can
 * work with; `npm run conformance` is the full suite, with generated questions and every parameter.
 */
import { ANSWER_CHECKS } from './answer-checks.ts';
import { type Bounds, createAsker, type Send } from './asker.ts';
import { createBackend } from './backend.ts';
import type { Check, Context } from './check.ts';
import { COUNT_CHECKS, FACET_CHECKS, NARROWING_CHECKS } from './count-checks.ts';
import { FILTER_CHECKS } from './filter-checks.ts';
import { Broken, type Result, type Rule, Untried } from './outcome.ts';
import { REFERENCE_CHECKS } from './reference-checks.ts';
import { LIST_SHAPES, SINGLE_SHAPES } from './shape-checks.ts';
import { WALK_CHECKS } from './walk-checks.ts';

/** One after the other; the checks of one step do not need each other. */
const STEPS = [
  LIST_SHAPES,
  SINGLE_SHAPES,
  [
    ...COUNT_CHECKS,
    ...WALK_CHECKS,
    ...REFERENCE_CHECKS,
    ...FILTER_CHECKS,
    ...NARROWING_CHECKS,
    ...FACET_CHECKS,
    ...ANSWER_CHECKS,
  ],
] as const;
/** As many as a browser asks of one server at a time. */
const AT_ONCE = 6;
const BOUNDS: Bounds = { requests: 64, milliseconds: 30_000 };

export type CheckId = (typeof STEPS)[number][number]['id'];
/** The checks that are named by what they look at, not by the path that they ask. */
export type NamedCheckId = Exclude<CheckId, `/${string}`>;
export type Outcome = { id: CheckId; rule: Rule } & Result;
export type Report = { outcomes: Outcome[]; requests: number; milliseconds: number };
export type Progress = { done: number; all: number };

const ALL = STEPS.flat().length;

async function attempt({ id, rule, run }: Check<CheckId>, context: Context): Promise<Outcome> {
  try {
    await run(context);
    return { id, rule, result: 'passed' };
  } catch (error) {
    if (error instanceof Untried) return { id, rule, result: 'skipped', reason: error.reason };
    if (!(error instanceof Broken)) throw error;
    const { request, finding } = error;
    return { id, rule, result: 'failed', request, finding };
  }
}

/** Every check, in the order of the list, a few at a time. */
async function runStep(
  checks: readonly Check<CheckId>[],
  context: Context,
  onDone: () => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...checks.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, check] = next;
      outcomes[index] = await attempt(check, context);
      onDone();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

type Options = {
  send: Send;
  isOtherSite: boolean;
  /** Stops it; what is not done by then is reported as left out. */
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
  bounds?: Bounds;
};

/** Runs the whole short check; it never rejects for what the backend does. */
export async function runCheck(options: Options): Promise<Report> {
  const { send, isOtherSite, signal, onProgress, bounds = BOUNDS } = options;
  const started = performance.now();
  const asker = createAsker(send, bounds, signal);
  const context: Context = { backend: createBackend(asker), known: {}, isOtherSite };
  const outcomes: Outcome[] = [];
  let done = 0;
  for (const step of STEPS) {
    outcomes.push(
      ...(await runStep(step, context, () => {
        done += 1;
        onProgress?.({ done, all: ALL });
      })),
    );
  }
  return {
    outcomes,
    requests: asker.count(),
    milliseconds: Math.round(performance.now() - started),
  };
}
