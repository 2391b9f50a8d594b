/**
 * How long a reader waits after a press or a key, in a real browser on the built app: from the event to the next painted
 * frame, as the browser itself tells it for "interaction to next paint" (to 8 ms), and to the last change that the act
 * causes; plain and with the processor slowed down four times. Nothing else may run on the machine meanwhile.
 * Run with `npm run bench -- interactions` after `npm run build`; `--rounds` says how often each act is done, 20 times
 * where it is not given.
 */
import type { Page } from 'playwright-core';

import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { settled } from '#tests/browser/settled.ts';
import { serveFolder } from '#tests/e2e/serve-folder.ts';
import { percentile } from './percentiles.ts';

const SLOWDOWNS = [1, 4] as const;
const PARTS = [0.5, 0.95, 1] as const;
/** What the browser tells nothing of, since it was painted sooner. */
const SHORTEST_MS = 16;
/** Typing speed: so long between two letters. */
const LETTER_MS = 120;
const LETTERS = 'nuclear power plants';

interface Act {
  name: string;
  address: string;
  /** Opens what the act is done in. */
  before?: (page: Page) => Promise<void>;
  /** Does it for the so-many-th time. */
  act: (page: Page, turn: number) => Promise<void>;
  /** Undoes it where it has to be, without being measured. */
  after?: (page: Page) => Promise<void>;
}

const radio = (page: Page, group: string, names: readonly string[], turn: number) =>
  page
    .getByRole('group', { name: group, exact: true })
    .getByRole('radio', { name: names[turn % names.length] ?? '', exact: true })
    .click();

const ACTS: readonly Act[] = [
  {
    name: 'a choice in the filters',
    address: '/fields',
    act: (page, turn) =>
      page
        .getByRole('search')
        .getByRole('checkbox')
        .nth(turn % 6)
        .click(),
  },
  {
    name: 'another form of chart',
    address: '/fields',
    act: (page, turn) => radio(page, 'Chart', ['Balance', 'Over time', 'Heat map', 'Fields'], turn),
  },
  {
    name: 'the heat map in another order',
    address: '/fields?chart=heat',
    before: (page) => page.getByRole('button', { name: 'View', exact: true }).click(),
    act: (page, turn) => radio(page, 'Order', ['Similarity', 'Group', 'Count'], turn),
  },
  {
    name: 'zoom of the calendar',
    address: '/calendar',
    act: (page, turn) =>
      page
        .getByRole('button', { name: turn % 8 < 4 ? 'Zoom in' : 'Zoom out', exact: true })
        .click(),
  },
  {
    name: 'opening the search',
    address: '/fields',
    act: (page) => page.keyboard.press('Control+k'),
    after: (page) => page.keyboard.press('Escape'),
  },
];

interface Told {
  /** How long each interaction took to the next paint, in milliseconds, by the browser's number for it. */
  byId: Map<number, number>;
  started: number;
  /** When the page last changed. */
  last: number;
}

/** Begins to tell, of all that happens from now on, how long each interaction took and when the page last changed. */
function watch() {
  const told: Told = { byId: new Map(), started: 0, last: 0 };
  Object.assign(globalThis, { told });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
      const before = told.byId.get(interactionId) ?? 0;
      if (interactionId !== 0) told.byId.set(interactionId, Math.max(before, duration));
    }
  }).observe({ type: 'event', ...{ durationThreshold: 16 } });
  for (const kind of ['pointerdown', 'keydown'])
    window.addEventListener(kind, (event) => (told.started = event.timeStamp), { capture: true });
  new MutationObserver(() => (told.last = performance.now())).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

/** Acts, waits until nothing is on its way any more, and says how long each interaction took and the last change. */
async function measure(page: Page, act: () => Promise<void>) {
  await page.evaluate(() => {
    const told = Reflect.get(globalThis, 'told') as Told;
    told.byId.clear();
    Object.assign(told, { started: 0, last: 0 });
  });
  await act();
  await settled(page);
  return page.evaluate(async () => {
    const told = Reflect.get(globalThis, 'told') as Told;
    // The browser tells of an event after the frame that it was painted in.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { paints: [...told.byId.values()], last: told.last - told.started };
  });
}

export async function benchInteractions(rounds = 20): Promise<void> {
  const { origin, close } = await serveFolder();
  const browser = await launchBrowser();
  const say = (what: string, values: readonly number[]) => {
    const shown = PARTS.map((part) => percentile(values, part).toFixed(0));
    console.log(`${what} ${shown.join(' / ')} ms`);
  };
  for (const slowdown of SLOWDOWNS) {
    console.log(`# processor slowed ${slowdown}x (median / 95th percentile / maximum)`);
    const openAt = async (address: string) => {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
      });
      await page.addInitScript(watch);
      await page.goto(`${origin}${address}`);
      await settled(page);
      await page.waitForLoadState('networkidle');
      const debug = await page.context().newCDPSession(page);
      await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      return page;
    };
    for (const { name, address, before, act, after } of ACTS) {
      const page = await openAt(address);
      await before?.(page);
      const taken = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        const { paints, last } = await measure(page, () => act(page, turn));
        taken.push({ paint: Math.max(SHORTEST_MS, ...paints), last });
        await after?.(page);
        await settled(page);
      }
      say(
        `${name}, next paint:`,
        taken.map(({ paint }) => paint),
      );
      say(
        `${name}, last change:`,
        taken.map(({ last }) => last),
      );
      await page.context().close();
    }
    const page = await openAt('/fields');
    const text = page.getByRole('searchbox', { name: 'Text' });
    await text.focus();
    const typed = await measure(page, () => page.keyboard.type(LETTERS, { delay: LETTER_MS }));
    // Of letters that were painted sooner, the browser tells nothing.
    const quick = Math.max(0, LETTERS.length - typed.paints.length);
    const letters = [...typed.paints, ...Array<number>(quick).fill(SHORTEST_MS)];
    say('a letter in the text filter, next paint:', letters);
    await page.context().close();
  }
  await browser.close();
  await close();
}
