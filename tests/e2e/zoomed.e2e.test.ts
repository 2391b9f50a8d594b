import { describe, expect } from 'vitest';

import { visitTest, sidewaysOverflow } from './app-test.ts';

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
