import type { BrowserContext } from 'playwright-core';

import { createRandom } from '#src/lib/random.ts';
import { settled } from '#tests/browser/settled.ts';
import { randomReader } from './random-reader.ts';
import { meddle, translate } from './translator.ts';
import { watch } from './watch.ts';

const DAY_MS = 86_400_000;
/** After so many steps the page is looked at whole. */
const LOOK_EVERY = 10;

/** A page that is loaded anew takes the step away from under itself. */
function unlessLoadedAnew(error: unknown): string {
  if (/context was destroyed|navigat/i.test(String(error))) return 'loaded anew';
  throw error;
}

/**
 * Uses the app at random for so many steps, while it is translated, meddled with, cut from the network, and kept open over
 * midnight; says what went wrong. The same seed does the same as long as the page is the same.
 */
export async function tryRandomUse(
  context: BrowserContext,
  { origin, seed, steps }: { origin: string; seed: number; steps: number },
): Promise<string[]> {
  const page = await context.newPage();
  await page.clock.install();
  const watched = await watch(page);
  await page.goto(origin);
  await settled(page);
  let isOffline = false;
  let days = 0;
  const more = [
    {
      weight: 1,
      go: async () => {
        isOffline = !isOffline;
        await context.setOffline(isOffline);
        return isOffline ? 'offline' : 'online';
      },
    },
    {
      weight: 2,
      go: async () => {
        days += 1;
        await page.clock.setSystemTime(Date.now() + days * DAY_MS);
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        return 'another day';
      },
    },
    {
      weight: 1,
      go: async () => {
        await translate(page);
        return 'translation';
      },
    },
    {
      weight: 1,
      go: async () => {
        await meddle(page);
        return 'an extension';
      },
    },
  ];
  const { step } = await randomReader({ page, random: createRandom(seed), more });
  const done: string[] = [];
  for (let at = 1; at <= steps; at += 1) {
    watched.at(`step ${at}, after ${done.slice(-4).join(', ')}`);
    done.push(await step().catch(unlessLoadedAnew));
    if (at % LOOK_EVERY > 0) continue;
    // Only a page with a network has all of it: code may still have to come.
    if (isOffline) {
      isOffline = false;
      await context.setOffline(false);
    }
    await settled(page).catch(unlessLoadedAnew);
    await watched.look();
  }
  await page.close();
  return watched.complaints;
}
