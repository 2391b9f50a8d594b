import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';

/** A4 less its margins, in CSS pixels. */
const PAPER_WIDTH = 718;

/** What a sheet of this width would cut off, as words: it can be scrolled neither by itself nor in a frame. */
async function expectNothingCut(page: Page, width: number): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width, height: 1000 });
  const cut = () =>
    page.evaluate(() => {
      // Of a table's thousand cells all have the same frames: each element is asked for its own once.
      const frames = new Map<Element, Element>();
      const frameOf = (element: Element | null): Element => {
        if (element === null || element === document.body) return document.documentElement;
        const known = frames.get(element);
        if (known !== undefined) return known;
        const isOpen = getComputedStyle(element).overflowX === 'visible';
        const frame = isOpen ? frameOf(element.parentElement) : element;
        frames.set(element, frame);
        return frame;
      };
      const words: string[] = [];
      for (const element of document.querySelectorAll('main :is(td, th, li, p, a, h1, h2, text)')) {
        const box = element.getBoundingClientRect();
        const frame = frameOf(element.parentElement).getBoundingClientRect();
        const isSeen = box.width > 2 && frame.width > 2;
        if (isSeen && (box.right > frame.right + 1 || box.left < frame.left - 1))
          words.push(element.textContent);
      }
      return words;
    });
  // The tables for paper come with the change of medium.
  await expect.poll(cut).toEqual([]);
}

/** How many sheets the view is printed on, and how many it would fill from edge to edge. */
async function sheetsOf(page: Page, paper: { width: number; height: number }) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  const height = await page.evaluate(() => document.body.scrollHeight);
  await page.emulateMedia({ media: null });
  return {
    printed: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    filled: height / paper.height,
  };
}

/** A4 upright and lying, in CSS pixels: as wide as media queries have it, as high as its margins leave it. */
const UPRIGHT = { width: 794, height: 1043 };
const LYING = { width: 1123, height: 714 };

describe('a list on paper and in the browser’s own search', () => {
  visitTest('takes no more sheets than it fills, the first and the last too', async ({ app }) => {
    const { page, open } = app;
    for (const [address, paper] of [
      ['/meetings', LYING],
      ['/people', UPRIGHT],
      ['/calendar?form=agenda', UPRIGHT],
    ] as const) {
      await open(address);
      const { printed, filled } = await sheetsOf(page, paper);
      expect(printed, address).toBeLessThanOrEqual(Math.ceil(filled));
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });

  visitTest('has the names of all columns at the head of every sheet', async ({ app }) => {
    const { page, open } = app;
    for (const address of ['/meetings', '/fields']) {
      await open(address);
      await page.emulateMedia({ media: 'print' });
      const heads = page.getByRole('table').last().locator('thead th');
      expect(await heads.getByRole('button').count(), address).toBeGreaterThan(5);
      // A button is drawn on the first sheet only: each name has to be the head's own words.
      const named = await heads.evaluateAll((all) =>
        all.map((head) => {
          const words = document.createRange();
          words.selectNodeContents(head);
          const isBoxed = [...head.querySelectorAll('button')].some(
            (button) => button.getClientRects().length > 0,
          );
          return !isBoxed && words.getBoundingClientRect().width > 0;
        }),
      );
      expect(new Set(named), address).toEqual(new Set([true]));
      await page.emulateMedia({ media: null });
    }
  });

  visitTest(
    'has every entry and every source, and says how many have come until then',
    async ({ app }) => {
      const { page, open } = app;
      for (const [address, name] of [
        ['/fields', /^(\d+) entries$/],
        ['/sources', /^(\d+) documents/],
      ] as const) {
        await open(address);
        const title = page.getByRole('heading', { level: 2, name });
        const total = Number(name.exec(await title.innerText())?.[1]);
        expect(total).toBeGreaterThan(300);
        const rows = page.getByRole('table').last().locator('tbody tr:not([aria-hidden])');
        await expect.poll(() => rows.count()).toBe(total);
      }
    },
  );

  visitTest(
    'says what of a very long one is left out, and leaves no room for it',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?demo=large');
      await page.getByText('The text filter searches all of them').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.getByText(/^This paper has \d+ of 2,000 entries/).waitFor();
      expect(await page.locator('#entries tr[aria-hidden]:visible').count()).toBe(0);
    },
  );
});

describe('a chart on paper', () => {
  visitTest(
    'has all its columns, in portrait and landscape, on any usual sheet',
    async ({ app }) => {
      const { page, open } = app;
      for (const form of [
        'chart=heat',
        'chart=heat&per=year',
        'chart=heat&show=table',
        'lang=ru',
      ]) {
        await open(`/fields?${form}`);
        for (const width of [PAPER_WIDTH - 15, 1032]) await expectNothingCut(page, width);
        const heads = await page
          .getByRole('columnheader')
          .evaluateAll((all) => all.map((head) => head.textContent.match(/^\d+/)?.[0]));
        if (form.startsWith('chart=heat&show') || form === 'chart=heat')
          expect(heads).toEqual(expect.arrayContaining(['1', '25', '30']));
        await page.emulateMedia({ media: null });
        await page.setViewportSize({ width: 1440, height: 900 });
      }
    },
  );

  visitTest('has each bar beside its name, though nothing is measured anew', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    await page.locator('main li svg:has(> a > rect)').first().waitFor();
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
      const bars = [...document.querySelectorAll('main li svg:has(> a > rect)')].map(middle);
      document.adoptedStyleSheets = [];
      return { names, bars };
    }, PAPER_WIDTH);
    expect(middles.names.length).toBeGreaterThan(20);
    for (const name of middles.names)
      expect(middles.bars.some((bar) => Math.abs(bar - name) < 3)).toBe(true);
  });

  visitTest('is light, whatever the reader’s screen is', async ({ app }) => {
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
