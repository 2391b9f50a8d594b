import { describe, expect, it } from 'vitest';

import { newAppPage } from './app-test.ts';

describe('a page that stays open over midnight', () => {
  it('goes by the new day in all that it says, and never while the reader is in the middle of something', async () => {
    const { page, open, complaints } = await newAppPage({ timezoneId: 'Asia/Shanghai' });
    await page.clock.install({ time: '2023-12-18T23:59:40+08:00' });
    await open('/calendar/2023?months=grids');
    const asOf = page.getByRole('banner').getByLabel('As of');
    const cell = page.locator('[aria-current="date"]');
    const shows = async (day: string) => {
      await expect.poll(() => cell.getAttribute('data-day')).toBe(day);
    };
    expect(await asOf.inputValue()).toBe('2023-12-18');
    await shows('2023-12-18');
    await page.clock.runFor(30_000);
    await shows('2023-12-19');
    expect(await asOf.inputValue()).toBe('2023-12-19');
    await page.getByText('Culture').first().waitFor();
    // The machine slept for days: no timer went off in time.
    await page.clock.setSystemTime('2023-12-22T09:00:00+08:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await shows('2023-12-22');
    // With the button of the mouse down, and right after it.
    const dayAfterDay = async (day: string) => {
      await page.clock.setSystemTime(`${day}T00:00:10+08:00`);
      await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
      await page.clock.runFor(2000);
    };
    await page.mouse.move(5, 5);
    await page.mouse.down();
    await dayAfterDay('2023-12-23');
    expect(await cell.getAttribute('data-day')).toBe('2023-12-22');
    await page.mouse.up();
    await page.clock.runFor(10);
    await shows('2023-12-23');
    // In a dialog.
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog');
    await search.waitFor();
    await dayAfterDay('2023-12-24');
    expect(await cell.getAttribute('data-day')).toBe('2023-12-23');
    await page.keyboard.press('Escape');
    await page.clock.runFor(1100);
    await shows('2023-12-24');
    // In a date that is half typed.
    await asOf.press('Backspace');
    await dayAfterDay('2023-12-25');
    expect(await cell.getAttribute('data-day')).toBe('2023-12-24');
    await asOf.blur();
    await page.clock.runFor(6000);
    await shows('2023-12-25');
    // A date that the address holds stays what it is; what is cited is looked at today.
    await page.evaluate(() => history.replaceState(null, '', '/sources/seed-28?asOf=2020-01-01'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.clock.runFor(3000);
    await page.getByRole('button', { name: /^Cite/ }).first().click();
    await page.getByRole('radio', { name: 'BibTeX' }).click();
    await page.getByText(/urldate.*2023-12-25/).waitFor();
    expect(await asOf.inputValue()).toBe('2020-01-01');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
