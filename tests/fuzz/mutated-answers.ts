import type { BrowserContext } from 'playwright-core';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createRandom } from '#src/lib/random.ts';
import { follow, settled } from '#tests/browser/settled.ts';
import { spoiled, startFaultyProxy } from '#tests/e2e/faulty-proxy.ts';
import { ROUTES, withParameter } from '#tests/e2e/routes.ts';
import { serveAppFor } from '#tests/e2e/serve-app-for.ts';
import { mutateAnswer } from './mutate-answer.ts';
import { watch } from './watch.ts';

/** A view is loaded anew so often; between, the app goes from view to view and keeps what it has. */
const STEPS_OF_A_LOAD = 6;

export interface Fuzzed {
  answers: number;
  complaints: string[];
}

/**
 * Shows the views on answers that were changed at random until so many were changed, and says what went wrong, each with
 * the step and the address; the same seed asks for the same views.
 */
export async function tryMutatedAnswers(
  context: BrowserContext,
  { seed, answers }: { seed: number; answers: number },
): Promise<Fuzzed> {
  const random = createRandom(seed);
  const backend = await startMockServer({
    record: await readRecord(),
    scenario: 'record',
    port: 0,
  });
  const proxy = await startFaultyProxy(backend.baseUrl);
  const app = await serveAppFor(proxy.baseUrl);
  const changes = createRandom(seed + 1);
  const done = { answers: 0 };
  const mutated = spoiled((text) => {
    done.answers += 1;
    return JSON.stringify(mutateAnswer(JSON.parse(text), changes));
  });
  const page = await context.newPage();
  const watched = await watch(page);
  for (let step = 0; done.answers < answers; step += 1) {
    const route = random.pick(ROUTES);
    const day = `${2000 + Math.floor(random.next() * 27)}-${random.pick(['01-15', '06-30', '12-31'])}`;
    const address = app.origin + withParameter(route, `asOf=${day}`);
    const isAnew = step % STEPS_OF_A_LOAD === 0;
    // Now and then all is well at the start, so that there is a frame for the parts that fail.
    const isWell = isAnew && random.next() < 0.7;
    proxy.spoil(() => (isWell || changes.next() < 0.5 ? null : mutated));
    watched.at(`step ${step}, ${address}`);
    if (isAnew) {
      await page.goto(address);
      await settled(page);
    } else await follow(page, address);
    await watched.look();
  }
  await page.close();
  await app.close();
  await proxy.close();
  await backend.close();
  return { ...done, complaints: watched.complaints };
}
