import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { addressOf } from './address-of.ts';
import { appTest } from './app-test.ts';

/** What comes of a press on a link: a tab of its own, a file, or nothing that leaves the page. */
async function pressedOutcome(page: Page, link: Locator, attributes: Record<string, string>) {
  await link.evaluate((element, given) => {
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  }, attributes);
  const tab = page.context().waitForEvent('page');
  const file = page.waitForEvent('download');
  const outcome = Promise.race([
    tab.then(async (opened) => {
      await opened.waitForURL(/^http/);
      const { href } = new URL(opened.url());
      await opened.close();
      return href;
    }),
    file.then((download) => download.suggestedFilename()),
  ]);
  // Whichever does not come is not waited for.
  for (const other of [tab, file]) other.catch(() => undefined);
  await link.click();
  return outcome;
}

describe('a link', () => {
  appTest(
    'is the browser’s own where it leads out of the app, to a tab or to a file',
    async ({ app }) => {
      const { page, open, url } = app;
      await open('/fields?chart=heat');
      const before = page.url();
      const cell = page.getByRole('gridcell').getByRole('link').first();
      const other = url.replace('127.0.0.1', 'localhost');
      const ways = [
        {
          given: { target: '_blank' },
          outcome: await cell.evaluate((a: HTMLAnchorElement) => a.href),
        },
        {
          given: { target: '_blank', href: `${other}/favicon.svg` },
          outcome: `${other}/favicon.svg`,
        },
        {
          given: { target: '', href: `${url}/favicon.svg`, download: 'mark.svg' },
          outcome: 'mark.svg',
        },
      ];
      for (const { given, outcome } of ways) {
        expect(await pressedOutcome(page, cell, given)).toBe(outcome);
        expect(page.url()).toBe(before);
      }
      await cell.evaluate((link, href) => {
        link.removeAttribute('download');
        link.setAttribute('href', href);
      }, `${other}/about`);
      await cell.click();
      await expect.poll(() => addressOf(page).hostname).toBe('localhost');
    },
  );
});
