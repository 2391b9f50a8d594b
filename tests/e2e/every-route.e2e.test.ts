import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityFaults, newAppPage, newContext, sidewaysOverflow } from './app-test.ts';
import { ROUTES } from './routes.ts';

const LANGUAGES = ['en', 'zh', 'ru'] as const;
const WIDTHS = { en: [1440, 390], zh: [390], ru: [390] } as const;
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
  it.each(LANGUAGES)(
    'is accessible in %s, has one heading and a title, scrolls sideways at no width, and says nothing in the console',
    async (language) => {
      const { page, open, complaints } = await newAppPage({ context });
      await page.emulateMedia({ colorScheme: 'light' });
      // What another language changes is how much room words take, and that is scarce where it is narrow.
      const widths = WIDTHS[language];
      await page.setViewportSize({ width: widths[0], height: 900 });
      await open(withLanguage(address, language));
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toMatch(/^.+ · Communiqué$/);
      const faults: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const found = await accessibilityFaults(page);
        faults.push(...found.map((fault) => `${width}: ${fault}`));
      }
      await page.setViewportSize({ width: NARROWEST, height: 640 });
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.close();
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  // A theme changes colours and nothing else; the same rules in each language would find the same.
  it('has enough contrast in the dark, wide and narrow', async () => {
    const { page, open } = await newAppPage({ context });
    await page.emulateMedia({ colorScheme: 'dark' });
    const faults: string[] = [];
    await page.setViewportSize({ width: WIDTHS.en[0], height: 900 });
    await open(withLanguage(address, 'en'));
    for (const width of WIDTHS.en) {
      await page.setViewportSize({ width, height: 900 });
      const found = await accessibilityFaults(page, ['color-contrast']);
      faults.push(...found.map((fault) => `${width}: ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});
