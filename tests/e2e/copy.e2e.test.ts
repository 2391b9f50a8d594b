import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest } from './app-test.ts';

/** What the reader would copy by pressing the keys for it now. */
const selectedText = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return null;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });

/** The ways in which a browser does not copy: on plain http there is no clipboard, elsewhere it may be refused. */
const REFUSALS = {
  'has no clipboard, as on plain http': () =>
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  'refuses the clipboard': () => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  },
};

describe('where the browser', () => {
  for (const [what, refuse] of Object.entries(REFUSALS)) {
    appTest(`${what}, what was to be copied is offered, selected`, async ({ app }) => {
      const { page, open } = app;
      await page.addInitScript(refuse);
      await open('/fields?party=china');
      const offered = page.getByRole('dialog', { name: 'The browser refused to copy' });
      const close = async () => {
        await page.keyboard.press('Escape');
        await offered.waitFor({ state: 'detached' });
      };
      const link = page.getByRole('button', { name: 'Copy link to this view' });
      await link.click();
      await expect.poll(() => selectedText(page)).toBe(page.url());
      expect(await accessibilityFaults(page)).toEqual([]);
      await close();
      expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
      // In a dialogue, which stays open.
      await page.getByRole('button', { name: /^Cite/ }).first().click();
      const cite = page.getByRole('dialog', { name: 'Cite' });
      const words = await cite.getByRole('status').innerText();
      await cite.getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => selectedText(page)).toBe(words);
      await close();
      await cite.waitFor();
      await page.keyboard.press('Escape');
      // By key, in a row.
      const row = page.locator('#entries tbody tr[data-index]').first();
      await row.press('c');
      await expect.poll(() => selectedText(page)).toMatch(/https?:/);
      await close();
      expect(await row.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  }
});
