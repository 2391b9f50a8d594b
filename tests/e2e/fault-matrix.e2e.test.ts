/**
 * Every request of the contract x every fault x the views that use it, in a real browser against a real HTTP server with a
 * faulty proxy before it: what is said, what stands, how it recovers. Which view uses which request is measured, not
 * listed. A request meets some of the faults, in turn, each on one of its views, so that every view and every fault is met by
 * several; with FAULTS=all in the environment each request meets every fault on every one of its views.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startMockServer, type MockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { ApiErrorKind } from '#src/api/errors.ts';
import { settled } from '#tests/browser/settled.ts';
import { newContext } from './app-test.ts';
import { FAULT_NAMES, FAULTS, startFaultyProxy, type FaultName } from './faulty-proxy.ts';
import { ROUTES } from './routes.ts';
import { serveAppFor } from './serve-app-for.ts';

const VIEWS = ROUTES.filter((route) => route !== '/no-such-page');
/** Most of a try is waiting for the app to ask again, so several go on at once, each with a proxy of its own. */
const AT_ONCE = 6;
const TRY_AGAIN_AT_MOST = 9;
/** Of the faults, every so many is tried on a request: no divisor of their number, so that each is tried. */
const EVERY = 3;
/** A busy machine is slow, not wrong. */
const LATEST_MS = 60_000;
/** The same for one press; a button that goes meanwhile, since the app asks by itself, is waited for as long. */
const PRESS_MS = 15_000;
/** What the app says, by the kind that it takes a fault for; in words of the catalogue. */
const SAID = {
  network: /The backend did not answer/,
  offline: /You are offline/,
  timeout: /The backend does not answer in time/,
  cut: /The answer broke off/,
  'not-found': /This is not in the record/,
  server: /The backend failed/,
  busy: /The backend was asked too often/,
  'signed-out': /You are not signed in/,
  denied: /The backend does not let this page in/,
  refused: /The backend refused the question/,
  elsewhere: /There is no backend at this address/,
  'not-json': /The answer is not data/,
  contract: /The answer does not keep the contract/,
} as const satisfies Record<ApiErrorKind, RegExp>;

interface Try {
  view: string;
  path: string;
  fault: FaultName;
}

let backend: MockServer;

beforeAll(async () => {
  backend = await startMockServer({ record: await readRecord(), scenario: 'record', port: 0 });
});
afterAll(() => backend.close());

/** A page of the app behind a faulty proxy of its own. */
async function openStand() {
  const proxy = await startFaultyProxy(backend.baseUrl);
  const app = await serveAppFor(proxy.baseUrl);
  const context = await newContext();
  const page = await context.newPage();
  const close = async () => {
    await context.close();
    await app.close();
    await proxy.close();
  };
  return { proxy, app, page, close };
}
type Stand = Awaited<ReturnType<typeof openStand>>;

/** Waits until the page has each of its parts or a word about it, and reads it. */
async function read(page: Page): Promise<string> {
  await settled(page);
  return page.getByRole('main').innerText();
}

/** Presses "Try again" as long as there is one; what the app asks for by itself has none any more. */
async function pressTryAgain(page: Page): Promise<void> {
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
  for (let presses = 0; presses < TRY_AGAIN_AT_MOST && (await again.count()) > 0; presses += 1)
    await again
      .first()
      .click({ timeout: PRESS_MS })
      .catch(() => undefined);
}

/** What is wrong with how the page takes a fault; nothing if all is well. */
async function complaintsOf({ proxy, app, page }: Stand, { view, path, fault }: Try) {
  const complaints: string[] = [];
  const note = (error: Error) => complaints.push(`throws ${error.message}`);
  page.on('pageerror', note);
  const kind: ApiErrorKind | null = FAULTS[fault].kind;
  proxy.spoil((asked) => (asked === path ? FAULTS[fault].send : null));
  await page.goto(`${app.origin}${view}`);
  await read(page);
  await expect
    .poll(() => page.locator('h1').count())
    .toBe(1)
    .catch(() => complaints.push('has no heading'));
  // A part beside the main one may still be asking once more before it says that it failed.
  if (kind === null) {
    if ((await page.getByRole('alert').count()) > 0) complaints.push('complains');
  } else
    await page
      .getByRole('main')
      .getByText(SAID[kind])
      .first()
      .waitFor({ timeout: LATEST_MS })
      .catch(() => complaints.push(`does not say ${SAID[kind].source}`));
  proxy.spoil(() => null);
  await pressTryAgain(page);
  const isTold = async () => {
    const after = await read(page);
    return Object.values(SAID).some((said) => said.test(after));
  };
  await expect
    .poll(isTold)
    .toBe(false)
    .catch(() => complaints.push('does not recover'));
  page.off('pageerror', note);
  return complaints.map((text) => `${view}, ${path}, ${fault}: ${text}`);
}

/** Which views ask for which path of the contract. */
async function measureUse({ proxy, app, page }: Stand): Promise<Map<string, string[]>> {
  const users = new Map<string, string[]>();
  for (const view of VIEWS) {
    proxy.asked();
    await page.goto(`${app.origin}${view}`);
    await read(page);
    for (const path of proxy.asked()) users.set(path, [...(users.get(path) ?? []), view]);
  }
  return users;
}

it('tells every fault of every request on the views that use it, keeps the rest, and recovers', async () => {
  const stands = await Promise.all(Array.from({ length: AT_ONCE }, openStand));
  const [first] = stands;
  if (first === undefined) throw new Error('There is no page to try on');
  const users = await measureUse(first);
  expect(users.size).toBeGreaterThan(10);
  const isWhole = process.env.FAULTS === 'all';
  const tries = [...users].flatMap(([path, views], at) =>
    FAULT_NAMES.flatMap((fault, index) => {
      if (isWhole) return views.map((view) => ({ view, path, fault }));
      const isTurn = index % EVERY === at % EVERY;
      return isTurn ? [{ view: views[index % views.length] ?? '/', path, fault }] : [];
    }),
  );
  const left = [...tries];
  const complaints: string[] = [];
  await Promise.all(
    stands.map(async (stand) => {
      for (let next = left.pop(); next !== undefined; next = left.pop())
        complaints.push(...(await complaintsOf(stand, next)));
      await stand.close();
    }),
  );
  console.info(`${tries.length} faults tried, on ${users.size} requests`);
  expect(complaints).toEqual([]);
}, 1_200_000);
