import { describe, expect, it } from 'vitest';

import { accessibilityFaults, newAppPage, sidewaysOverflow } from './app-test.ts';
import { ROUTES } from './routes.ts';

const LANGUAGES = ['en', 'zh', 'ru'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1440, 390] as const;

function withLanguage(address: string, language: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

describe.each(ROUTES)('%s', (address) => {
  it.each(LANGUAGES)(
    'is accessible in %s, in either theme, wide and narrow, and says nothing in the console',
    async (language) => {
      const app = await newAppPage();
      const faults: string[] = [];
      for (const theme of THEMES) {
        await app.page.emulateMedia({ colorScheme: theme });
        // Loaded anew for each theme: right after a switch the browser still computes some colours of the one before.
        await app.page.setViewportSize({ width: WIDTHS[0], height: 900 });
        await app.open(withLanguage(address, language));
        expect(await app.page.locator('html').getAttribute('lang')).toBe(language);
        for (const width of WIDTHS) {
          await app.page.setViewportSize({ width, height: 900 });
          const found = await accessibilityFaults(app.page);
          faults.push(...found.map((fault) => `${theme} ${width}: ${fault}`));
        }
      }
      await app.page.context().close();
      expect(faults).toEqual([]);
      expect(app.complaints).toEqual([]);
    },
  );

  it('has one heading, a title, and no sideways scrolling at 320 pixels', async () => {
    const app = await newAppPage({ viewport: { width: 320, height: 640 } });
    const overflows: [string, number][] = [];
    for (const language of LANGUAGES) {
      await app.open(withLanguage(address, language));
      expect(await app.page.locator('h1').count()).toBe(1);
      expect(await app.page.title()).toMatch(/^.+ · Communiqué$/);
      overflows.push([language, await sidewaysOverflow(app.page)]);
    }
    await app.page.context().close();
    expect(overflows).toEqual(LANGUAGES.map((language) => [language, 0]));
  });
});
