/**
 * How long a reader on a slow phone waits for the facts, beside the floor: the same libraries showing one heading. Real
 * browser, applied throttling (round trip 562 ms, 1.44 Mbit/s, processor 4x slower), floor and views in turn.
 * Run with `npm run bench -- first-facts --rounds 3` after `npm run build`.
 */
import { rm } from 'node:fs/promises';

import type { Browser, BrowserContext } from 'playwright-core';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { hostCompressed } from './compressed-host.ts';
import { buildFloor } from './floor/build-floor.ts';
import { median } from './percentiles.ts';

const ROUNDS = 3;
const SLOW_PHONE = {
  offline: false,
  latency: 562,
  downloadThroughput: 1_440_000 / 8,
  uploadThroughput: 675_000 / 8,
};
const SLOWER = 4;
const PHONE = { width: 412, height: 823 };
/** So long nothing changes: then the first load is over. */
const REST_MS = 3000;
/** The first fact of each view, in the font of its headings; a heading that names the topic only is none. */
const FACTS: Record<string, string> = {
  '/': 'main p > time',
  '/meetings/28': 'main dd > time',
  '/fields': 'main h1 + p:not(:empty)',
  '/calendar': 'main h1',
};
const FLOOR = 'floor';

/** Of one load; times in milliseconds since the navigation, weights in kilobytes on the wire. */
interface Load {
  paint: number;
  facts: number;
  /** The last change of the document in the first load. */
  last: number;
  /** The largest contentful paint, where content of the view is the largest. */
  content: number;
  blocking: number;
  shift: number;
  script: number;
  all: number;
  requests: number;
  /** How many requests waited for each other, one behind the end of the other, the document among them. */
  depth: number;
}

/** Runs in the page, before anything of it. */
function watch({ selector, restMs }: { selector: string; restMs: number }) {
  const seen = { facts: 0, last: 0, content: 0, isContent: false, shift: 0, blocking: 0 };
  const done = { isOver: false };
  Object.assign(globalThis, { seen, done });
  const isFact = (element: Element) => {
    const text = element.textContent.trim();
    // A topic is one word; a finding says something of it.
    return element.tagName === 'H1' ? /\d|\s.*\s/.test(text) : /\w/.test(text);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFound = false;
  new MutationObserver(() => {
    seen.last = performance.now();
    clearTimeout(timer);
    if (isFound) timer = setTimeout(() => (done.isOver = true), restMs);
    if (isFound || ![...document.querySelectorAll(selector)].some(isFact)) return;
    isFound = true;
    timer = setTimeout(() => (done.isOver = true), restMs);
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.facts = performance.now())));
  }).observe(document, { childList: true, subtree: true, characterData: true });
  const observe = (type: string, look: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({
      type,
      buffered: true,
    });
  observe('largest-contentful-paint', (entry) => {
    const { element } = entry as PerformanceEntry & { element: Element | null };
    seen.content = entry.startTime;
    seen.isContent = element?.closest('.start') === null;
  });
  observe('layout-shift', (entry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value;
  });
  observe('longtask', (entry) => (seen.blocking += Math.max(0, entry.duration - 50)));
}

/** Reads off the page what it has seen. */
function summarise(): Load {
  const { seen } = globalThis as unknown as {
    seen: Record<'facts' | 'last' | 'content' | 'shift' | 'blocking', number> & {
      isContent: boolean;
    };
  };
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    ({ startTime }) => startTime < seen.facts,
  );
  const asked = [...(page ? [page] : []), ...files].toSorted((a, b) => a.startTime - b.startTime);
  const depths = new Map<PerformanceResourceTiming, number>();
  for (const one of asked) {
    const before = [...depths].filter(([other]) => other.responseEnd <= one.startTime);
    depths.set(one, 1 + Math.max(0, ...before.map(([, depth]) => depth)));
  }
  const weight = (of: readonly PerformanceResourceTiming[]) =>
    of.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  return {
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    facts: seen.facts,
    last: seen.last,
    content: seen.isContent ? seen.content : Number.NaN,
    blocking: seen.blocking,
    shift: seen.shift,
    script: weight(asked.filter(({ name }) => name.endsWith('.js'))),
    all: weight(asked),
    requests: asked.length,
    depth: Math.max(...depths.values()),
  };
}

async function load(browser: Browser, address: string, selector: string): Promise<Load> {
  const context: BrowserContext = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.addInitScript(watch, { selector, restMs: REST_MS });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_PHONE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => (globalThis as unknown as { done: { isOver: boolean } }).done.isOver,
    undefined,
    { timeout: 120_000, polling: 500 },
  );
  const seen = await page.evaluate(summarise);
  await context.close();
  return seen;
}

function told(name: string, loads: readonly Load[], floor: readonly Load[]): string {
  const of = (key: keyof Load) => median(loads.map((one) => one[key]));
  const times = (['paint', 'facts', 'last', 'content', 'blocking'] as const).map((key) => {
    const time = of(key);
    return `${key} ${Number.isNaN(time) ? 'none' : time.toFixed(0)}`;
  });
  const ratio = median(loads.map(({ facts }, round) => facts / (floor[round]?.facts ?? 0)));
  return [
    `${name}: facts ${ratio.toFixed(2)} x the floor`,
    ...times,
    `shift ${of('shift').toFixed(3)}`,
    `script ${of('script').toFixed(0)} kB, all ${of('all').toFixed(0)} kB in ${of('requests')} requests, ${of('depth')} deep`,
  ].join(', ');
}

/** Prints medians; the ratio is the median of those of each round. */
export async function benchFirstFacts(rounds = ROUNDS): Promise<void> {
  const folder = await buildFloor();
  const floor = await hostCompressed(folder);
  const mock = await hostCompressed('dist');
  const backend = await startMockServer({
    record: await readRecord(),
    scenario: 'record',
    port: 0,
  });
  const remote = await hostCompressed('dist', {
    api: { mode: 'remote', baseUrl: backend.baseUrl },
  });
  const loads: Record<string, Load[]> = {};
  const browser = await launchBrowser(['--disable-gpu']);
  const measured: [name: string, address: string, selector: string][] = [
    [FLOOR, `${floor.origin}/`, 'h1'],
    ...Object.entries(FACTS).map(([view, fact]): [string, string, string] => [
      view,
      `${mock.origin}${view}`,
      fact,
    ]),
    ['/ remote', `${remote.origin}/`, FACTS['/'] ?? ''],
    ['/fields remote', `${remote.origin}/fields`, FACTS['/fields'] ?? ''],
  ];
  for (let round = 0; round < rounds; round += 1)
    for (const [name, address, fact] of measured)
      (loads[name] ??= []).push(await load(browser, address, fact));
  for (const [name, of] of Object.entries(loads)) console.log(told(name, of, loads[FLOOR] ?? []));
  await browser.close();
  for (const host of [floor, mock, remote]) host.close();
  await backend.close();
  await rm(folder, { recursive: true });
}
