import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { settled } from '#tests/browser/settled.ts';
import { newAppPage, testOn, visitTest } from './app-test.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: held } = document;
    return held === document.body ? 'nothing' : (held?.getAttribute('aria-label') ?? held?.tagName);
  });
/** In a context of its own: what a browser has in memory from another page, it does not tell of as fetched. */
const appTest = testOn(async () => {
  const app = await newAppPage();
  return { app, close: () => app.page.context().close() };
});

/** What keeps the focus comes after everything that is read. */
const untilKept = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('OfflineParts')),
  );

describe('a control that changes the address', () => {
  visitTest('keeps the focus, whatever its kind and wherever it stands', async ({ app }) => {
    const { page, open } = app;
    const lost: string[] = [];
    for (const address of [
      '/?field=energy&meeting=28',
      '/meetings',
      '/compare?a=27&b=28',
      '/fields?pin=field%3Denergy',
      '/calendar?form=agenda',
      '/calendar',
      '/sources',
    ]) {
      await open(address);
      const selects = page.locator('select:visible:not([title])');
      for (let at = 0; at < (await selects.count()); at += 1) {
        const before = page.url();
        await selects.nth(at).focus();
        const name = await selects
          .nth(at)
          .evaluate((one: HTMLSelectElement) => one.labels[0]?.innerText);
        await page.keyboard.press('ArrowDown');
        await settled(page);
        if ((await focused(page)) !== 'SELECT') lost.push(`${address}: ${name} (${before})`);
      }
      for (const kind of ['checkbox', 'radio', 'slider'] as const) {
        const one = page.getByRole(kind).filter({ visible: true }).last();
        if ((await one.count()) === 0) continue;
        await one.focus();
        await page.keyboard.press(kind === 'slider' ? 'ArrowLeft' : 'Space');
        await settled(page);
        if ((await focused(page)) === 'nothing') lost.push(`${address}: ${kind}`);
      }
    }
    expect(lost).toEqual([]);
  });

  appTest('stays where it is while a part of the page comes', async ({ app }) => {
    const { page, open } = app;
    const { promise: isDue, resolve: release } = Promise.withResolvers<void>();
    await page.route(/TextOffers-|ShortcutsDialog-/, async (route) => {
      await isDue;
      await route.continue();
    });
    await open('/calendar?form=agenda');
    const field = page.getByRole('searchbox', { name: 'Words' });
    await field.fill('zzzz');
    await page.getByText('Nothing dated matches').waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('?');
    expect(await field.isVisible()).toBe(true);
    release();
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('The entries are written in English').waitFor();
  });

  appTest('leaves it to a closed dialog where the focus goes back to', async ({ app }) => {
    const { page, open } = app;
    await open('/sources');
    await untilKept(page);
    const field = page.getByRole('dialog').getByRole('combobox');
    for (const key of ['Control+k', '/', '/']) {
      await page.keyboard.press(key);
      await field.waitFor();
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      await settled(page);
      expect(await focused(page)).toBe('nothing');
    }
  });

  appTest('hands the focus to its neighbour where it goes with what it did', async ({ app }) => {
    const { page, open, follow } = app;
    await open('/?field=energy&field=sports&meeting=28');
    await untilKept(page);
    const bar = page.getByRole('button', { name: /^Remove/ });
    expect(await bar.count()).toBe(3);
    await bar.nth(1).press('Enter');
    await expect.poll(() => focused(page)).toMatch(/Sports/);
    await bar.nth(1).press('Enter');
    await expect.poll(() => bar.count()).toBe(1);
    await expect.poll(() => focused(page)).not.toBe('nothing');
    await bar.first().press('Enter');
    await expect.poll(() => bar.count()).toBe(0);
    await expect.poll(() => focused(page)).not.toBe('nothing');

    await follow('/sources?meeting=28&meeting=27');
    await bar.last().press('Enter');
    await expect.poll(() => focused(page)).toMatch(/27/);

    // What comes in its place has it.
    await follow('/about');
    await page.getByRole('button', { name: 'Check now' }).press('Enter');
    const pressed = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(pressed).toMatch(/^(Stop|Check again)$/);
    await page.getByRole('status').filter({ hasText: 'No fault was found' }).waitFor();
    await expect.poll(pressed).toBe('Check again');

    // A button that its own press disables.
    await follow('/calendar?asOf=1996-12-28');
    const back = page.getByRole('button', { name: /^To the previous change/ });
    for (let steps = 0; steps < 5 && (await back.isEnabled()); steps += 1) {
      await back.press('Enter');
      await settled(page);
    }
    expect(await back.isDisabled()).toBe(true);
    expect(await focused(page)).toMatch(/^To the previous change/);
  });
});
