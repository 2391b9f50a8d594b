/**
 * The whole check, cheapest stages first, some beside each other: a line of progress per stage, all output of a stage that
 * fails, and the sum alone on the last line. `--quick` leaves out the built app and the database.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readOptions } from '#engine/reading/read-options.ts';
import { findBrowser } from './browser/find-browser.ts';

interface Stage {
  name: string;
  command: string;
  /** A Vitest stage counts its tests; any other counts as one. */
  project?: string[];
  isSlow?: boolean;
}
interface Outcome {
  passed: number;
  failed: number;
  /** Left out, with a reason that the tests themselves print. */
  skipped: number;
  /** Tests that passed when they were run once more, each with what it said at first. */
  secondTries: string[];
}
/** What is read of Vitest's report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** The stages that need a browser. */
const IN_BROWSER = new Set(['components', 'e2e']);

/** One group after the other; those of a group beside each other, as each leaves the processor idle for a part of its time. */
const STAGES: Stage[][] = [
  [
    { name: 'types', command: 'tsc --noEmit' },
    { name: 'lint', command: 'oxlint --type-aware --deny-warnings' },
    { name: 'format', command: 'oxfmt --check' },
    { name: 'contract document', command: 'redocly lint public/openapi.yaml' },
  ],
  [
    {
      name: 'units, contract and architecture',
      command: 'vitest run',
      project: ['unit', 'contract', 'architecture'],
    },
    { name: 'components in a browser', command: 'vitest run', project: ['components'] },
  ],
  [
    { name: 'reference backend', command: 'vitest run', project: ['server'], isSlow: true },
    { name: 'build', command: 'vite build', isSlow: true },
  ],
  [{ name: 'browser and accessibility', command: 'vitest run', project: ['e2e'], isSlow: true }],
];

function run(command: string, environment: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const [program = '', ...args] = command.split(' ');
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function findSecondTries({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages: [first = ''] }) => {
        const [said] = first.split('\n');
        return `${path.relative('.', name)}: ${fullName} (${said})`;
      }),
  );
}

const failure = (): Outcome => ({ passed: 0, failed: 1, skipped: 0, secondTries: [] });

/** Vitest's own count; a run that broke before it counted is one failure. */
async function countTests(file: string, code: number): Promise<Outcome> {
  try {
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    const failed = report.numFailedTests;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests,
      secondTries: findSecondTries(report),
    };
  } catch {
    return failure();
  }
}

const inWords = ({ passed, failed, skipped }: Outcome) =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;

async function runStage(stage: Stage, folder: string, environment: NodeJS.ProcessEnv) {
  const report = path.join(folder, `${stage.name}.json`.replaceAll(' ', '-'));
  const projects = stage.project?.map((name) => ` --project=${name}`).join('') ?? '';
  const reporters = stage.project
    ? ` --reporter=default --reporter=json --outputFile.json=${report}`
    : '';
  const started = performance.now();
  const { code, output } = await run(`${stage.command}${projects}${reporters}`, environment);
  const outcome = stage.project
    ? await countTests(report, code)
    : { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0, secondTries: [] };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isGood = outcome.failed === 0;
  if (!isGood) console.log(output);
  const counts = stage.project ? `, ${inWords(outcome)}` : '';
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${stage.name} (${seconds} s${counts})`);
  // Said by the tests themselves.
  for (const line of new Set(output.match(/^(left out|pictures): .+$/gm)))
    console.log(`       ${line}`);
  return outcome;
}

/** The stage's outcome; that of one that cannot be run, with the reason said. */
async function tryStage(
  stage: Stage,
  folder: string,
  environment: NodeJS.ProcessEnv,
  isBuilt: boolean,
): Promise<Outcome> {
  const refuse = (reason: string) => {
    console.log(`FAILED ${stage.name} (${reason})`);
    return failure();
  };
  if (stage.project?.includes('e2e') === true && !isBuilt)
    return refuse('there is no built app to look at');
  if (stage.project?.some((name) => IN_BROWSER.has(name)) !== true)
    return runStage(stage, folder, environment);
  try {
    environment.COMMUNIQUE_BROWSER = await findBrowser();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'no browser');
  }
  return runStage(stage, folder, environment);
}

async function main() {
  // Read first: whoever asks what there is to ask for should not wait for all of it.
  const { values } = readOptions(
    { options: { quick: { type: 'boolean', default: false } } },
    'Usage: npm test, or npm run check for the same with --quick',
  );
  const isQuick = values.quick;
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-test-'));
  const environment: NodeJS.ProcessEnv = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const sum: Outcome = { passed: 0, failed: 0, skipped: 0, secondTries: [] };
  let isBuilt = true;
  for (const group of STAGES) {
    const chosen = group.filter(({ isSlow }) => !(isQuick && isSlow));
    await Promise.all(
      chosen.map(async (stage) => {
        const outcome = await tryStage(stage, folder, environment, isBuilt);
        if (stage.name === 'build') isBuilt = outcome.failed === 0;
        sum.passed += outcome.passed;
        sum.failed += outcome.failed;
        sum.skipped += outcome.skipped;
        sum.secondTries.push(...outcome.secondTries);
      }),
    );
  }
  await rm(folder, { recursive: true });
  if (sum.secondTries.length > 0)
    console.log(
      [`${sum.secondTries.length} at the second try:`, ...sum.secondTries].join('\n       '),
    );
  console.log(inWords(sum));
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

await main();
