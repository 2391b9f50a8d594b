/** What a reader has begun and left: by Back, by midnight, by another tab, or for another page before the first has come. */
import { describe, expect, it } from 'vitest';

import { goWithin } from '#tests/browser/settled.ts';
import { addressOf } from './address-of.ts';
import { appTest, newAppPage } from './app-test.ts';

describe('a date that was begun', () => {
  it('is none where the reader only passed through its field, though the day became another', async () => {
    const { page, open, complaints } = await newAppPage({ timezoneId: 'Asia/Shanghai' });
    await page.clock.install({ time: '2023-12-18T23:59:50+08:00' });
    await open('/meetings');
    const asOf = page.getByRole('banner').getByLabel('As of');
    await asOf.focus();
    await page.clock.setSystemTime('2023-12-19T00:00:02+08:00');
    await page.getByRole('banner').getByRole('button', { name: 'Settings' }).focus();
    await page.clock.runFor(5000);
    expect(addressOf(page).search).toBe('');
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  appTest('is left with the page by Back, and does not come after the reader', async ({ app }) => {
    const { page, open } = app;
    await page.clock.install();
    await open('/meetings');
    await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    const asOf = page.getByRole('banner').getByLabel('As of');
    const before = await asOf.inputValue();
    await asOf.focus();
    await page.keyboard.type('06202019');
    expect(await asOf.inputValue()).toBe('2019-06-20');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
    await page.clock.runFor(3000);
    expect(addressOf(page).search).toBe('');
    expect(await asOf.inputValue()).toBe(before);
  });
});

describe('an end of the range that was begun', () => {
  appTest('is left with the page by Back', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings');
    await page.getByRole('navigation').getByRole('link', { name: 'Fields' }).click();
    const filters = page.getByRole('search', { name: 'Filters' });
    await filters.getByLabel('From', { exact: true }).fill('2020');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
    expect(addressOf(page).search).toBe('');
  });
});

describe('an end of the range that was refused', () => {
  appTest('goes with the step before, and with all filters', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    const filters = page.getByRole('search', { name: 'Filters' });
    const [from, to] = [
      filters.getByLabel('From', { exact: true }),
      filters.getByLabel('To', { exact: true }),
    ];
    const refusal = filters.getByRole('alert');
    await from.fill('2020');
    await from.press('Enter');
    await expect.poll(() => addressOf(page).search).toBe('?from=2020');
    await to.fill('2010');
    await to.press('Enter');
    await refusal.getByText('The first date would be later than the last one').waitFor();
    await page.goBack();
    await refusal.waitFor({ state: 'detached' });
    expect(await to.inputValue()).toBe('');
    await open('/fields?kind=agreement');
    await from.fill('abc');
    await from.press('Enter');
    await refusal.waitFor();
    // Another choice says nothing of what was refused.
    await filters.getByRole('checkbox', { name: /^Priority/ }).check();
    await refusal.waitFor();
    await page.getByRole('button', { name: 'Remove all' }).click();
    await refusal.waitFor({ state: 'detached' });
    expect(await from.inputValue()).toBe('');
  });
});

describe('a page that was left before it came', () => {
  it('lends the one that stands nothing of its address, and is waited for no more', async () => {
    const { page, open } = await newAppPage();
    const isFetched = page.waitForResponse(/late-store-[\w-]+\.js$/);
    // Seen from a day, so that what tells of the day is there already.
    await open('/meetings?asOf=2021-01-01');
    await (await isFetched).finished();
    await page.context().setOffline(true);
    // As Back does it: the browser's address is the other page's before that has come.
    await goWithin(page, '/sources?q=tass&lang=en');
    const waits = page.getByText('This part of Communiqué has not been loaded yet.');
    await waits.waitFor();
    expect(await page.getByText('Address of this page').textContent()).toMatch(
      /\/meetings\?asOf=2021-01-01$/,
    );
    await page.getByRole('banner').getByLabel('As of').fill('2020-05-05');
    await page.getByRole('banner').getByLabel('As of').blur();
    await expect
      .poll(() => addressOf(page))
      .toMatchObject({ pathname: '/meetings', search: '?asOf=2020-05-05' });
    await waits.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('the appearance', () => {
  it('is the same in every open tab', async () => {
    const { page, open, url } = await newAppPage();
    await open('/meetings');
    const other = await page.context().newPage();
    await other.goto(`${url}/meetings`);
    await other.getByRole('heading', { level: 1 }).waitFor();
    const theme = (one: typeof page) => one.locator('html').getAttribute('data-theme');
    for (const chosen of ['dark', 'system'] as const) {
      if (chosen === 'dark') await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByLabel('Appearance').selectOption(chosen);
      await expect.poll(() => theme(other)).toBe(chosen === 'dark' ? 'dark' : null);
    }
    await page.context().close();
  });
});
