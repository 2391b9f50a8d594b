import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest, sidewaysOverflow } from './app-test.ts';
import { ROUTES } from './routes.ts';

/** Views whose names stand in rows of one height or in columns of one width, in the language with the longest names. */
const VIEWS = [
  '/?lang=ru',
  '/fields?lang=ru',
  '/fields?chart=balance&lang=ru',
  '/fields?chart=time&lang=ru',
  '/fields?chart=heat&lang=ru',
  '/fields/energy?lang=ru',
];

describe('at a zoom of 400 %', () => {
  visitTest('no name is cut, so that each is read without a pointer', async ({ app }) => {
    const { page, open, follow } = app;
    // A screen of 1280 by 1024 has this many CSS pixels left.
    await page.setViewportSize({ width: 320, height: 256 });
    await open('/about');
    for (const address of VIEWS) {
      await follow(address);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter((one) => {
            const { overflowX } = getComputedStyle(one);
            const isHidden = one.closest('.visually-hidden') !== null || one.clientWidth < 2;
            const isCut = one.scrollWidth > one.clientWidth + 1;
            return !isHidden && isCut && ['hidden', 'clip'].includes(overflowX);
          })
          .map((one) => one.textContent),
      );
      expect(cut, address).toEqual([]);
      expect(await sidewaysOverflow(page), address).toBe(0);
    }
  });
});

/** Sets the size of text as the browser's own setting does it, in pixels; sizes in a condition on the window's width go by it too. */
async function setText(page: Page, pixels: number): Promise<() => Promise<void>> {
  const setting = await page.context().newCDPSession(page);
  const set = (standard: number) => setting.send('Page.setFontSizes', { fontSizes: { standard } });
  await set(pixels);
  return async () => {
    await set(16);
    await setting.detach();
  };
}

describe('with text at twice its size', () => {
  for (const width of [1440, 390]) {
    visitTest(`no line is lower than its words, ${width} pixels wide`, async ({ app }) => {
      const { page, follow } = app;
      await page.setViewportSize({ width, height: 900 });
      const restore = await setText(page, 32);
      for (const route of [...ROUTES, '/fields?chart=heat', '/fields?chart=time']) {
        const address = `${route}${route.includes('?') ? '&' : '?'}lang=ru`;
        await follow(address);
        const low = await page.evaluate(() => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          while (words.nextNode()) {
            const text = words.currentNode.textContent?.trim() ?? '';
            const one = words.currentNode.parentElement;
            const isHidden = one?.closest('.visually-hidden, svg, [hidden]') !== null;
            if (text === '' || !(one instanceof HTMLElement) || isHidden) continue;
            const { fontSize, lineHeight } = getComputedStyle(one);
            const size = Number.parseFloat(fontSize);
            const isCut = one.clientHeight > 1 && one.clientHeight < size;
            if (isCut || Number.parseFloat(lineHeight) < size)
              found.push(`${text.slice(0, 40)}: ${fontSize} in ${lineHeight}, ${one.clientHeight}`);
          }
          return found;
        });
        expect(low, address).toEqual([]);
        expect(await sidewaysOverflow(page), address).toBeLessThanOrEqual(0);
      }
      await restore();
    });
  }
});

describe('the years of the meetings’ timeline', () => {
  for (const size of [16, 24, 32])
    visitTest(`keep apart, with text of ${size} pixels`, async ({ app }) => {
      const { page, open } = app;
      const restore = await setText(page, size);
      for (const width of [390, 1024, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await open('/meetings');
        const years = await page
          .getByRole('figure')
          .getByText(/^\d{4}$/)
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
        expect(years.length).toBeGreaterThan(5);
        for (const [at, { left }] of years.entries())
          expect(left, `${width}`).toBeGreaterThan(years[at - 1]?.right ?? -Infinity);
      }
      await restore();
    });
});
