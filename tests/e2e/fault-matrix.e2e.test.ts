/**
 * Every question to the backend x every fault x the views that ask it, in a real browser against a real HTTP server with a
 * faulty proxy before it: what is said, what stands, how it recovers. Only this one question fails, all others are answered,
 * also those to the same path. Which view asks what is measured, not listed. A question meets some of the faults, in turn,
 * one after the other on one of its views, so that every view and every fault is met by several; with FAULTS=all in the
 * environment each question meets every fault on every one of its views.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startMockServer, type MockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { ApiErrorKind } from '#src/api/errors.ts';
import { settled } from '#tests/browser/settled.ts';
import { CLAIMS } from './claims.ts';
import { newContext } from './app-test.ts';
import { FAULT_NAMES, FAULTS, startFaultyProxy, type FaultName } from './faulty-proxy.ts';
import { ROUTES } from './routes.ts';
import { serveAppFor } from './serve-app-for.ts';

/** Beside one address per route, states of a page that ask what its first state does not. */
const VIEWS = [
  ...ROUTES.filter((route) => route !== '/no-such-page'),
  '/fields?chart=heat&open=field:energy,meeting:28',
  '/fields?by=kind&arrange=account',
  '/compare?a=coChair:li-qiang&b=exchangeYear:sports-2022-2023',
];
/** Most of a try is waiting for the app to ask again, so several go on at once, each with a proxy of its own. */
const AT_ONCE = 6;
const TRY_AGAIN_AT_MOST = 9;
/** Of the faults, every so many is tried on a question. */
const EVERY = 9;
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

/** One visit of a view, whose question fails in one way after the other each time that it is asked again. */
interface Visit {
  view: string;
  question: string;
  faults: FaultName[];
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

/** What is no claim about what was not answered: that there is no backend, and what an entry says of itself. */
const NO_CLAIM = /^There is no backend at this address$|(^|\s)No source on record$/;

/** What a text says that is not on record. */
const claimsIn = (text: string) =>
  text.split('\n').filter((line) => CLAIMS.test(line) && !NO_CLAIM.test(line));

/** Waits until the page has each of its parts or a word about it, and reads it. */
async function read(page: Page): Promise<string> {
  await settled(page);
  return page.getByRole('main').innerText();
}

/** Waits until the page says something. A locator looks in every frame, which six pages at once have no time for. */
function says(page: Page, words: RegExp): Promise<boolean> {
  return page.evaluate(
    async ([source, latest]) => {
      const isSaid = () => new RegExp(source).test(document.querySelector('main')?.innerText ?? '');
      const end = performance.now() + latest;
      while (!isSaid() && performance.now() < end)
        await new Promise((resolve) => {
          setTimeout(resolve, 200);
        });
      return isSaid();
    },
    [words.source, LATEST_MS] as const,
  );
}

const tryAgain = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Try again' });

/** Presses "Try again" as long as there is one, or it is enough; what the app asks for by itself has none any more. */
async function pressTryAgain(page: Page, isEnough = () => false): Promise<void> {
  for (let presses = 0; presses < TRY_AGAIN_AT_MOST && !isEnough(); presses += 1) {
    if ((await tryAgain(page).count()) === 0) return;
    await tryAgain(page)
      .first()
      .click({ timeout: PRESS_MS })
      .catch(() => undefined);
  }
}

/** Has the question asked: by a press where the page offers one, and by a visit anew where it does not. */
async function ask({ proxy, app, page }: Stand, { view, question }: Visit, isFirst: boolean) {
  proxy.asked();
  if (isFirst || (await tryAgain(page).count()) === 0) {
    await page.goto(`${app.origin}${view}`);
    return;
  }
  await pressTryAgain(page, () => proxy.hasAsked(question));
  await expect.poll(() => proxy.hasAsked(question)).toBe(true);
}

/** What is wrong with how the page takes one fault. */
async function complaintsAbout(page: Page, fault: FaultName, known: ReadonlySet<string>) {
  const complaints: string[] = [];
  const kind: ApiErrorKind | null = FAULTS[fault].kind;
  if (!(await settled(page))) complaints.push('waits without an end');
  await expect
    .poll(() => page.locator('h1').count())
    .toBe(1)
    .catch(() => complaints.push('has no heading'));
  // A part beside the main one may still be asking once more before it says that it failed.
  if (kind === null) {
    if ((await page.getByRole('alert').count()) > 0) complaints.push('complains');
  } else if (!(await says(page, SAID[kind]))) complaints.push(`does not say ${SAID[kind].source}`);
  const claims = claimsIn(await read(page)).filter((claim) => !known.has(claim));
  return [...complaints, ...claims.map((claim) => `says "${claim}"`)];
}

/** What is wrong with how the page takes the faults, one after the other, and their end; nothing if all is well. */
async function complaintsOf(stand: Stand, visit: Visit, known: ReadonlySet<string>) {
  const { proxy, page } = stand;
  const { view, question, faults } = visit;
  const complaints: string[] = [];
  const note = (error: Error) => complaints.push(`throws ${error.message}`);
  page.on('pageerror', note);
  for (const [index, fault] of faults.entries()) {
    proxy.spoil((asked) => (asked === question ? FAULTS[fault].send : null));
    await ask(stand, visit, index === 0);
    let found = await complaintsAbout(page, fault, known);
    // What was on its way still may have met the fault before, or both: then it is asked once more.
    if (found.length > 0 && index > 0) {
      await ask(stand, visit, false);
      found = await complaintsAbout(page, fault, known);
    }
    complaints.push(...found.map((text) => `${fault}: ${text}`));
  }
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
  return complaints.map((text) => `${view}, ${question}, ${faults.join(', ')}: ${text}`);
}

interface Use {
  /** The views that ask a question, by the question. */
  views: Map<string, string[]>;
  /** What the views say that is not there, when they have every answer. */
  claims: Set<string>;
}

async function measureUse({ proxy, app, page }: Stand): Promise<Use> {
  const views: Use['views'] = new Map();
  const claims: Use['claims'] = new Set();
  for (const view of VIEWS) {
    // What the view before still asks for is not this one's.
    await page.goto('about:blank');
    proxy.asked();
    await page.goto(`${app.origin}${view}`);
    for (const claim of claimsIn(await read(page))) claims.add(claim);
    for (const question of proxy.asked())
      views.set(question, [...(views.get(question) ?? []), view]);
  }
  return { views, claims };
}

it('tells every fault of every question on the views that ask it, keeps the rest, claims nothing, and recovers', async () => {
  const stands = await Promise.all(Array.from({ length: AT_ONCE }, openStand));
  const [first] = stands;
  if (first === undefined) throw new Error('There is no page to try on');
  const { views: users, claims } = await measureUse(first);
  expect(users.size).toBeGreaterThan(20);
  const isWhole = process.env.FAULTS === 'all';
  const visits = [...users].flatMap(([question, views], at): Visit[] => {
    const turn = FAULT_NAMES.filter((_, index) => isWhole || index % EVERY === at % EVERY);
    // What comes all the same is asked no more.
    const isTaken = (fault: FaultName) => FAULTS[fault].kind === null;
    const [taken, told] = [turn.filter(isTaken), turn.filter((fault) => !isTaken(fault))];
    // So that each is also met at once, and not only by who asks again.
    if (Math.floor(at / EVERY) % 2 === 1) told.reverse();
    return (isWhole ? views : [views[at % views.length] ?? '/']).flatMap((view) => [
      ...taken.map((fault) => ({ view, question, faults: [fault] })),
      { view, question, faults: told },
    ]);
  });
  const left = [...visits];
  const complaints: string[] = [];
  await Promise.all(
    stands.map(async (stand) => {
      for (let next = left.pop(); next !== undefined; next = left.pop())
        complaints.push(...(await complaintsOf(stand, next, claims)));
      await stand.close();
    }),
  );
  const tried = visits.reduce((sum, { faults }) => sum + faults.length, 0);
  console.info(`${tried} faults tried in ${visits.length} visits, on ${users.size} questions`);
  expect(complaints).toEqual([]);
}, 1_200_000);
