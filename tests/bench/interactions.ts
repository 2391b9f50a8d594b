/**
 * How long a reader waits after a press or a key, in a real browser on the built app: from the event to the next painted
 * frame, as the browser itself tells it for "interaction to next paint" (to 8 ms), and to the last change that the act
 * causes; plain and with the processor slowed down four times. Nothing else may run on the machine meanwhile.
 * Run with `npm run bench -- interactions` after `npm run build`; `--rounds` says how often each act is done, 20 times
 * where it is not given.
 */
import type { Locator, Page } from 'playwright-core';

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
  /** What is pressed for the so-many-th time, or the key. */
  pressed: (page: Page, turn: number) => Locator | string;
  /** Undoes it where it has to be, without being measured. */
  after?: (page: Page) => Promise<void>;
}

const radio = (page: Page, group: string, names: readonly string[], turn: number) =>
  page
    .getByRole('group', { name: group, exact: true })
    .getByRole('radio', { name: names[turn % names.length] ?? '', exact: true });

const ACTS: readonly Act[] = [
  {
    name: 'a choice in the filters',
    address: '/fields',
    pressed: (page, turn) =>
      page
        .getByRole('search')
        .getByRole('checkbox')
        .nth(turn % 6),
  },
  {
    name: 'another form of chart',
    address: '/fields',
    pressed: (page, turn) =>
      radio(page, 'Chart', ['Balance', 'Over time', 'Heat map', 'Fields'], turn),
  },
  {
    name: 'the heat map in another order',
    address: '/fields?chart=heat',
    before: (page) => page.getByRole('button', { name: 'View', exact: true }).click(),
    pressed: (page, turn) => radio(page, 'Order', ['Similarity', 'Group', 'Count'], turn),
  },
  {
    name: 'zoom of the calendar',
    address: '/calendar',
    pressed: (page, turn) =>
      page.getByRole('button', { name: turn % 8 < 4 ? 'Zoom in' : 'Zoom out', exact: true }),
  },
  {
    name: 'opening the search',
    address: '/fields',
    pressed: () => 'Control+k',
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
  const all: Told = { byId: new Map(), started: 0, last: 0 };
  Object.assign(globalThis, { told: all });
  /** From the shortest on that the browser tells of, which the types do not know yet. */
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
      const before = all.byId.get(interactionId) ?? 0;
      if (interactionId !== 0) all.byId.set(interactionId, Math.max(before, duration));
    }
  }).observe(events);
  for (const kind of ['pointerdown', 'keydown'])
    window.addEventListener(kind, (event) => (all.started = event.timeStamp), { capture: true });
  new MutationObserver(() => (all.last = performance.now())).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

/** Waits until nothing is on its way any more, and says how long each interaction took, and the last change. */
async function told(page: Page) {
  await settled(page);
  return page.evaluate(async () => {
    const { byId, last, started } = Reflect.get(globalThis, 'told') as Told;
    // The browser tells of an event after the frame that it was painted in.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { paints: [...byId.values()], last: last - started };
  });
}

const tellAnew = (page: Page) =>
  page.evaluate(() => {
    const all = Reflect.get(globalThis, 'told') as Told;
    all.byId.clear();
    Object.assign(all, { started: 0, last: 0 });
  });

async function press(page: Page, pressed: Locator | string): Promise<void> {
  if (typeof pressed === 'string') {
    await tellAnew(page);
    await page.keyboard.press(pressed);
    return;
  }
  // By its place: a driver's own click has the browser find what lies there, in the same task as the event.
  await pressed.scrollIntoViewIfNeeded();
  const box = await pressed.boundingBox();
  if (box === null) throw new Error('There is nothing to press');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tellAnew(page);
  await page.mouse.down();
  await page.mouse.up();
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
    for (const { name, address, before, pressed, after } of ACTS) {
      const page = await openAt(address);
      await before?.(page);
      const taken = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        await press(page, pressed(page, turn));
        const { paints, last } = await told(page);
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
    await tellAnew(page);
    await page.keyboard.type(LETTERS, { delay: LETTER_MS });
    const { paints } = await told(page);
    // Of letters that were painted sooner, the browser tells nothing.
    const quick = Math.max(0, LETTERS.length - paints.length);
    const letters = [...paints, ...Array<number>(quick).fill(SHORTEST_MS)];
    say('a letter in the text filter, next paint:', letters);
    await page.context().close();
  }
  await browser.close();
  await close();
}
