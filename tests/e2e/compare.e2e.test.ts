import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';

/** The names in one column of the comparison of fields. */
async function fieldsIn(page: Page, column: string): Promise<string[]> {
  const fields = page.getByRole('region', { name: 'Fields', exact: true });
  await fields.waitFor();
  const names = await fields
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: column }) })
    .locator('li > span:first-child')
    .allInnerTexts();
  return names.map((name) => name.trim()).toSorted();
}

describe('comparing two meetings', () => {
  visitTest('swaps them by one action: what was gained is dropped', async ({ app }) => {
    await app.open('/compare?a=27&b=28');
    const [gained, dropped, kept] = [
      await fieldsIn(app.page, 'Gained'),
      await fieldsIn(app.page, 'Dropped'),
      await fieldsIn(app.page, 'Kept'),
    ];
    expect(gained.length + dropped.length).toBeGreaterThan(0);
    await app.page.getByRole('button', { name: 'Swap' }).click();
    await app.page.getByRole('heading', { name: 'From the 28th to the 27th meeting' }).waitFor();
    expect(new URL(app.page.url()).search).toBe('?a=28&b=27');
    expect(await fieldsIn(app.page, 'Gained')).toEqual(dropped);
    expect(await fieldsIn(app.page, 'Dropped')).toEqual(gained);
    expect(await fieldsIn(app.page, 'Kept')).toEqual(kept);
    await app.page.goBack();
    await app.page.getByRole('heading', { name: 'From the 27th to the 28th meeting' }).waitFor();
  });

  visitTest('says of a meeting by video link only that it was one', async ({ app }) => {
    await app.open('/compare?a=27&b=28');
    await app.page.getByText('5 December 2022 · By video link', { exact: true }).waitFor();
  });

  visitTest(
    'sets the fields of both on one scale, the entries behind each number',
    async ({ app }) => {
      const { page, open } = app;
      await open('/compare?a=27&b=28');
      const shares = page.getByRole('region', {
        name: /^Widest gap: .*27th meeting .*28th meeting/,
      });
      await shares.getByText('Small numbers').waitFor();
      const link = shares.getByRole('link', { name: /^28th meeting: .*Energy: \d+ entries$/ });
      const [, count] = /(\d+) entries$/.exec((await link.getAttribute('aria-label')) ?? '') ?? [];
      await link.click();
      await page.getByRole('heading', { name: `${count} entries`, exact: true }).waitFor();
      await page.goBack();
      await page.getByRole('radio', { name: 'By account' }).click();
      await shares.waitFor({ state: 'detached' });
    },
  );

  visitTest('starts with the latest two, and any two can be chosen', async ({ app }) => {
    await app.open('/compare');
    await app.page.getByRole('heading', { name: 'From the 29th to the 30th meeting' }).waitFor();
    await app.page.getByLabel('First meeting').selectOption('1');
    await app.page.getByRole('heading', { name: 'From the 1st to the 30th meeting' }).waitFor();
    expect(new URL(app.page.url()).search).toBe('?a=1&b=30');
  });

  visitTest(
    'shows the nearest meetings where the address names others, and says so',
    async ({ app }) => {
      await app.open('/compare?a=banana&b=99');
      await app.page.getByText('“banana” is no meeting on record; the 29th is shown').waitFor();
      await app.page.getByText('“99” is no meeting on record; the 30th is shown').waitFor();
    },
  );
});
