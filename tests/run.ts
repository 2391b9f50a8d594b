/**
 * The whole check, cheapest stage first, and those that only read the sources beside each other: a line of progress per
 * stage, all output of a stage that fails, and the sum alone on the last line. `--quick` leaves out the built app and the
 * database.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

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

const STAGES: Stage[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'contract document', command: 'redocly lint public/openapi.yaml' },
  {
    name: 'units, contract and architecture',
    command: 'vitest run',
    project: ['unit', 'contract', 'architecture'],
  },
  { name: 'components in a browser', command: 'vitest run', project: ['components'] },
  { name: 'reference backend', command: 'vitest run', project: ['server'], isSlow: true },
  { name: 'build', command: 'vite build', isSlow: true },
  { name: 'browser and accessibility', command: 'vitest run', project: ['e2e'], isSlow: true },
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
    return { passed: 0, failed: 1, skipped: 0, secondTries: [] };
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

async function main() {
  const isQuick = process.argv.includes('--quick');
  const folder = await mkdtemp(path.join(tmpdir(), 'communique-test-'));
  const environment: NodeJS.ProcessEnv = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const sum: Outcome = { passed: 0, failed: 0, skipped: 0, secondTries: [] };
  let isBuilt = true;
  const add = ({ passed, failed, skipped, secondTries }: Outcome) => {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.secondTries.push(...secondTries);
  };
  const reading = STAGES.filter(({ project, isSlow }) => !project && !isSlow);
  await Promise.all(reading.map(async (stage) => add(await runStage(stage, folder, environment))));
  for (const stage of STAGES) {
    if (reading.includes(stage) || (isQuick && stage.isSlow)) continue;
    if (stage.project?.includes('e2e') === true && !isBuilt) {
      console.log(`FAILED ${stage.name} (there is no built app to look at)`);
      sum.failed += 1;
      continue;
    }
    if (stage.project?.some((name) => IN_BROWSER.has(name))) {
      try {
        environment.COMMUNIQUE_BROWSER = await findBrowser();
      } catch (error) {
        console.log(
          `FAILED ${stage.name} (${error instanceof Error ? error.message : 'no browser'})`,
        );
        sum.failed += 1;
        continue;
      }
    }
    const outcome = await runStage(stage, folder, environment);
    if (stage.name === 'build') isBuilt = outcome.failed === 0;
    add(outcome);
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
