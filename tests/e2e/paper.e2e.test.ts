import { describe, expect } from 'vitest';

import { appTest } from './app-test.ts';

/** A4 less its margins, in CSS pixels. */
const PAPER_WIDTH = 718;

describe('a chart on paper', () => {
  appTest('has each bar beside its name, though nothing is measured anew', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    // The names stand before the bars have come.
    await page.locator('main svg g:has(> rect)').first().waitFor();
    // As when printing: laid out in another width, and looked at before any script hears of it.
    const middles = await page.evaluate((width) => {
      const styles = new CSSStyleSheet();
      styles.replaceSync(`main { width: ${width}px }`);
      document.adoptedStyleSheets = [styles];
      const middle = (element: Element) => {
        const { top, height } = element.getBoundingClientRect();
        return top + height / 2;
      };
      const names = [...document.querySelectorAll('main ol li')].map(middle);
      const bars = [...document.querySelectorAll('main svg g:has(> rect)')].map(middle);
      document.adoptedStyleSheets = [];
      return { names, bars };
    }, PAPER_WIDTH);
    expect(middles.names.length).toBeGreaterThan(20);
    for (const name of middles.names)
      expect(middles.bars.some((bar) => Math.abs(bar - name) < 3)).toBe(true);
  });

  appTest('is light, whatever the reader’s screen is', async ({ app }) => {
    const { page, open } = app;
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('/fields?chart=heat');
    const inkOf = () =>
      page.getByRole('heading', { level: 1 }).evaluate((heading) =>
        getComputedStyle(heading)
          .color.match(/[\d.]+/g)
          ?.map(Number),
      );
    const onScreen = await inkOf();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const onPaper = await inkOf();
    const light = (colour: number[] | undefined) => Math.max(...(colour ?? []).slice(0, 3));
    expect(light(onScreen)).toBeGreaterThan(light(onPaper));
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(await inkOf()).toEqual(onPaper);
  });
});
