/**
 * What the page holds after a long time of use by chance, beside what it held when it had been used so for a while: the
 * heap without the browser's own compiled script, nodes and listeners, each after a collection of garbage and after the
 * time for which answers are kept. Fails where one of them is more than 1.2 times as many.
 * The start is taken after a warm-up, since what is fetched once stays for good: the text of late parts, forms of charts
 * and dialogs, the words of three languages, and the 140 events to which React listens on the body from the first dialog on.
 * Run with `npm run bench -- soak --minutes 30 --seed 1` after `npm run build`.
 */
import type { CDPSession, Page } from 'playwright-core';

import { createRandom } from '#src/lib/random.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { follow } from '#tests/browser/settled.ts';
import { ROUTES } from '#tests/e2e/routes.ts';
import { serveFolder } from '#tests/e2e/serve-folder.ts';
import { countHeld, type Held } from '#tests/fuzz/held.ts';
import { randomReader } from '#tests/fuzz/random-reader.ts';
import { heapSize } from './heap-size.ts';

const MINUTE_MS = 60_000;
/** Longer than answers are kept that no view asks for. */
const REST_MS = 5.2 * MINUTE_MS;
const PAUSE_MS = 20;
const AT_MOST = 1.2;
/** Steps of the warm-up. In 500 of them all of the above had come; the next 500 added 0.2 MB, of the browser's own. */
const WARM_UP_STEPS = 600;
/** Another scenario begins with a page of its own. */
const DEMO = 'header [class*="demo" i]';

/** Leaves every view for one that needs little, and counts what is still held. */
async function atRest(page: Page, debug: CDPSession, origin: string): Promise<Held> {
  for (let dialogs = 0; dialogs < 3; dialogs += 1) await page.keyboard.press('Escape');
  // In English, at one width: what is held must not differ by what is shown.
  await page.setViewportSize({ width: 1440, height: 900 });
  await follow(page, `${origin}/about?lang=en`);
  await page.waitForTimeout(REST_MS);
  const { rest: heap } = await heapSize(debug);
  return { ...(await countHeld(debug)), heap };
}

/** Uses the app for so many minutes and compares. */
export async function benchSoak({ minutes = 30, seed = 1 }): Promise<void> {
  const { origin, close } = await serveFolder();
  const browser = await launchBrowser();
  const page = await browser.newPage({ locale: 'en-GB' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.goto(origin);
  const debug = await page.context().newCDPSession(page);
  for (const route of ROUTES) await follow(page, `${origin}${route}`);
  const { step } = await randomReader({ page, random: createRandom(seed), avoid: DEMO });
  for (let warm = 0; warm < WARM_UP_STEPS; warm += 1) {
    await step();
    await page.waitForTimeout(PAUSE_MS);
  }
  const start = await atRest(page, debug, origin);
  const end = performance.now() + minutes * MINUTE_MS;
  let steps = 0;
  for (; performance.now() < end; steps += 1) {
    await step();
    await page.waitForTimeout(PAUSE_MS);
  }
  const after = await atRest(page, debug, origin);
  console.log(`seed ${seed}: ${steps} steps in ${minutes} minutes, ${loads} load of the page`);
  for (const what of ['heap', 'nodes', 'listeners'] as const) {
    const [before, now] = [start[what], after[what]];
    console.log(`${what}: ${before} -> ${now}, ${(now / before).toFixed(2)} times`);
    if (now > before * AT_MOST) process.exitCode = 1;
  }
  for (const error of errors) console.log(error);
  if (errors.length > 0 || loads > 1) process.exitCode = 1;
  await browser.close();
  await close();
}
