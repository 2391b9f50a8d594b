import { brotliCompressSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { accessibilityFaults, appTest, newAppPage } from './app-test.ts';

const LIMIT_KB = 150;

/** The scripts asked for before the facts of the meeting stand on the page, with their text. */
async function scriptsBeforeFacts(): Promise<Map<string, string>> {
  const { page, url } = await newAppPage();
  const scripts = new Map<string, string>();
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
      .filter(({ name, startTime }) => startTime <= facts && name.endsWith('.js'))
      .map(({ name }) => name);
  });
  for (const address of addresses) scripts.set(address, await (await fetch(address)).text());
  await page.context().close();
  return scripts;
}

describe('the first view', () => {
  it(`needs at most ${LIMIT_KB} kB of script before the meeting can be read, and no chart library`, async () => {
    const scripts = await scriptsBeforeFacts();
    expect(scripts.size).toBeGreaterThan(1);
    const weights = [...scripts.values()].map((text) => brotliCompressSync(text).byteLength / 1000);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    expect(total, [...scripts.keys()].join('\n')).toBeLessThan(LIMIT_KB);
    const withCharts = [...scripts].filter(([, text]) => text.includes('recharts'));
    expect(withCharts.map(([address]) => address)).toEqual([]);
    console.info(`${total.toFixed(0)} kB of script before the meeting can be read`);
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
        /recharts|meetings-[\w-]+\.json|mockServiceWorker/,
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
  appTest('is shown to the keyboard, is accessible while it is, and leads on', async ({ app }) => {
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
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${lang}: ${fault}`));
      }
      await links.last().press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('part-years');
    }
    expect(faults).toEqual([]);
  });
});
