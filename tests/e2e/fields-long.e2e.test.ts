import { describe, expect } from 'vitest';

import { appTest } from './app-test.ts';

const ENOUGH = 1500;
/** Pages near the window, and no more: thousands would make the page slow. */
const ROWS_AT_MOST = 600;

describe('a list of very many entries', () => {
  appTest(
    'goes on while scrolling, and keeps only the rows near the window',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?demo=large');
      const panel = page.locator('#entries');
      const shown = async () => {
        const status = await panel.getByRole('status').last().innerText();
        return Number(/[\d,]+/.exec(status)?.[0].replaceAll(',', ''));
      };
      await panel.getByRole('button', { name: 'Go on while scrolling' }).click();
      const first = await panel.locator('tbody tr').first().innerText();
      await expect
        .poll(
          async () => {
            await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
            return shown();
          },
          { timeout: 40_000 },
        )
        .toBeGreaterThan(ENOUGH);
      const rows = panel.locator('tbody tr:not([aria-hidden])');
      await expect.poll(() => rows.count()).toBeLessThan(ROWS_AT_MOST);
      const last = await rows.last().getAttribute('aria-rowindex');
      expect(Number(last)).toBeGreaterThan(ENOUGH);
      await panel.getByRole('button', { name: 'Go on while scrolling' }).click();
      await panel.evaluate((element) => element.scrollIntoView());
      await expect.poll(() => rows.first().innerText()).toBe(first);
      expect(await rows.first().getAttribute('aria-rowindex')).toBe('2');
    },
    90_000,
  );
});
