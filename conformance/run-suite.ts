import { createRandom } from '#src/lib/random.ts';
import type { Asker } from './asker.ts';
import { createBackendUnderTest } from './backend-under-test.ts';
import { type Check, type CheckContext, runCheck } from './check.ts';
import { AGREEMENT_CHECKS } from './checks/agreement.ts';
import { COUNT_CHECKS } from './checks/counts.ts';
import { ERROR_CHECKS } from './checks/http/errors.ts';
import { EVIDENCE_CHECKS } from './checks/evidence.ts';
import { CALENDAR_CHECKS } from './checks/calendar.ts';
import { FORM_CHECKS } from './checks/forms.ts';
import { FILTER_CHECKS } from './checks/filters.ts';
import { CURSOR_CHECKS } from './checks/cursors.ts';
import { LIST_CHECKS } from './checks/lists.ts';
import { COMPRESSION_CHECKS } from './checks/http/compression.ts';
import { REFUSED_VALUE_CHECKS } from './checks/http/refused-values.ts';
import { SEARCH_CHECKS } from './checks/words/search-matches.ts';
import { SEARCH_ORDER_CHECKS } from './checks/words/search-order.ts';
import { OTHER_TEXT_CHECKS } from './checks/words/other-texts.ts';
import { LETTER_CHECKS } from './checks/words/letters.ts';
import { PAIR_CHECKS } from './checks/pairs.ts';
import { SOURCE_CHOICE_CHECKS } from './checks/source-choices.ts';
import { SOURCE_CHECKS } from './checks/sources.ts';
import { CALENDAR_ITEM_CHECKS } from './checks/calendar-items.ts';
import { FILE_DATE_CHECKS } from './checks/ics/file-dates.ts';
import { FILE_WORD_CHECKS } from './checks/ics/file-words.ts';
import { DATE_CHECKS } from './checks/dates.ts';
import { DERIVED_CHECKS } from './checks/derived.ts';
import { ID_CHECKS } from './checks/ids.ts';
import { ORIGIN_CHECKS } from './checks/http/origins.ts';
import { READING_CHECKS, TAG_CHECKS } from './checks/http/tags.ts';
import { TEXT_CHECKS } from './checks/words/text.ts';
import { SAID_TWICE_CHECKS } from './checks/said-twice.ts';
import { TOLD_TWICE_CHECKS } from './checks/told-twice.ts';
import { TOLD_WHOLE_CHECKS } from './checks/told-whole.ts';
import { REFERENCE_CHECKS } from './checks/references.ts';
import type { Contract } from './contract.ts';
import { Broken, type Outcome, Untried } from './outcome.ts';
import { type Parts, readPart, READERS, toSnapshot } from './snapshot.ts';

/** What others rest on comes first: a list that is not whole would make every count look wrong. */
export const CHECKS: readonly Check[] = [
  ...LIST_CHECKS,
  ...READING_CHECKS,
  ...ID_CHECKS,
  ...REFERENCE_CHECKS,
  ...AGREEMENT_CHECKS,
  ...TOLD_TWICE_CHECKS,
  ...TOLD_WHOLE_CHECKS,
  ...DERIVED_CHECKS,
  ...EVIDENCE_CHECKS,
  ...FORM_CHECKS,
  ...FILTER_CHECKS,
  ...SAID_TWICE_CHECKS,
  ...PAIR_CHECKS,
  ...TEXT_CHECKS,
  ...LETTER_CHECKS,
  ...OTHER_TEXT_CHECKS,
  ...DATE_CHECKS,
  ...COUNT_CHECKS,
  ...ERROR_CHECKS,
  ...REFUSED_VALUE_CHECKS,
  ...CURSOR_CHECKS,
  ...TAG_CHECKS,
  ...COMPRESSION_CHECKS,
  ...SEARCH_CHECKS,
  ...SEARCH_ORDER_CHECKS,
  ...CALENDAR_CHECKS,
  ...CALENDAR_ITEM_CHECKS,
  ...FILE_DATE_CHECKS,
  ...FILE_WORD_CHECKS,
  ...SOURCE_CHECKS,
  ...SOURCE_CHOICE_CHECKS,
  ...ORIGIN_CHECKS,
];

type Trial = Pick<Check, 'id' | 'rule' | 'name'> & { run: () => Promise<void> };

async function attempt({ id, rule, name, run }: Trial): Promise<Outcome> {
  const started = performance.now();
  const about = () => ({
    ...(id !== undefined && { id }),
    rule,
    name,
    seconds: (performance.now() - started) / 1000,
  });
  try {
    await run();
    return { ...about(), result: 'passed' };
  } catch (error) {
    if (error instanceof Untried) {
      const { reason, message } = error;
      return { ...about(), result: 'skipped', reason, detail: message };
    }
    if (!(error instanceof Broken)) throw error;
    const { request, finding } = error;
    return { ...about(), rule: error.rule, result: 'failed', request, finding };
  }
}

/** What rests on an answer of another shape may find nothing where it looks: that was told already. */
async function runOnMisshapen(check: Check, context: CheckContext): Promise<void> {
  try {
    await runCheck(check, context);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    const detail = `an answer that this rests on has another shape: ${error.message}`;
    throw new Untried('needs-other', detail);
  }
}

export type SuiteOptions = {
  asker: Asker;
  contract: Contract;
  /** Those of {@link CHECKS} to make, in the order in which to make them. */
  checks: readonly Check[];
  atOnce: number;
  stopsAtFailure?: boolean;
  onStart?: (step: string) => void;
  /** Told of each outcome, and how many there will be. */
  onOutcome: (outcome: Outcome, all: number) => void;
} & Pick<CheckContext, 'rounds' | 'isShort' | 'isOtherSite' | 'origin'> & { seed: number };

/** Every check in order; each has random questions of its own, so that one can be run again without the others. */
export async function runSuite(options: SuiteOptions): Promise<Outcome[]> {
  const { asker, contract, checks, atOnce, seed, isShort, stopsAtFailure = false } = options;
  const { onStart, onOutcome } = options;
  const backend = createBackendUnderTest(asker, contract);
  const all = READERS.length + checks.length;
  const outcomes: Outcome[] = [];
  const hasFailed = () => outcomes.some((outcome) => outcome?.result === 'failed');
  /** A few at a time, each told as soon as it is known, and all in the order given. */
  const attemptAll = async (trials: readonly Trial[]) => {
    const first = outcomes.length;
    const waiting = [...trials.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, trial] = next;
        onStart?.(`Step ${first + index + 1} of ${all}: ${trial.name}`);
        const outcome = await attempt(trial);
        outcomes[first + index] = outcome;
        onOutcome(outcome, all);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  };
  const parts = {} as Parts;
  await attemptAll(
    READERS.map((reader) => ({
      id: reader.path,
      rule: 'schema',
      name: `${reader.path}: every answer can be read and has its shape`,
      run: () => readPart(backend, reader, parts, isShort),
    })),
  );
  const run = hasFailed() ? runOnMisshapen : runCheck;
  const snapshot = toSnapshot(parts);
  const trials = checks.map((check) => {
    const random = createRandom(seed + CHECKS.indexOf(check));
    const context = { ...options, backend, snapshot, random };
    return { ...check, run: () => run(check, context) };
  });
  if (!stopsAtFailure) await attemptAll(trials);
  else for (const trial of trials) if (!hasFailed()) await attemptAll([trial]);
  return outcomes;
}
