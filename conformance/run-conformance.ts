import { createRandom } from '#src/lib/random.ts';
import { noProgress, type Progress } from '#engine/record/progress.ts';
import { createAsker } from './asker.ts';
import { type BackendUnderTest, createBackendUnderTest } from './backend-under-test.ts';
import { type Check, type CheckContext, runCheck } from './check.ts';
import { AGREEMENT_CHECKS } from './checks/agreement.ts';
import { COUNT_CHECKS } from './checks/counts.ts';
import { ERROR_CHECKS } from './checks/errors.ts';
import { EVIDENCE_CHECKS } from './checks/evidence.ts';
import { CALENDAR_CHECKS } from './checks/calendar.ts';
import { FILTER_CHECKS } from './checks/filters.ts';
import { CURSOR_CHECKS, LIST_CHECKS } from './checks/lists.ts';
import { SEARCH_CHECKS } from './checks/search.ts';
import { SOURCE_CHECKS } from './checks/sources.ts';
import { TAG_CHECKS } from './checks/tags.ts';
import { CALENDAR_FILE_CHECKS } from './checks/calendar-file.ts';
import { DATE_CHECKS } from './checks/dates.ts';
import { DERIVED_CHECKS } from './checks/derived.ts';
import { ID_CHECKS } from './checks/ids.ts';
import { ORIGIN_CHECKS } from './checks/origins.ts';
import { READING_CHECKS } from './checks/readings.ts';
import { TEXT_CHECKS } from './checks/text.ts';
import { REFERENCE_CHECKS } from './checks/references.ts';
import { readContract } from './contract.ts';
import { Broken, LeftOut, type Outcome, type Rule, Untried } from './outcome.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

/** What others rest on comes first: a list that is not whole would make every count look wrong. */
export const CHECKS: readonly Check[] = [
  ...LIST_CHECKS,
  ...READING_CHECKS,
  ...ID_CHECKS,
  ...REFERENCE_CHECKS,
  ...AGREEMENT_CHECKS,
  ...DERIVED_CHECKS,
  ...EVIDENCE_CHECKS,
  ...FILTER_CHECKS,
  ...TEXT_CHECKS,
  ...DATE_CHECKS,
  ...COUNT_CHECKS,
  ...ERROR_CHECKS,
  ...CURSOR_CHECKS,
  ...TAG_CHECKS,
  ...SEARCH_CHECKS,
  ...CALENDAR_CHECKS,
  ...CALENDAR_FILE_CHECKS,
  ...SOURCE_CHECKS,
  ...ORIGIN_CHECKS,
];

export type ConformanceOptions = {
  url: string;
  seed: number;
  /** Random questions for each check that asks any. */
  rounds: number;
  maxRequests: number;
  maxSeconds: number;
  /** The origin of pages that have to be able to read the answers, if any has to. */
  origin?: string | undefined;
  /** Leaves out what comes after the first failure. */
  stopsAtFailure?: boolean;
  /** The rule whose checks are to come first. */
  firstRule?: Rule;
  onOutcome?: (outcome: Outcome) => void;
  progress?: Progress;
};
export type Report = { outcomes: Outcome[]; requests: number };

type Trial = Pick<Check, 'rule' | 'name'> & { run: () => Promise<void> };

async function attempt({ rule, name, run }: Trial): Promise<Outcome> {
  const started = performance.now();
  const secondsSince = () => (performance.now() - started) / 1000;
  try {
    await run();
    return { rule, name, seconds: secondsSince(), result: 'passed' };
  } catch (error) {
    const seconds = secondsSince();
    if (error instanceof Untried)
      return {
        rule,
        name,
        seconds,
        result: 'skipped',
        reason: error.message,
        isLeftOut: error instanceof LeftOut,
      };
    if (!(error instanceof Broken)) throw error;
    const { request, message } = error;
    return { rule: error.rule, name, seconds, result: 'failed', request, difference: message };
  }
}

/** What rests on an answer of another shape may find nothing where it looks: that was told already. */
async function runOnMisshapen(check: Check, context: CheckContext): Promise<void> {
  try {
    await runCheck(check, context);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Untried(`an answer that this rests on has another shape: ${error.message}`);
  }
}

/** The snapshot, if there is one, and an outcome for the reading: one for each part of another shape, if any is. */
async function readBackend(backend: BackendUnderTest) {
  const faults: { part: string; fault: Broken }[] = [];
  let snapshot = null as Snapshot | null;
  const reading = await attempt({
    rule: 'schema',
    name: 'the whole backend can be read, and every answer has its shape',
    run: async () => {
      snapshot = await takeSnapshot(backend, (part, fault) => faults.push({ part, fault }));
    },
  });
  const misshapen = faults.map(({ part, fault: { request, message, rule } }): Outcome => {
    const name = `${part}: every answer can be read and has its shape`;
    const about = { rule, name, seconds: reading.seconds };
    return { ...about, result: 'failed', request, difference: message };
  });
  const isMisshapen = misshapen.length > 0;
  const isTold = isMisshapen && reading.result === 'passed';
  return { snapshot, outcomes: isTold ? misshapen : [...misshapen, reading], isMisshapen };
}

/** Every check in order; each has random questions of its own, so that one can be run again without the others. */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const {
    url,
    seed,
    rounds,
    maxRequests,
    maxSeconds,
    onOutcome,
    stopsAtFailure,
    firstRule,
    origin,
  } = options;
  const contract = await readContract();
  const { progress = noProgress } = options;
  let running = 'Reading the backend';
  const asker = createAsker(url, {
    requests: maxRequests,
    seconds: maxSeconds,
    onAsk: (requests) => progress(`${running}; requests`, requests, maxRequests),
  });
  const backend = createBackendUnderTest(asker, contract);
  const outcomes: Outcome[] = [];
  const note = (outcome: Outcome) => {
    outcomes.push(outcome);
    onOutcome?.(outcome);
  };
  const { snapshot, outcomes: readings, isMisshapen } = await readBackend(backend);
  for (const outcome of readings) note(outcome);
  const inOrder = [...CHECKS.entries()].toSorted(
    ([, a], [, b]) => Number(b.rule === firstRule) - Number(a.rule === firstRule),
  );
  for (const [position, [index, check]] of inOrder.entries()) {
    running = `Check ${position + 1} of ${inOrder.length}: ${check.name}`;
    if (stopsAtFailure && outcomes.some(({ result }) => result === 'failed')) break;
    const random = createRandom(seed + index);
    note(
      await attempt({
        ...check,
        run: () => {
          if (snapshot === null) throw new LeftOut('the backend could not be read');
          const context: CheckContext = { backend, contract, snapshot, random, rounds, origin };
          return isMisshapen ? runOnMisshapen(check, context) : runCheck(check, context);
        },
      }),
    );
  }
  return { outcomes, requests: asker.count() };
}
