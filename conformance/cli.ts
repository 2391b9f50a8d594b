/** `npm run conformance -- --url http://host:port/api/v1`: does a backend keep the contract? */
import { writeFile } from 'node:fs/promises';

import { readOptions } from '#engine/reading/read-options.ts';
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
const numbers = [values.seed, values.rounds, values.requests, values.seconds].map(Number);
const [seed = 1, rounds = 40, maxRequests = 5000, maxSeconds = 300] = numbers;

if (values.url === undefined || !URL.canParse(values.url) || !numbers.every(Number.isSafeInteger)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { progress, end } = createProgress();
  const { outcomes, requests } = await runConformance({
    send: overHttp(values.url),
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
  if (values.junit !== undefined) await writeFile(values.junit, toJunit(outcomes));
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
  process.exitCode = failed === 0 && !isUnfinished ? 0 : 1;
}
