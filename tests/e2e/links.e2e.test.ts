import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { addressOf } from './address-of.ts';
import { settled } from '#tests/browser/settled.ts';
import { appTest, visitTest } from './app-test.ts';

/** Where the pointer hits nothing but the mark. */
async function spotOn(mark: Locator) {
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The mark is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The address of the tab that a press opens; the tab is closed again once it has loaded: earlier, closing may not end. */
async function opensTab(page: Page, press: () => Promise<void>): Promise<string> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), press()]);
  await tab.waitForURL(/^http/);
  const address = tab.url();
  await tab.close();
  return address;
}

const setAttributes = (link: Locator, attributes: Record<string, string>) =>
  link.evaluate((element, given) => {
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  }, attributes);

describe('a link', () => {
  appTest(
    'is the browser’s own where it leads out of the app, to a tab or to a file',
    async ({ app }) => {
      const { page, open, url } = app;
      await open('/fields?chart=heat');
      const before = page.url();
      const cell = page.getByRole('gridcell').getByRole('link').first();
      const other = url.replace('127.0.0.1', 'localhost');
      const own = await cell.evaluate((link: HTMLAnchorElement) => link.href);
      const mark = `${other}/favicon.svg`;
      await setAttributes(cell, { target: '_blank' });
      expect(await opensTab(page, () => cell.click())).toBe(own);
      await setAttributes(cell, { href: mark });
      expect(await opensTab(page, () => cell.click())).toBe(mark);
      await setAttributes(cell, { target: '', href: `${url}/favicon.svg`, download: 'mark.svg' });
      const [file] = await Promise.all([page.waitForEvent('download'), cell.click()]);
      expect(file.suggestedFilename()).toBe('mark.svg');
      expect(page.url()).toBe(before);
      await cell.evaluate((link, href) => {
        link.removeAttribute('download');
        link.setAttribute('href', href);
      }, `${other}/about`);
      await cell.click();
      await expect.poll(() => addressOf(page).hostname).toBe('localhost');
    },
  );
});

/** Every kind of mark that leads somewhere, on a view that has it. */
const MARKS = [
  ['a number of the overview', '/', '#part-fields li a'],
  ['a band of the overview', '/', '#part-years [data-lane="bands"] a'],
  ['a part of a bar', '/fields?party=china', 'main ol li svg a'],
  ['a side of the balance', '/fields?chart=balance', 'main ol li svg a'],
  ['a column of time', '/fields?chart=time&per=year', '.recharts-surface a'],
  ['a small column', '/fields?chart=time', 'main li svg a'],
  ['a cell of the heat map', '/fields?chart=heat', '[role="grid"] td a'],
  ['a meeting of a field', '/fields/energy', 'main ol li svg a'],
  ['a meeting on the timeline', '/meetings', 'main figure a'],
  ['a band of the calendar', '/calendar', '[data-lane="bands"] a'],
  ['a meeting of the calendar', '/calendar?zoom=2015/2026', '[data-lane="meetings"] a'],
  ['a point of the calendar', '/calendar?zoom=2019/2021', '[data-lane="events"] a'],
  ['a day of the year', '/calendar/2024?months=grids', '[role="grid"] a'],
  ['a mark of the year', '/calendar/2024', 'main a[data-day]'],
] as const;

describe('a mark that leads somewhere', () => {
  // Each mark opens two tabs: all of them in one test would be a matter of minutes.
  const half = Math.ceil(MARKS.length / 2);
  const halves = [
    ['Control', MARKS.slice(0, half)],
    ['Shift', MARKS.slice(half)],
  ] as const;
  for (const [key, marks] of halves)
    visitTest(`is a link, for every way of following one: ${key} and a press`, async ({ app }) => {
      const { page, open, follow } = app;
      await open('/about');
      for (const [what, address, selector] of marks) {
        await follow(address);
        const mark = page.locator(selector).nth(1);
        await mark.waitFor({ state: 'attached' });
        await settled(page);
        const href = await mark.evaluate(
          (link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href,
        );
        const before = page.url();
        const { x, y } = await spotOn(mark);
        await page.keyboard.down(key);
        expect(await opensTab(page, () => page.mouse.click(x, y)), `${key}, ${what}`).toBe(href);
        await page.keyboard.up(key);
        const middle = () => page.mouse.click(x, y, { button: 'middle' });
        expect(await opensTab(page, middle), `middle, ${what}`).toBe(href);
        expect(page.url(), what).toBe(before);
        const height = await page.evaluate(() => window.scrollY);
        await page.mouse.click(x, y);
        await expect.poll(() => page.url(), { message: what }).toBe(href);
        // What opens beside the view leaves it where it is.
        if (addressOf(page).pathname === new URL(before).pathname)
          expect(await page.evaluate(() => window.scrollY), what).toBe(height);
      }
    });

  visitTest('is followed by keyboard: a day opens and closes with either key', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar/2024?months=grids');
    const day = page.locator('[data-day="2024-05-16"]');
    const cell = page.getByRole('gridcell').filter({ has: day });
    for (const [press, search, isOpen] of [
      ['Enter', '?months=grids&day=2024-05-16', 'true'],
      ['Space', '?months=grids', 'false'],
    ] as const) {
      await day.press(press);
      await expect.poll(() => addressOf(page).search).toBe(search);
      // The link leads on from what is drawn, which follows the address.
      await expect.poll(() => cell.getAttribute('aria-selected')).toBe(isOpen);
      await expect.poll(() => day.evaluate((link) => link === document.activeElement)).toBe(true);
    }
  });
});
