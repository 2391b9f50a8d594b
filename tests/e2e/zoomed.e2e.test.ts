import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest, sidewaysOverflow } from './app-test.ts';
import { ROUTES, withParameter } from './routes.ts';

/** Views whose names stand in rows of one height or in columns of one width, in the language with the longest names. */
const VIEWS = [
  '/?lang=ru',
  '/fields?lang=ru',
  '/fields?chart=balance&lang=ru',
  '/fields?chart=time&lang=ru',
  '/fields?chart=heat&lang=ru',
  '/fields/energy?lang=ru',
];

/** Each route, and the forms of chart that have heads and labels of their own. */
const EVERYWHERE = [...ROUTES, '/fields?chart=heat', '/fields?chart=time'];

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

/** The usual words that stand in two lines, and so in something that is too narrow for them. */
const cutWords = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut: string[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const around = node.parentElement;
      // What is kept for those who hear the page is clipped to nothing.
      let clipped = around;
      while (clipped !== null && getComputedStyle(clipped).clipPath === 'none')
        clipped = clipped.parentElement;
      const isSeen = clipped === null && around?.checkVisibility() === true;
      for (const { 0: word, index } of isSeen
        ? (node.textContent ?? '').matchAll(/[^\s-–]+/g)
        : []) {
        if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]{2,11}[.,:;]?$/u.test(word)) continue;
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) cut.push(`${word} in ${node.textContent?.trim().slice(0, 40)}`);
      }
    }
    return cut;
  });

/** The words in the head of the page that stand where a button does. */
const coveredButtons = (page: Page) =>
  page.evaluate(() => {
    const head = document.querySelector('header') ?? document.body;
    const boxes = [...head.querySelectorAll('button')].map((one) => one.getBoundingClientRect());
    const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    const over: string[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (node.parentElement?.closest('button, .visually-hidden') !== null) continue;
      const range = new Range();
      range.selectNodeContents(node);
      const isOver = [...range.getClientRects()].some((words) =>
        boxes.some(
          (box) =>
            words.left < box.right &&
            box.left < words.right &&
            words.top < box.bottom &&
            box.top < words.bottom,
        ),
      );
      if (isOver) over.push(node.textContent ?? '');
    }
    return over;
  });

describe('with text at twice its size', () => {
  for (const width of [1440, 390]) {
    visitTest(
      `words stand whole, in lines of their height, ${width} pixels wide`,
      async ({ app }) => {
        const { page, follow } = app;
        await page.setViewportSize({ width, height: 900 });
        const restore = await setText(page, 32);
        for (const route of EVERYWHERE) {
          const address = withParameter(route, 'lang=ru');
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
                found.push(
                  `${text.slice(0, 40)}: ${fontSize} in ${lineHeight}, ${one.clientHeight}`,
                );
            }
            return found;
          });
          expect(low, address).toEqual([]);
          expect(await cutWords(page), address).toEqual([]);
          expect(await coveredButtons(page), address).toEqual([]);
          expect(await sidewaysOverflow(page), address).toBeLessThanOrEqual(0);
        }
        await restore();
      },
    );
  }
});

const setOwnSize = (page: Page, size: string) =>
  page.evaluate((to) => {
    document.documentElement.style.fontSize = to;
  }, size);

describe('with text that the page itself was made to enlarge', () => {
  // Unlike the browser's setting, this is none that a condition on the window's width goes by.
  visitTest('nothing is pushed to the side', async ({ app }) => {
    const { page, follow } = app;
    for (const route of EVERYWHERE) {
      const address = withParameter(route, 'lang=ru');
      await page.setViewportSize({ width: 1440, height: 900 });
      await follow(address);
      await setOwnSize(page, '200%');
      for (const width of [1440, 1024, 660, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const pushed = await sidewaysOverflow(page);
        expect(pushed, `${address}, ${width} pixels wide`).toBeLessThanOrEqual(0);
      }
      await setOwnSize(page, '');
    }
  });
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
