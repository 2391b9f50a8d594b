import { describe, expect } from 'vitest';

import { settled } from '#tests/browser/settled.ts';
import { sidewaysOverflow, visitTest } from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

describe('filters pinned for comparison', () => {
  visitTest('stand side by side on one scale, and come back with the address', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?party=china');
    await page.getByRole('button', { name: 'Pin for comparison' }).click();
    await page.waitForURL(/pin=party%3Dchina/);
    const table = page.getByRole('table', { name: 'Filter states side by side' });
    const search = page.getByRole('search', { name: 'Filters' });
    await search.getByRole('checkbox', { name: /^Russia/ }).click();
    await search.getByRole('checkbox', { name: /^China/ }).click();
    await page.waitForURL(/party=russia/);
    const heads = () => table.getByRole('columnheader').allInnerTexts();
    await expect
      .poll(async () => (await heads()).slice(1))
      .toEqual([
        expect.stringContaining(`${countEntries('?party=china')} entries`),
        expect.stringContaining(`${countEntries('?party=russia')} entries`),
      ]);
    // One scale: as many pixels for an entry in every column.
    const scales = await table.locator('tbody td').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const count = Number(cell.querySelector('a')?.textContent);
        const bar = cell.querySelector('[style]')?.getBoundingClientRect().width ?? 0;
        return Number.isNaN(count) || count === 0 ? [] : [bar / count];
      }),
    );
    expect(Math.max(...scales) - Math.min(...scales)).toBeLessThan(0.1);
    const numbers = () => table.locator('tbody').innerText();
    const before = await numbers();
    await page.reload();
    // What is still on its way could move the link away from under the press.
    await settled(page);
    await expect.poll(numbers).toBe(before);
    const link = table.locator('tbody tr').first().getByRole('link').nth(1);
    const count = Number(await link.innerText());
    await link.click();
    await page.waitForURL(/party=china.*open=field/);
    await page.getByRole('status').getByText(`of ${count} entries`).first().waitFor();
    await table.getByRole('link', { name: /^Remove/ }).click();
    await table.waitFor({ state: 'detached' });
  });

  visitTest(
    'are one press away for the parties and the decades, on a phone too',
    async ({ app }) => {
      const { page, open } = app;
      await page.setViewportSize({ width: 390, height: 844 });
      await open('/fields?kind=statement');
      const table = page.getByRole('table', { name: 'Filter states side by side' });
      const totals = () =>
        table.getByRole('columnheader').getByRole('link', { name: /entr(y|ies):/ });
      const start = page.getByRole('list', { name: 'Side by side' }).getByRole('link');
      await start.filter({ hasText: 'China and Russia' }).click();
      await expect
        .poll(() => totals().allInnerTexts())
        .toEqual(
          ['china', 'russia'].map(
            (party) => `${countEntries(`?kind=statement&party=${party}`)} entries`,
          ),
        );
      expect(await sidewaysOverflow(page)).toBe(0);
      await start.filter({ hasText: '2016–2025' }).click();
      await expect.poll(() => totals().count()).toBe(3);
      const link = totals().last();
      const count = Number.parseInt(await link.innerText(), 10);
      await link.click();
      await page.waitForURL(/from=2016&to=2025.*open=all/);
      await page.getByRole('status').getByText(`of ${count} entries`).first().waitFor();
    },
  );
});
