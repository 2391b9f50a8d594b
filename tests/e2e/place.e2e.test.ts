import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { settled } from '#tests/browser/settled.ts';
import { appTest } from './app-test.ts';

const height = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const scrollTo = (page: Page, y: number) => page.evaluate((to) => window.scrollTo(0, to), y);

/** How far a part's top is below that of the window, and whether the focus is in it. */
const placeOf = (page: Page, selector: string) =>
  page.evaluate((of) => {
    const part = document.querySelector(of);
    const top = part?.getBoundingClientRect().top ?? Number.NaN;
    // The last part of a page cannot be scrolled to the top.
    const isAtEnd =
      window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    const isInView = top >= 0 && (top < 120 || (isAtEnd && top < window.innerHeight));
    return { isInView, hasFocus: part !== null && part.contains(document.activeElement) };
  }, selector);
const OPENED = { isInView: true, hasFocus: true };

describe('a page opens', () => {
  appTest(
    'at its top where its address was pasted into a tab that showed the app before',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields');
      await scrollTo(page, 1500);
      for (const address of ['/sources', '/fields', '/fields?party=china']) {
        await open(address);
        expect(await height(page), address).toBe(0);
        await scrollTo(page, 900);
      }
      // A reload is no new address.
      await page.reload();
      await settled(page);
      await expect.poll(() => height(page)).toBe(900);
      await page.goBack();
      await settled(page);
      await expect.poll(() => height(page)).toBe(900);
      await page.goForward();
      await settled(page);
      await expect.poll(() => height(page)).toBe(900);
    },
  );

  appTest(
    'at the part that its address names, with the focus there, however late it comes',
    async ({ app }) => {
      const { page, open } = app;
      const arrived = async (selector: string) =>
        await expect.poll(() => placeOf(page, selector)).toEqual(OPENED);
      await page.goto(`${app.url}/meetings/28?demo=slow#sources`);
      await arrived('#sources');
      await settled(page);
      await arrived('#sources');
      // Typed into the address bar, and by the page's own contents.
      await page.evaluate(() => window.location.assign('#fields'));
      await arrived('#fields');
      await page
        .getByRole('navigation', { name: 'Parts' })
        .getByRole('link', { name: 'Open questions' })
        .click();
      await arrived('#questions');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: 'Meetings', exact: true })
        .click();
      await page.getByRole('heading', { level: 1, name: 'Meetings', exact: true }).waitFor();
      await settled(page);
      await page.locator('a[href*="/meetings/27"][href$="#sources"]').first().click();
      await page.waitForURL(/\/meetings\/27/);
      await arrived('#sources');
      await settled(page);
      await arrived('#sources');
      // What a part consists of is opened if need be, and what is not there leaves the reader at the heading.
      await open('/meetings/28#nowhere');
      await expect.poll(() => placeOf(page, 'h1')).toMatchObject({ hasFocus: true });
      expect(await height(page)).toBe(0);
      // A part whose code comes late says so, and is waited for.
      const code = Promise.withResolvers<void>();
      await page.route(/OpenRecordPanel-[^/]*\.js$/, async (route) => {
        await code.promise;
        await route.continue();
      });
      await page.goto(`${app.url}/about#open-record`);
      await page.locator('main [data-skeleton]').waitFor();
      code.resolve();
      await arrived('#open-record');
      await page.unrouteAll({ behavior: 'wait' });
      // Also one that takes no room until it is there: it moves what is below it when it comes.
      const focus = Promise.withResolvers<void>();
      await page.route(/FocusBar-[^/]*\.js$/, async (route) => {
        await focus.promise;
        await route.continue();
      });
      await page.goto(`${app.url}/?field=energy#part-years`);
      await page.locator('main [data-skeleton]:not([role])').first().waitFor({ state: 'attached' });
      focus.resolve();
      await arrived('#part-years');
      await page.unrouteAll({ behavior: 'wait' });
      // Far down in a list of which only the first page has come.
      await open('/fields#entry-m01-01');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-part')))
        .toBe('entry-m01-01');
    },
  );

  appTest('at its part once more where the same address is entered again', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/28#sources');
    await expect.poll(() => placeOf(page, '#sources')).toEqual(OPENED);
    await scrollTo(page, 300);
    await page.evaluate(() => window.location.assign('#sources'));
    await expect.poll(() => placeOf(page, '#sources')).toEqual(OPENED);
    await scrollTo(page, 0);
    await page
      .getByRole('navigation', { name: 'Parts' })
      .getByRole('link', { name: 'Sources' })
      .click();
    await expect.poll(() => placeOf(page, '#sources')).toEqual(OPENED);
    // Entered three times, it is one step.
    expect(await page.evaluate(() => window.history.length)).toBe(2);
    // Only the part is gone to anew: a reload stays where the reader is.
    await scrollTo(page, 700);
    await page.reload();
    await settled(page);
    await expect.poll(() => height(page)).toBe(700);
  });

  appTest(
    'at its top where its address names an entry that it has not, and says so',
    async ({ app }) => {
      const { page, open } = app;
      const lost = page.getByText('The entry that the address names is not at this meeting');
      for (const entry of ['no-more', 'm27-01']) {
        await open(`/meetings/28#entry-${entry}`);
        await lost.waitFor();
        expect(await height(page)).toBe(0);
      }
      await open('/meetings/28#entry-m28-01');
      await page.locator('[data-landed]').waitFor();
      expect(await lost.count()).toBe(0);
    },
  );

  appTest(
    'and stays where a scroll bar moves it, though something still comes',
    async ({ app }) => {
      const { page, open } = app;
      await open('/meetings/28#sources');
      await expect.poll(() => placeOf(page, '#sources')).toEqual(OPENED);
      const moved = await page.evaluate(async () => {
        window.scrollTo(0, 300);
        document.body.append(document.createElement('p'));
        for (let frame = 0; frame < 3; frame++)
          await new Promise((resolve) => {
            requestAnimationFrame(resolve);
          });
        return window.scrollY;
      });
      expect(moved).toBe(300);
    },
  );

  appTest('where the reader was, once the page is high enough again', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/28?demo=slow');
    await scrollTo(page, 2000);
    // Nothing moves what is in view any more, so that the place that is kept is this one.
    await settled(page);
    const left = await height(page);
    expect(left).toBeGreaterThan(1500);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: 'About' })
      .evaluate((link: HTMLElement) => link.click());
    await page.getByRole('heading', { level: 1, name: /About/ }).waitFor();
    await page.reload();
    await page.goBack();
    await page.waitForURL(/\/meetings\/28/);
    await expect.poll(() => height(page)).toBe(left);
    await settled(page);
    await expect.poll(() => height(page)).toBe(left);
  });
});
