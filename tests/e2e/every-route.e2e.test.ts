import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityFaults, newAppPage, newContext, sidewaysOverflow } from './app-test.ts';
import { ROUTES } from './routes.ts';

const WIDE = 1440;
const NARROW = 390;
const NARROWEST = 320;

/** One context, so that the app's files are fetched and compiled once. */
let context: BrowserContext;
beforeAll(async () => {
  context = await newContext();
});
afterAll(() => context.close());

function withLanguage(address: string, language: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

describe.each(ROUTES)('%s', (address) => {
  it('is accessible in every language, has one heading and a title, scrolls sideways at no width, and says nothing in the console', async () => {
    const { page, open, follow, complaints } = await newAppPage({ context });
    await page.emulateMedia({ colorScheme: 'light' });
    const faults: string[] = [];
    const look = async (language: string, width: number, without: readonly string[] = []) => {
      await page.setViewportSize({ width, height: 900 });
      const found = await accessibilityFaults(page, { without });
      faults.push(...found.map((fault) => `${language} ${width}: ${fault}`));
    };
    for (const language of ['en', 'zh', 'ru']) {
      if (language === 'en') {
        await page.setViewportSize({ width: WIDE, height: 900 });
        await open(withLanguage(address, language));
        await look(language, WIDE);
        await look(language, NARROW);
      } else {
        // What another language changes is how much room words take, which is scarce where it is narrow; no colour.
        await follow(withLanguage(address, language));
        await look(language, NARROW, ['color-contrast']);
      }
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').count()).toBe(1);
      await expect.poll(() => page.title()).toMatch(/^.+ · Communiqué$/);
      await page.setViewportSize({ width: NARROWEST, height: 640 });
      expect(await sidewaysOverflow(page), language).toBe(0);
    }
    await page.close();
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has enough contrast in the dark, wide and narrow', async () => {
    const { page, open } = await newAppPage({ context });
    await page.emulateMedia({ colorScheme: 'dark' });
    const faults: string[] = [];
    await page.setViewportSize({ width: WIDE, height: 900 });
    await open(withLanguage(address, 'en'));
    for (const width of [WIDE, NARROW]) {
      await page.setViewportSize({ width, height: 900 });
      // A theme changes colours and nothing else.
      const found = await accessibilityFaults(page, { only: ['color-contrast'] });
      faults.push(...found.map((fault) => `${width}: ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});
