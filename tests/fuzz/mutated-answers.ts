import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BrowserContext } from 'playwright-core';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createRandom, type Random } from '#src/lib/random.ts';
import { follow, settled } from '#tests/browser/settled.ts';
import { ROUTES } from '#tests/e2e/routes.ts';
import { serveAppFor } from '#tests/e2e/serve-app-for.ts';
import { mutateAnswer } from './mutate-answer.ts';
import { watch } from './watch.ts';

/** A view is loaded anew so often; between, the app goes from view to view and keeps what it has. */
const STEPS_OF_A_LOAD = 6;

interface Backend {
  baseUrl: string;
  /** Which answers are changed: each with this chance. */
  spoil: (chance: number) => void;
  spoiled: () => number;
  close: () => Promise<void>;
}

/** A real server whose answers keep the contract's addresses and not always its shapes. */
async function startMutatingBackend(random: Random): Promise<Backend> {
  let chance = 0;
  let count = 0;
  const record = await readRecord();
  const handler = createHandler(record, { baseUrl: 'http://backend.test/api/v1' });
  const answer = async (path: string) => {
    const response = await handler(new Request(`http://backend.test${path}`));
    const isSpoiled = response.ok && random.next() < chance;
    if (!isSpoiled) return { status: response.status, body: await response.text() };
    count += 1;
    return { status: 200, body: JSON.stringify(mutateAnswer(await response.json(), random)) };
  };
  const server = createServer(async (incoming, outgoing) => {
    const { status, body } = await answer(incoming.url ?? '/');
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    outgoing.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/v1`,
    spoil: (next) => (chance = next),
    spoiled: () => count,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

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
  const backend = await startMutatingBackend(createRandom(seed + 1));
  const app = await serveAppFor(backend.baseUrl);
  const page = await context.newPage();
  const watched = await watch(page);
  for (let step = 0; backend.spoiled() < answers; step += 1) {
    const route = random.pick(ROUTES);
    const day = `${2000 + Math.floor(random.next() * 27)}-${random.pick(['01-15', '06-30', '12-31'])}`;
    const address = `${app.origin}${route}${route.includes('?') ? '&' : '?'}asOf=${day}`;
    const isAnew = step % STEPS_OF_A_LOAD === 0;
    // Now and then all is well at the start, so that there is a frame for the parts that fail.
    backend.spoil(isAnew && random.next() < 0.7 ? 0 : 0.5);
    watched.at(`step ${step}, ${address}`);
    if (isAnew) {
      await page.goto(address);
      await settled(page);
    } else await follow(page, address);
    await watched.look();
  }
  await page.close();
  await app.close();
  await backend.close();
  return { answers: backend.spoiled(), complaints: watched.complaints };
}
