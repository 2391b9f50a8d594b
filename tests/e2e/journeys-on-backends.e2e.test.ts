import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newAppPage, newContext, testOn, visitTestOn } from './app-test.ts';
import { DEPLOYMENTS, type Deployment, type DeploymentName } from './journey-backends.ts';
import { describeJourneys } from './journeys.ts';
import { ROUTES } from './routes.ts';

const names = Object.keys(DEPLOYMENTS) as DeploymentName[];
/** One context for each, so that the app's files are fetched and compiled once. */
type Running = Deployment & { context: BrowserContext };
const running = new Map<DeploymentName, Running>();
/** Why a backend could not be had: only PostgreSQL may be missing from a machine. */
let missing = '';
/** Every question that the journeys have put to a backend, below its address. */
const questions = new Set<string>();

beforeAll(async () => {
  for (const name of names) {
    try {
      const deployment = await DEPLOYMENTS[name]();
      running.set(name, { ...deployment, context: await newContext() });
    } catch (error) {
      if (name !== 'the server on PostgreSQL') throw error;
      missing = `PostgreSQL could not be had: ${String(error)}`;
      console.info(`left out: the server on PostgreSQL in the journeys (${missing})`);
    }
  }
});
afterAll(async () => {
  for (const { context, close } of running.values()) {
    await context.close();
    await close();
  }
});

/** A page of the app on a deployment; what it asks the backend is kept. */
async function pageOn(name: DeploymentName) {
  const deployment = running.get(name);
  if (deployment === undefined) throw new Error(`There is no backend: ${name}`);
  const { baseUrl } = deployment;
  const app = await newAppPage(deployment);
  app.page.on('request', (request) => {
    const address = request.url();
    // A cursor is each backend's own: no other could answer it.
    if (address.startsWith(`${baseUrl}/`) && !new URL(address).searchParams.has('cursor'))
      questions.add(address.slice(baseUrl.length));
  });
  return app;
}

async function openOn(name: DeploymentName) {
  const app = await pageOn(name);
  return { app, close: () => app.page.close() };
}

/** The one whose answers the journeys go by. */
const main = (): DeploymentName =>
  missing === '' ? 'the server on PostgreSQL' : 'the server on PGlite';

// On one, for to every question that they ask the others give the same answer, as is held below.
describe('on the server', () => {
  describeJourneys(
    testOn(() => openOn(main())),
    visitTestOn(() => pageOn(main())),
  );
});

describe('the backends of the journeys', () => {
  const appTest = testOn(() => openOn('the mock over HTTP'));

  appTest('serve every route of the app, and the console stays silent', async ({ app }) => {
    await app.open('/');
    for (const address of ROUTES) {
      await app.follow(address);
      expect(await app.page.locator('main h1').count(), address).toBe(1);
      expect(await app.page.getByRole('alert').count(), address).toBe(0);
    }
  });

  it('give the same answers to every question that was asked', async () => {
    expect(questions.size).toBeGreaterThan(30);
    const differing: string[] = [];
    for (const question of questions) {
      const answers = await Promise.all(
        [...running.values()].map(async ({ baseUrl }) => {
          const response = await fetch(`${baseUrl}${question}`);
          // As above.
          const text = (await response.text()).replace(/"nextCursor":"[^"]*"/, '');
          return `${response.status} ${response.headers.get('content-type')} ${text}`;
        }),
      );
      if (new Set(answers).size !== 1) differing.push(question);
    }
    expect(differing).toEqual([]);
  });
});
