/**
 * What a choice on the fields page makes React draw, in a real browser on the built app: components drawn and commits per
 * choice, as React tells its profiler, and the time from the press to the last of these commits, plain and with the
 * processor slowed down four times. Give two builds to compare them in turn, in one run on one machine:
 * `npm run bench -- drawn --dist ../before/dist --dist dist`.
 */
import type { Browser, Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';

import { readRecord } from '#mocks/read-record.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { filterWalk, type Choice } from './filter-walk.ts';
import { percentile } from './percentiles.ts';

const CHOICES = 30;
/** So long after a commit no other has to be expected. */
const REST_MS = 400;
const SLOWDOWNS = [1, 4] as const;

interface Drawn {
  components: number;
  commits: number;
  /** From the press to the last commit, in milliseconds. */
  settled: number;
}

/** Stands where React's developer tools do and counts, in each commit, the components that were called for it. */
function countDrawn() {
  interface Fiber {
    tag: number;
    flags: number;
    child: Fiber | null;
    sibling: Fiber | null;
    alternate: Fiber | null;
  }
  const told = { components: 0, commits: 0, last: 0 };
  /** Functions, classes, forwarded references and both kinds of memo, as React numbers them. */
  const components = new Set([0, 1, 11, 14, 15]);
  const PERFORMED_WORK = 1;
  const count = (fiber: Fiber, before: Fiber | null) => {
    const isDrawn = before === null || (fiber.flags & PERFORMED_WORK) !== 0;
    if (isDrawn && components.has(fiber.tag)) told.components += 1;
    // The same children stand for a part that was passed by.
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling)
      count(child, child.alternate);
  };
  Object.assign(globalThis, {
    drawn: told,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onCommitFiberRoot: (_id: number, root: { current: Fiber }) => {
        told.commits += 1;
        told.last = performance.now();
        count(root.current, root.current.alternate);
      },
    },
  });
}

async function choose(page: Page, { label }: Choice): Promise<Drawn> {
  return page.evaluate(
    async ([name, restMs]) => {
      const told = Reflect.get(globalThis, 'drawn') as {
        components: number;
        commits: number;
        last: number;
      };
      const boxes = [...document.querySelectorAll('search label')];
      const pressed = boxes.find((one) => one.children[1]?.textContent === name);
      Object.assign(told, { components: 0, commits: 0, last: 0 });
      const started = performance.now();
      pressed?.querySelector('input')?.click();
      do await new Promise((resolve) => setTimeout(resolve, restMs / 4));
      while (told.last === 0 || performance.now() - told.last < restMs);
      const { components, commits, last } = told;
      return { components, commits, settled: last - started };
    },
    [label, REST_MS] as const,
  );
}

async function measure(
  browser: Browser,
  url: string,
  choices: readonly Choice[],
  slowdown: number,
) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(countDrawn);
  await page.goto(`${url}/fields`);
  await page.locator('search input[type="checkbox"]').first().waitFor();
  await page.waitForLoadState('networkidle');
  const debug = await context.newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const drawn: Drawn[] = [];
  for (const choice of choices) drawn.push(await choose(page, choice));
  await context.close();
  return drawn;
}

function report(name: string, slowdown: number, drawn: readonly Drawn[]) {
  const of = (key: keyof Drawn) => {
    const values = drawn.map((one) => one[key]);
    return [0.5, 0.95, 1].map((part) => percentile(values, part).toFixed(0)).join(' / ');
  };
  console.log(
    `${name}, processor slowed ${slowdown}x: components ${of('components')}, commits ${of('commits')}, last change after ${of('settled')} ms (median / 95th percentile / maximum of ${drawn.length} choices)`,
  );
}

const serve = (outDir: string) =>
  preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });

function urlOf({ httpServer }: PreviewServer): string {
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  return `http://127.0.0.1:${address.port}`;
}

/** @param rounds how often each build is measured, in turn with the others */
export async function benchDrawn(folders: readonly string[] = ['dist'], rounds = 3): Promise<void> {
  const builds = await Promise.all(
    folders.map(async (folder) => ({ folder, server: await serve(folder) })),
  );
  const browser = await launchBrowser();
  const choices = await filterWalk(await readRecord(), CHOICES);
  for (const slowdown of SLOWDOWNS) {
    const all = builds.map((): Drawn[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { server }] of builds.entries())
        all[index]?.push(...(await measure(browser, urlOf(server), choices, slowdown)));
    for (const [index, { folder }] of builds.entries()) report(folder, slowdown, all[index] ?? []);
  }
  await browser.close();
  await Promise.all(builds.map(({ server }) => server.close()));
}
