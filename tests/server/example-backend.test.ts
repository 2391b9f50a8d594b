import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readEdition } from '#engine/edition/write-record.ts';
import { overHttp, runConformance } from '#conformance/run-conformance.ts';

const FOLDER = 'docs/example-backend';
const BOUNDS = { seed: 3, rounds: 40, maxRequests: 5000, maxSeconds: 200 };

let backend: ChildProcess;
let url = '';

beforeAll(async () => {
  backend = spawn(process.execPath, [`${FOLDER}/backend.mjs`, `${FOLDER}/record`, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(backend, 'exit').then(() => Promise.reject(new Error('It ended at once')));
  const [said] = (await Promise.race([once(backend.stdout!, 'data'), ended])) as [Buffer];
  url = said.toString().trim();
});
afterAll(async () => {
  backend.kill();
  if (backend.exitCode === null && backend.signalCode === null) await once(backend, 'exit');
});

it('the backend of the guide keeps the contract, with the small record of the guide', async () => {
  const { outcomes } = await runConformance({
    send: overHttp(url),
    origin: 'https://app.example',
    ...BOUNDS,
  });
  expect(outcomes.filter(({ result }) => result !== 'passed')).toEqual([]);
});

it('the small record of the guide is an edition that the importer takes whole', async () => {
  const { errors } = await readEdition(`${FOLDER}/record`);
  expect(errors).toEqual([]);
});

it('nothing of the example is shared with the app, and it needs no package', async () => {
  for (const name of (await readdir(FOLDER)).filter((one) => one.endsWith('.mjs'))) {
    const text = await readFile(`${FOLDER}/${name}`, 'utf8');
    for (const [, from] of text.matchAll(/ from '([^']+)'/g)) expect(from).toMatch(/^(node:|\.\/)/);
  }
});
