import { brotliCompressSync } from 'node:zlib';

import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { accessibilityFaults, newAppPage, newContext, visitTest } from './app-test.ts';

/** In kilobytes as a compressing host sends them; the document counts as a request. */
const LIMITS = { script: 125, all: 170, requests: 14 };
/** Answers that a view waits for one behind the other, after the document: what that names, and what the opening asks for. */
const ROUNDS = 2;
/** The first fact of each view. */
const FACTS = {
  '/': 'main p > time',
  '/meetings/28': 'main dd > time',
  '/fields': 'main h1 + p:not(:empty)',
  '/calendar': 'main h1',
};

/** The files asked for before the facts of the meeting stand on the page, with what they hold. */
async function filesBeforeFacts(): Promise<Map<string, Buffer>> {
  const { page, url } = await newAppPage();
  const files = new Map<string, Buffer>();
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('main p > time') === null) return;
      performance.mark('facts');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.locator('main p > time').first().waitFor();
  const addresses = await page.evaluate(() => {
    const facts = performance.getEntriesByName('facts')[0]?.startTime ?? Number.POSITIVE_INFINITY;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= facts)
      .map(({ name }) => name);
  });
  for (const address of [`${url}/`, ...addresses])
    files.set(address, Buffer.from(await (await fetch(address)).arrayBuffer()));
  await page.context().close();
  return files;
}

/** Of the window, as the browser counts what moves without being asked to. */
const MOST_MOVED = 0.02;
/** Where names take two lines, and where a sentence takes three. */
const MOVED = [
  {
    size: { width: 1440, height: 900 },
    views: ['/fields?lang=ru', '/fields?chart=balance&lang=ru'],
  },
  {
    size: { width: 1024, height: 768 },
    views: ['/?lang=ru', '/fields?lang=ru', '/sources?lang=en'],
  },
  {
    size: { width: 390, height: 844 },
    views: [
      '/?lang=ru',
      '/meetings/28?lang=ru',
      '/fields?chart=balance&lang=ru',
      '/fields?chart=heat&lang=zh',
      '/calendar?lang=ru',
      '/sources?lang=ru',
    ],
  },
];

/** In kilobytes; type is compressed already. */
const weightOf = (address: string, content: Buffer) =>
  (address.endsWith('.woff2') ? content : brotliCompressSync(content)).byteLength / 1000;

/**
 * Lets a view have what it asks for in so many rounds, each whole before the next, and holds back all else for good.
 * Returns what was asked for in each round, and whether the fact came.
 */
async function viewAfter(rounds: number, view: string, fact: string) {
  const { page, url } = await newAppPage();
  const held: Route[] = [];
  await page.route('**/*', async (route) => {
    if (route.request().isNavigationRequest()) await route.continue();
    else held.push(route);
  });
  await page.goto(`${url}${view}`, { waitUntil: 'commit' });
  const atRest = () =>
    page.evaluate(async () => {
      for (let moment = 0; moment < 3; moment += 1)
        await new Promise((resolve) => {
          // A page that is still held back draws no frame, after which there would be time over.
          requestIdleCallback(resolve, { timeout: 300 });
        });
    });
  const asked: string[][] = [];
  while (asked.length < rounds) {
    for (let seen = -1; seen !== held.length || seen === 0;) {
      seen = held.length;
      await atRest();
    }
    const round = held.splice(0);
    asked.push(round.map((route) => new URL(route.request().url()).pathname));
    await Promise.all(round.map(async (route) => route.fulfill({ response: await route.fetch() })));
  }
  const isThere = await page
    .locator(fact)
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    );
  const rest = held.map((route) => new URL(route.request().url()).pathname);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
  return { isThere, asked, rest };
}

describe('the first view', () => {
  it('needs little before the meeting can be read, and no chart library', async () => {
    const files = [...(await filesBeforeFacts())].map(([address, content]) => ({
      address,
      content,
      weight: weightOf(address, content),
    }));
    const scripts = files.filter(({ address }) => address.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(1);
    const sum = (of: readonly { weight: number }[]) =>
      of.reduce((all, { weight }) => all + weight, 0);
    const told = files.map(({ weight, address }) => `${weight.toFixed(1)} ${address}`).join('\n');
    expect(sum(scripts), told).toBeLessThan(LIMITS.script);
    expect(sum(files), told).toBeLessThan(LIMITS.all);
    expect(files.length, told).toBeLessThanOrEqual(LIMITS.requests);
    const withCharts = scripts.filter(({ content }) => content.includes('recharts'));
    expect(withCharts.map(({ address }) => address)).toEqual([]);
    // What the overview says below its facts comes after them.
    expect(files.filter(({ address }) => address.includes('-below'))).toEqual([]);
    console.info(
      `${sum(scripts).toFixed(0)} kB of script and ${sum(files).toFixed(0)} kB in ${files.length} requests before the meeting can be read`,
    );
  });

  it.each(Object.entries(FACTS))(
    'waits for what the document names and for what the opening asks, and for nothing behind that: %s',
    async (view, fact) => {
      const { isThere, ...files } = await viewAfter(ROUNDS, view, fact);
      expect(isThere, JSON.stringify(files, null, 1)).toBe(true);
    },
  );

  it.each([
    ['/', 'en-GB'],
    ['/meetings/28', 'zh-CN'],
    ['/fields', 'zh-CN'],
    ['/calendar', 'en-GB'],
  ])(
    'shows nothing larger on a phone than words of its own, and in one file of type: %s in %s',
    async (view, locale) => {
      const viewport = { width: 390, height: 844 };
      const { page, open } = await newAppPage({ viewport, isMobile: true, hasTouch: true, locale });
      await page.addInitScript(() => {
        new PerformanceObserver((seen) => {
          for (const { element } of seen.getEntries() as (PerformanceEntry & {
            element: Element | null;
          })[])
            // An element of the opening has gone by then.
            document.documentElement.dataset.largest = String(element?.closest('main') != null);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      });
      await open(view);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.dataset.largest))
        .toBe('true');
      const type = await page.evaluate(() =>
        performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')),
      );
      expect(type).toHaveLength(1);
      await page.context().close();
    },
  );

  it('moves nothing that stands when the rest comes, in the language that takes the most room', async () => {
    const context = await newContext();
    const moved: string[] = [];
    const largest: number[] = [];
    for (const { size, views } of MOVED)
      for (const view of views) {
        const { page, open } = await newAppPage({ context });
        await page.setViewportSize(size);
        await page.addInitScript(() => {
          const seen = { share: 0, what: [] as string[] };
          Object.assign(globalThis, { seen });
          new PerformanceObserver((shifts) => {
            for (const { value, sources } of shifts.getEntries() as (PerformanceEntry & {
              value: number;
              sources: readonly { node: Node | null }[];
            })[]) {
              seen.share += value;
              seen.what.push(...sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ''));
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await open(view);
        const { share, what } = await page.evaluate(
          () => (globalThis as unknown as { seen: { share: number; what: string[] } }).seen,
        );
        largest.push(share);
        if (share > MOST_MOVED)
          moved.push(`${view} at ${size.width}: ${share}, ${what.join(' | ')}`);
        await page.close();
      }
    await context.close();
    expect(moved).toEqual([]);
    expect(largest).toHaveLength(MOVED.flatMap(({ views }) => views).length);
    console.info(`no more than ${Math.max(...largest).toFixed(3)} of the window has moved`);
  });

  it('starts from a page that names neither charts nor the mock, and no other site', async () => {
    const { page, url, complaints } = await newAppPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    const response = await page.goto(url);
    const html = (await response?.text()) ?? '';
    const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(1);
    for (const script of named)
      expect(await (await fetch(new URL(script, url))).text(), script).not.toMatch(
        /recharts|record-[\w-]+\.json|mockServiceWorker/,
      );
    await page.getByRole('toolbar', { name: 'Exchange years' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((address) => !address.startsWith(url))).toEqual([]);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(
      /script-src 'self'.*style-src 'self'|style-src 'self'.*script-src 'self'/,
    );
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});

describe('the way to the parts of the overview', () => {
  visitTest(
    'is shown to the keyboard, is accessible while it is, and leads on',
    async ({ app }) => {
      const { page } = app;
      const faults: string[] = [];
      for (const [width, lang] of [
        [1440, 'en'],
        [390, 'ru'],
        [390, 'zh'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await app.open(`/?lang=${lang}`);
        const links = page.locator('a[href^="#part-"]');
        expect(await links.count()).toBe(3);
        for (const link of await links.all()) {
          await link.focus();
          const box = await link.boundingBox();
          expect(box?.height).toBeGreaterThanOrEqual(24);
          const found = await accessibilityFaults(page, { within: 'nav:has(a[href^="#part-"])' });
          faults.push(...found.map((fault) => `${lang}: ${fault}`));
        }
        await links.last().press('Enter');
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('part-years');
      }
      expect(faults).toEqual([]);
    },
  );
});
