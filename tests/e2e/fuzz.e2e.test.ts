import { expect, inject, it } from 'vitest';

import { tryMutatedAnswers } from '#tests/fuzz/mutated-answers.ts';
import { tryRandomUse } from '#tests/fuzz/random-use.ts';
import { newContext } from './app-test.ts';

/** Printed, so that a failure can be had again: `npm run bench -- fuzz --seed 7` goes on from it. */
const SEED = 7;

it('no page goes white, throws or says nonsense over answers that were changed at random', async () => {
  const context = await newContext();
  const { answers, complaints } = await tryMutatedAnswers(context, { seed: SEED, answers: 60 });
  console.info(`${answers} answers changed, seed ${SEED}`);
  await context.close();
  expect(complaints).toEqual([]);
}, 480_000);

it('nor over whatever a reader, a browser and its extensions do', async () => {
  const context = await newContext();
  const complaints = await tryRandomUse(context, {
    origin: inject('appUrl'),
    seed: SEED,
    steps: 40,
  });
  console.info(`40 steps, seed ${SEED}`);
  await context.close();
  expect(complaints).toEqual([]);
}, 480_000);
