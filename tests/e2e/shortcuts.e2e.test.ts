import { expect } from 'vitest';

import { accessibilityFaults, appTest } from './app-test.ts';

appTest(
  'shortcuts are listed in one place, work on a Russian layout, and can be turned off for good',
  async ({ app }) => {
    const { page, open } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/fields?lang=en');
    const row = page.locator('#entries tr[data-index="0"]');
    const pressOnRow = (key: string, code: string) =>
      row.evaluate(
        (element, init) =>
          element.dispatchEvent(
            new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
          ),
        { key, code },
      );
    // The letter that stands on the key C of a Russian keyboard.
    await pressOnRow('с', 'KeyC');
    await page
      .getByText(/citation.*copied/i)
      .first()
      .waitFor();

    const otherTab = await page.context().newPage();
    await otherTab.goto(`${app.url}/about`);
    const searchKeys = () =>
      otherTab.getByRole('button', { name: 'Search' }).getAttribute('aria-keyshortcuts');
    await expect.poll(searchKeys).toMatch(/ \/$/);
    await page.bringToFront();

    // As a Chinese keyboard writes it.
    await page.locator('body').dispatchEvent('keydown', { key: '？', bubbles: true });
    const dialog = page.getByRole('dialog', { name: 'Shortcuts' });
    await dialog.getByText('Copies the entry’s citation').waitFor();
    expect(await accessibilityFaults(page, { within: 'dialog[open]' })).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck();
    await expect.poll(searchKeys).not.toMatch(/ \/$/);
    await otherTab.close();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('#entries').innerText()).not.toContain('C copies');

    await page.reload();
    await page.locator('#entries tr[data-index="0"]').waitFor();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await dialog.getByRole('checkbox', { name: 'Shortcuts of a single key' }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').waitFor();

    // Where the settings are folded, the list is still seen.
    await page.setViewportSize({ width: 390, height: 800 });
    await open('/meetings?lang=en');
    await page.keyboard.press('?');
    await dialog.getByText('Copies the entry’s citation').waitFor();
  },
);
