import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';

const ENOUGH = 600;
/** The rows near the window, and no more: thousands would make the page slow. */
const ROWS_AT_MOST = 80;

const list = (page: Page) => page.locator('#entries');
const rows = (page: Page) => list(page).locator('tbody tr:not([aria-hidden])');
const selected = (page: Page) => list(page).locator('tr[aria-current="true"]');
const placeOf = async (row: Locator) => Number(await row.getAttribute('aria-rowindex')) - 2;
const focused = (page: Page) => list(page).locator('tr:focus');

/** How far the list has come, by its own words. */
async function shown(page: Page): Promise<number> {
  const words = await list(page).getByRole('status').filter({ hasText: 'shown' }).innerText();
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', ''));
}

async function scrollTo(page: Page, count: number) {
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      return shown(page);
    })
    .toBeGreaterThan(count);
}

/** The first row that is whole below the table's head, and where it stands. */
function firstInSight(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('#entries tbody tr[data-index]')];
    const first = all.find((row) => row.getBoundingClientRect().top > 60);
    return { text: first?.innerText, top: Math.round(first?.getBoundingClientRect().top ?? -1) };
  });
}

describe('a list of very many entries', () => {
  visitTest(
    'goes on while scrolling, draws what is near, and is there on Back',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?demo=large');
      const start = await rows(page).first().innerText();
      await scrollTo(page, ENOUGH);
      await page.evaluate(() => window.scrollBy(0, -3000));
      await expect.poll(() => rows(page).count()).toBeLessThan(ROWS_AT_MOST);
      expect(await placeOf(rows(page).last())).toBeGreaterThan(ENOUGH / 2);
      expect(await list(page).getByRole('table').getAttribute('aria-rowcount')).toBe('2001');
      const before = await firstInSight(page);
      await page.evaluate(() => {
        const all = [...document.querySelectorAll('#entries tbody a[href^="/meetings/"]')];
        const link = all.find((one) => one.getBoundingClientRect().top > 60);
        link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      });
      await page.waitForURL(/\/meetings\//);
      await page.getByRole('heading', { level: 1, name: /meeting/ }).waitFor();
      await page.goBack();
      await expect.poll(async () => (await firstInSight(page)).text).toBe(before.text);
      // Places are kept in whole pixels, rows measured in parts of them.
      await expect
        .poll(async () => Math.abs((await firstInSight(page)).top - before.top))
        .toBeLessThanOrEqual(2);
      const height = await page.evaluate(() => window.scrollY);
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: /meeting/ }).waitFor();
      await page.goBack();
      // Whoever goes on at once, by the scroll bar, is let go, also in the moment in which the page still grows.
      await page.waitForFunction((place) => {
        if (Math.abs(window.scrollY - place) > 1) return false;
        document.body.style.paddingBottom = '40px';
        document.querySelector('#entries')?.scrollIntoView();
        return true;
      }, height);
      await expect.poll(() => rows(page).first().innerText()).toBe(start);
    },
  );

  visitTest('is walked by key, the selected entry in the address', async ({ app }) => {
    const { page, open } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/fields?demo=large');
    await rows(page).first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'End'])
      await page.keyboard.press(key);
    await expect.poll(() => placeOf(focused(page))).toBe(49);
    await expect.poll(() => shown(page)).toBeGreaterThan(ENOUGH / 3);
    await page.keyboard.press('End');
    await expect.poll(() => placeOf(selected(page))).toBeGreaterThan(ENOUGH / 3);
    const text = await selected(page).locator('td:nth-child(5)').innerText();
    await page.keyboard.press('c');
    await list(page).getByText('Citation copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/https?:\/\//);
    await page.waitForURL(/entry=synthetic-\d+/);
    const address = page.url();
    await page.reload();
    await selected(page).waitFor();
    expect(await selected(page).locator('td:nth-child(5)').innerText()).toBe(text);
    await expect
      .poll(() => selected(page).evaluate((row) => row.getBoundingClientRect().top))
      .toBeGreaterThan(0);
    expect(page.url()).toBe(address);
    await selected(page).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/meetings\/\d+\?demo=large#entry-synthetic-\d+/);
  });
});
