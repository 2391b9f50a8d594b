/**
 * What a choice costs on the fields page, in a real browser on the built app, beside a plain checkbox on an empty page
 * in the same run: from the press to the painted chart with the record and with 100,000 entries over HTTP, the redraw of
 * the heat map, the main thread while typing, and the memory after many choices.
 * Run with `npm run bench -- fields` after `npm run build`.
 */
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { filterWalk, type Choice } from './filter-walk.ts';
import { heapSize, type HeapSize } from './heap-size.ts';
import { percentile95 } from './percentiles.ts';

const CHOICES = 60;
const ENTRIES = 100_000;
const REDRAWS = 40;
/** What is put in order, as the choice for it is named, and its heads. */
const ORDERS = [
  { what: 'rows', choice: 'Order', heads: '[role="grid"] tbody th' },
  { what: 'columns', choice: 'Columns', heads: '[role="grid"] thead th' },
] as const;
/** After a look at the chart, and before the entries of the choice before are drawn. */
const PACES = [
  ['one by one', 300],
  ['in haste', 0],
] as const;
const CHANGES = 1_000;
const MEGABYTE = 1_000_000;
/** Longer than the app keeps the numbers of filters that were left. */
const REST_MS = 25_000;
const FRAME_MS = 1000 / 60;

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Opens an address on a backend; null for the mock in the page. */
async function openPage(browser: Browser, url: string, backend: string | null): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // The app's own policy asks other sites by https only.
    bypassCSP: true,
  });
  if (backend !== null)
    await context.route('**/config.json', (route) =>
      route.fulfill({ json: { api: { mode: 'remote', baseUrl: backend } } }),
    );
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('search input[type="checkbox"]').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/**
 * From each press to the frame that shows the chart of that choice, and what of it was waiting for the server.
 * @param restMs what a reader takes to look at the chart before the next choice
 */
async function timeChoices(page: Page, choices: readonly Choice[], restMs: number) {
  const times: { whole: number; server: number }[] = [];
  for (const choice of choices) {
    await page.waitForTimeout(restMs);
    times.push(
      await page.evaluate(async ({ label, counts }) => {
        performance.clearResourceTimings();
        const chart = () =>
          [...document.querySelectorAll('main ol li > span:last-child')]
            .map((value) => value.textContent)
            .join(' ');
        const boxes = [...document.querySelectorAll('search label')];
        const pressed = boxes.find((one) => one.children[1]?.textContent === label);
        const started = performance.now();
        pressed?.querySelector('input')?.click();
        // Watched rather than looked at in every frame, which would have the page draw frames that nobody needs.
        await new Promise<void>((resolve, reject) => {
          const watcher = new MutationObserver(() => {
            if (chart() !== counts) return;
            watcher.disconnect();
            resolve();
          });
          watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
          setTimeout(() => reject(new Error(`${label}: ${chart()}, not ${counts}`)), 20_000);
        });
        await new Promise(requestAnimationFrame);
        // What stands in the document at a frame's start is painted before the next task; this one comes before others.
        await scheduler.postTask(() => {}, { priority: 'user-blocking' });
        const whole = performance.now() - started;
        const asked = performance
          .getEntriesByType('resource')
          .find(({ name }) => name.includes('/fields/summary')) as
          | PerformanceResourceTiming
          | undefined;
        return { whole, server: asked ? asked.responseEnd - asked.startTime : 0 };
      }, choice),
    );
  }
  return times;
}

/** The same press and the same wait on a page that holds nothing but a checkbox and thirty numbers. */
async function timeNothing(browser: Browser): Promise<number[]> {
  const page = await browser.newPage();
  await page.setContent(`<input type="checkbox"><ol>${'<li>0</li>'.repeat(30)}</ol>`);
  const times = await page.evaluate(async (count) => {
    const box = document.querySelector('input');
    const items = [...document.querySelectorAll('li')];
    const all: number[] = [];
    box?.addEventListener('change', () => {
      for (const item of items) item.textContent = String(all.length);
    });
    for (let index = 0; index < count; index += 1) {
      const started = performance.now();
      box?.click();
      await new Promise(requestAnimationFrame);
      await scheduler.postTask(() => {}, { priority: 'user-blocking' });
      all.push(performance.now() - started);
    }
    return all;
  }, CHOICES);
  await page.close();
  return times;
}

/** How many frames of a sixtieth of a second pass until the heat map is painted with its rows or columns in a new order. */
async function framesToRedraw(page: Page, { choice, heads }: (typeof ORDERS)[number]) {
  const times = await page.evaluate(
    async ([count, name, selector]) => {
      // Where each one stands: by its place in the document and how far it is shifted from there.
      const order = () =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .map((head) => {
            const shifted = head.style.translate === '' ? head.parentElement : head;
            return `${head.textContent} ${shifted?.style.translate}`;
          })
          .join();
      const all: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const before = order();
        const groups = [...document.querySelectorAll('main fieldset')];
        const group = groups.find((one) => one.textContent?.startsWith(name));
        const options = [...(group?.querySelectorAll('input') ?? [])];
        if (options.length < 3) throw new Error('Nothing to choose');
        const started = performance.now();
        options[1 + (index % 2)]?.click();
        do await new Promise(requestAnimationFrame);
        while (order() === before && performance.now() - started < 10_000);
        // What stands in the document at a frame's start is painted before the next task.
        await scheduler.postTask(() => {}, { priority: 'user-blocking' });
        all.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return all;
    },
    [REDRAWS, choice, heads] as const,
  );
  return times.map((time) => time / FRAME_MS);
}

async function benchRedraws(browser: Browser, url: string) {
  const page = await openPage(browser, `${url}/fields?chart=heat&demo=large`, null);
  for (const order of ORDERS) {
    const frames = percentile95(await framesToRedraw(page, order));
    console.log(
      `heat map, ${order.what} in a new order: 95th percentile ${frames.toFixed(1)} frames (${REDRAWS} redraws)`,
    );
  }
  await page.context().close();
}

/** The longest the main thread was busy at a stretch while a reader types and the answers come in. */
async function longestTaskWhileTyping(browser: Browser, url: string): Promise<number[]> {
  const page = await openPage(browser, `${url}/fields`, null);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(globalThis, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const text = page.getByRole('searchbox', { name: 'Text' });
  await text.focus();
  for (const word of ['nuclear power', 'gas pipeline', 'customs', 'trade in settlement']) {
    await page.keyboard.type(word, { delay: 90 });
    await page.waitForTimeout(600);
    await text.fill('');
  }
  await page.waitForTimeout(600);
  const tasks = await page.evaluate(() => Reflect.get(globalThis, 'longTasks') as number[]);
  await page.context().close();
  return tasks;
}

/**
 * The heap after a fifth of the changes and after all of them; each time at rest, when the answers that were left have
 * had their time.
 */
async function heapOverChanges(browser: Browser, url: string): Promise<[HeapSize, HeapSize]> {
  const page = await openPage(browser, `${url}/fields`, null);
  const debug = await page.context().newCDPSession(page);
  const heap = async () => {
    // Both times with the same view, or its size would be measured too.
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('No filter is set').waitFor();
    await page.waitForTimeout(REST_MS);
    return heapSize(debug);
  };
  const walk = (from: number, to: number) =>
    page.evaluate(
      async ([start, end]) => {
        const boxes = [
          ...document.querySelectorAll<HTMLInputElement>('search input[type="checkbox"]'),
        ];
        for (let index = start; index < end; index += 1) {
          // Each number's lowest set bit: all combinations in turn, one change apart.
          boxes[31 - Math.clz32((index + 1) & -(index + 1))]?.click();
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      },
      [from, to] as const,
    );
  await walk(0, CHANGES / 5);
  const early = await heap();
  await walk(CHANGES / 5, CHANGES);
  const late = await heap();
  await page.context().close();
  return [early, late];
}

async function benchChoices(browser: Browser, url: string, record: RecordData, baseline: number) {
  const large = toSyntheticRecord(record, ENTRIES);
  const server = await startMockServer({ record: large, scenario: 'record', port: 0 });
  for (const [name, data, backend] of [
    ['the record', record, null],
    [`${ENTRIES} entries`, large, server.baseUrl],
  ] as const) {
    for (const [pace, restMs] of PACES) {
      const page = await openPage(browser, `${url}/fields`, backend);
      const times = await timeChoices(page, await filterWalk(data, CHOICES), restMs);
      await page.context().close();
      const own = percentile95(times.map(({ whole, server: waited }) => whole - waited));
      const waits = percentile95(times.map(({ server: waited }) => waited));
      console.log(
        `choice to painted chart, ${name}, ${pace}: 95th percentile ${ms(own)}${backend === null ? '' : ` beside ${ms(waits)} of the server`}, ratio ${(own / baseline).toFixed(2)} (${times.length} choices)`,
      );
    }
  }
  await server.close();
}

export async function benchFields(): Promise<void> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  const url = `http://127.0.0.1:${address.port}`;
  const browser = await launchBrowser();
  const baseline = percentile95(await timeNothing(browser));
  console.log(`a checkbox on an empty page: 95th percentile ${ms(baseline)}`);
  await benchChoices(browser, url, await readRecord(), baseline);
  await benchRedraws(browser, url);
  const tasks = await longestTaskWhileTyping(browser, url);
  console.log(`typing: ${tasks.length} tasks over 50 ms, the longest ${ms(Math.max(0, ...tasks))}`);
  const [early, late] = await heapOverChanges(browser, url);
  const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
  console.log(
    `memory without compiled code: ${megabytes(early.rest)} after ${CHANGES / 5} changes, ${megabytes(late.rest)} after ${CHANGES}, ratio ${(late.rest / early.rest).toFixed(2)}; code ${megabytes(early.code)} and ${megabytes(late.code)}`,
  );
  await browser.close();
  await server.close();
}
