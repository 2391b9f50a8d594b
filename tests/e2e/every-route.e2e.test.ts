import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityFaults,
  type AppPage,
  type AxeChoice,
  newAppPage,
  sidewaysOverflow,
} from './app-test.ts';
import { foreignSentences } from './foreign-sentences.ts';
import { ROUTES, withParameter } from './routes.ts';

const WIDE = 1440;
const NARROW = 390;
const NARROWEST = 320;

/** Axe reads all of a page, also the rows that it is told not to judge, which takes four times as long on the whole list. */
const SHORTER: Readonly<Record<string, string>> = { '/fields': '/fields?meeting=28' };

/** One for all routes, gone through as by links: that each can be loaded has tests of its own. */
let app: AppPage;
beforeAll(async () => {
  app = await newAppPage();
  await app.open('/about');
});
afterAll(() => app.page.context().close());

describe.each(ROUTES)('%s', (address) => {
  it('is accessible in every language, light and dark, has one heading and a title, scrolls sideways at no width, says nothing in another language than the reader’s without saying so, and nothing in the console', async () => {
    const { page, follow, complaints } = app;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: WIDE, height: 900 });
    const faults: string[] = [];
    const look = async (state: string, width: number, choice: AxeChoice = {}) => {
      await page.setViewportSize({ width, height: 900 });
      const found = await accessibilityFaults(page, choice);
      faults.push(...found.map((fault) => `${state} ${width}: ${fault}`));
    };
    for (const language of ['en', 'zh', 'ru'] as const) {
      await follow(withParameter(address, `lang=${language}`));
      if (language === 'en') await look(language, WIDE);
      else expect(await foreignSentences(page, language)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').count()).toBe(1);
      await expect.poll(() => page.title()).toMatch(/^.+ · Communiqué$/);
      await page.setViewportSize({ width: NARROW, height: 900 });
      expect(await sidewaysOverflow(page), `${language} ${NARROW}`).toBe(0);
      await page.setViewportSize({ width: NARROWEST, height: 640 });
      expect(await sidewaysOverflow(page), language).toBe(0);
    }
    if (SHORTER[address] !== undefined) await follow(withParameter(SHORTER[address], 'lang=ru'));
    // What another language changes is how much room words take, which is scarce where it is narrow: in the longest.
    await look('ru', NARROW);
    // A theme changes colours and nothing else, and those at every width.
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('dark', WIDE, { only: ['color-contrast'] });
    expect(faults).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
  });
});
