import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';

import { appTest, newAppPage } from './app-test.ts';

const missing = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
const ENTRY = /\/assets\/index-[\w-]+\.js$/;

describe('a file of the app that does not come', () => {
  appTest('is told by the page itself: missing, cut, not understood, endless', async () => {
    const { page, url } = await newAppPage();
    const told = async (of: RegExp, answer: (route: Route) => Promise<void>, words: RegExp) => {
      await page.route(of, answer);
      await page.goto(`${url}/?lang=en`, { waitUntil: 'commit' });
      await page.getByRole('alert').getByText(words).waitFor();
      await page.unroute(of, answer);
    };
    await told(ENTRY, missing, /could not start/);
    await told(/\/assets\/libraries-/, missing, /could not start/);
    await told(/\/assets\/app-/, (route) => route.abort(), /could not start/);
    const unread = (body: string) => (route: Route) =>
      route.fulfill({ contentType: 'text/javascript', body });
    await told(ENTRY, unread('let next ~= syntax;'), /browser too old/);
    await told(/\/assets\/libraries-/, unread('export const cut = {'), /browser too old/);
    await told(ENTRY, () => new Promise(() => undefined), /still on its way/);
    await page.goto(`${url}/?lang=en`);
    await page.locator('main p > time').first().waitFor();
    expect(await page.locator('#start-failure').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the code of the page that the app is opened at', () => {
  appTest('is waited for in words, with no empty page, and comes by itself', async () => {
    const { page, url } = await newAppPage();
    const held: Route[] = [];
    const code = /\/assets\/CalendarPage-.*\.js$/;
    await page.route(code, async (route) => void held.push(route));
    await page.goto(`${url}/calendar?lang=en`);
    await page.getByRole('status').getByText('Still waiting for the code of this page').waitFor();
    await Promise.all(held.map((route) => route.continue()));
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Still waiting for the code').count()).toBe(0);
    await page.context().close();
  });
});

/** Waits until the failure of a file is told, lets the file through, and asks again. */
const retry = async (page: Page, file: RegExp) => {
  const alert = page.getByRole('alert').filter({ hasText: 'could not load a part of itself' });
  await alert.waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  await page.unroute(file, missing);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await alert.waitFor({ state: 'detached' });
};

describe('a part of the app that fails', () => {
  appTest('fails alone, and comes when it is asked for again', async () => {
    const { page, url, open } = await newAppPage();
    for (const file of [/\/assets\/CiteDialog-.*\.js$/, /\/assets\/CiteDialog-.*\.css$/]) {
      await page.route(file, missing);
      await open('/meetings/28?lang=en');
      await page.getByRole('button', { name: 'Cite' }).first().click();
      await retry(page, file);
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Cite' }).first().click();
      await page.getByRole('dialog').waitFor();
    }
    // The page of the address is asked for before the app has come, which then tells what of it is missing.
    const sheet = /\/assets\/CalendarPage-.*\.css$/;
    await page.route(sheet, missing);
    await page.goto(`${url}/calendar?lang=en`);
    await page.getByText('could not load a part of itself').first().waitFor();
    await page.unroute(sheet, missing);
    const form = /\/assets\/TimePlot-.*\.js$/;
    await page.route(form, missing);
    await open('/fields?lang=en');
    const overTime = page.getByRole('radio', { name: 'Over time' });
    await overTime.click();
    await page.getByRole('alert').waitFor();
    // The other forms are there still.
    await page.getByRole('radio', { name: 'Heat map' }).click();
    await page.getByRole('grid').waitFor();
    await overTime.click();
    await retry(page, form);
    for (const [view, part] of [
      ['/?lang=en', /\/assets\/FieldsPanel-.*\.js$/],
      ['/fields/energy?lang=en', /\/assets\/EntriesPanel-.*\.js$/],
    ] as const) {
      await page.route(part, missing);
      await open(view);
      await retry(page, part);
    }
    const words = /\/assets\/zh-.*\.js$/;
    await page.route(words, missing);
    await open('/about?lang=en');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Language').selectOption('zh');
    await retry(page, words);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh');
    await page.context().close();
  });

  appTest(
    'of an outdated tab: the app that is served now is loaded once, at the same place',
    async () => {
      const { page, url, open } = await newAppPage();
      await open('/fields?field=energy&lang=en');
      const old = /\/assets\/CalendarPage-.*\.(js|css)$/;
      await page.route(old, missing);
      let loads = 0;
      page.on('framenavigated', () => (loads += 1));
      await page.route(`${url}/`, async (route) => {
        const isAsking = route.request().resourceType() === 'fetch';
        if (!isAsking) return route.continue();
        const html = await (await route.fetch()).text();
        return route.fulfill({
          contentType: 'text/html',
          body: html.replace(/src="[^"]*index-/, 'src="/assets/index-new-'),
        });
      });
      const loaded = page.waitForEvent('load');
      await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click();
      await loaded;
      expect(new URL(page.url()).search).toContain('lang=en');
      // The same failure again, from the same served app: told, and not loaded for again.
      await page.getByText('could not load a part of itself').first().waitFor();
      expect(loads).toBeLessThan(4);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    },
  );
});
