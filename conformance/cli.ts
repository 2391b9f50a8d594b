/** `npm run conformance -- --url http://host:port/api/v1`: does a backend keep the contract? */
import { writeFile } from 'node:fs/promises';

import { readOptions } from '#engine/reading/read-options.ts';
import { writeRefusal } from '#engine/reading/system-refusal.ts';
import { createProgress } from '#engine/record/progress.ts';
import { countResults, formatOutcome, toJunit } from './format-report.ts';
import { overHttp, runConformance } from './run-conformance.ts';

const USAGE =
  'Usage: npm run conformance -- --url http://host:port/api/v1 [--seed 1] [--rounds 40] [--requests 5000] [--seconds 300] [--junit FILE] [--first] [--origin https://app.example] [--allow-left-out]';

const { values } = readOptions(
  {
    options: {
      url: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '40' },
      requests: { type: 'string', default: '5000' },
      seconds: { type: 'string', default: '300' },
      junit: { type: 'string' },
      /** Stops at the first failure, which is the one to mend first. */
      first: { type: 'boolean', default: false },
      /** An origin whose pages have to be able to read the answers. */
      origin: { type: 'string' },
      /** Ends with 0 also if checks were left out for want of time or requests. */
      'allow-left-out': { type: 'boolean', default: false },
    },
  },
  USAGE,
);
const NUMBERS = ['seed', 'rounds', 'requests', 'seconds'] as const;
const [seed = 1, rounds = 40, maxRequests = 5000, maxSeconds = 300] = NUMBERS.map((name) =>
  Number(values[name]),
);

/** Writes the report, or says why it cannot be written. */
async function writeReport(file: string, text: string, flag: 'a' | 'w'): Promise<string | null> {
  try {
    await writeFile(file, text, { flag });
    return null;
  } catch (error) {
    return writeRefusal(`--junit ${file}`, error);
  }
}

/** What is wrong with the options, the usage last; null where nothing is. */
async function optionFault({ url, junit }: typeof values): Promise<string | null> {
  if (url === undefined) return USAGE;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return `--url needs an address that begins with http:// or https://, not "${url}"\n${USAGE}`;
  const odd = NUMBERS.find((name) => !/^\d{1,15}$/.test(values[name]));
  if (odd !== undefined) return `--${odd} needs a whole number, not "${values[odd]}"\n${USAGE}`;
  // Tried before the first request: a run takes minutes, and would be lost with its report.
  return junit === undefined ? null : writeReport(junit, '', 'a');
}

async function run(url: string): Promise<void> {
  const { progress, end } = createProgress();
  const { outcomes, requests } = await runConformance({
    send: overHttp(url),
    seed,
    rounds,
    maxRequests,
    maxSeconds,
    stopsAtFailure: values.first,
    origin: values.origin,
    progress,
    onOutcome: (outcome) => {
      end();
      console.log(formatOutcome(outcome));
    },
  });
  end();
  const unwritten =
    values.junit === undefined ? null : await writeReport(values.junit, toJunit(outcomes), 'w');
  const failed = countResults(outcomes, 'failed');
  const [passed, skipped] = [countResults(outcomes, 'passed'), countResults(outcomes, 'skipped')];
  console.log(`\nSeed ${seed}, ${requests} requests.`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  const leftOut = outcomes.filter(
    (one) => one.result === 'skipped' && one.reason === 'bounds',
  ).length;
  const isUnfinished = leftOut > 0 && !values['allow-left-out'];
  if (isUnfinished)
    console.log(`${leftOut} left out for want of time or requests: this says nothing of them.`);
  if (unwritten !== null) console.error(unwritten);
  process.exitCode = failed === 0 && !isUnfinished && unwritten === null ? 0 : 1;
}

const fault = await optionFault(values);
if (fault !== null || values.url === undefined) {
  console.error(fault);
  process.exitCode = 2;
} else await run(values.url);
