import { readFile } from 'node:fs/promises';

import ical, { type VEvent } from 'node-ical';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { parameter } from './address-of.ts';
import { accessibilityFaults, visitTest, sidewaysOverflow } from './app-test.ts';
import { lane } from './timeline-lane.ts';

const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

const eventsIn = (file: string) =>
  Object.values(ical.sync.parseICS(file)).filter(
    (component): component is VEvent => component?.type === 'VEVENT',
  );

/** Presses Tab until the focus is on something whose name matches; fails after a page's worth of stops. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

describe('the calendar', () => {
  visitTest('shows the day of the 28th meeting as it was, and today as it is', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar?asOf=2023-12-19');
    const bands = lane(page, 'Exchange years');
    await expect
      .poll(() => bands.getByRole('link', { name: /Years of Culture/ }).getAttribute('aria-label'))
      .toMatch(/Upcoming$/);
    expect(
      await bands.getByRole('link', { name: /Years of Sports/ }).getAttribute('aria-label'),
    ).toMatch(/Under way, concluding$/);
    expect(
      await lane(page, 'Meetings')
        .getByRole('link', { name: /^Meeting 29,/ })
        .count(),
    ).toBe(1);
    expect(
      await lane(page, 'Meetings')
        .getByRole('link', { name: /^Meeting 29,.*not yet held/ })
        .count(),
    ).toBe(1);
    await open('/calendar');
    for (const name of [/Years of Culture/, /Years of Sports/]) {
      expect(await bands.getByRole('link', { name }).getAttribute('aria-label')).toMatch(
        /Concluded$/,
      );
    }
  });

  visitTest('can be walked with the keyboard alone, to a meeting and back', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar?asOf=2023-12-19');
    await tabTo(page, /^Meeting 1,/);
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(page)).toMatch(/^Meeting 2,/);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focusedName(page)).toMatch(/^Meeting 28,/);
    await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).toMatch(/Years of (Culture|Sports)/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/meetings\/2\d/);
    await page.goBack();
    await page.waitForURL(/\/calendar\?asOf=2023-12-19$/);
  });
});

describe('the agenda', () => {
  visitTest('narrows by type, field and words, all of it in the address', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar?form=agenda');
    await page.getByRole('checkbox', { name: 'Opening' }).click();
    await page.waitForURL(/type=opening/);
    await page.getByRole('combobox', { name: 'Cooperation field' }).selectOption('culture');
    await page.getByRole('heading', { name: '1 dated item, month by month' }).waitFor();
    await page.getByRole('searchbox', { name: 'Words' }).fill('nothing like this');
    await page.getByText('Nothing dated matches these filters').waitFor();
    expect([parameter(page, 'type'), parameter(page, 'field'), parameter(page, 'q')]).toEqual([
      'opening',
      'culture',
      'nothing like this',
    ]);
  });

  visitTest(
    'is taken along as a calendar file that another reader understands',
    async ({ app }) => {
      const { page, open } = app;
      await open('/calendar?form=agenda&type=meeting&lang=ru');
      const button = page.getByRole('button', { name: /iCalendar/ });
      const count = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe('calendar.ics');
      const file = await readFile(await download.path(), 'utf8');
      const events = eventsIn(file);
      expect(events).toHaveLength(count);
      expect(events.map(({ start }) => start.toDateString())).toContain('Tue Dec 19 2023');
    },
  );
});

describe('an exchange year', () => {
  visitTest('says where it was announced, and what it does not know', async ({ app }) => {
    const { page, open } = app;
    await open('/exchange-years/culture-2024-2025?asOf=2023-12-19');
    const status = page.getByRole('region', { name: 'Status' });
    expect(await status.textContent()).toMatch(/Upcoming.*Concluded/);
    await page
      .getByRole('region', { name: /Announced, opened/ })
      .getByRole('link', { name: '28th meeting' })
      .click();
    await page.waitForURL(/\/meetings\/28\?asOf=2023-12-19#entry-/);
    await open('/exchange-years/local-2018-2019');
    await page.getByText('No closing ceremony on record').waitFor();
    await page.getByRole('region', { name: 'Open questions' }).waitFor();
  });

  visitTest('counts the entries that name it, and leads to as many', async ({ app }) => {
    const { page, open } = app;
    await open('/exchange-years/culture-2024-2025');
    const link = page.getByRole('link', { name: /^\d+ entr/ });
    const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
    await link.click();
    await page.waitForURL(/\/fields\?exchangeYear=culture-2024-2025#entries/);
    await expect.poll(() => page.locator('#entries tbody tr').count()).toBe(count);
  });

  visitTest('gives one event to a calendar', async ({ app }) => {
    const { page, open } = app;
    await open('/exchange-years/culture-2024-2025?lang=zh');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /^添加到日历：习近平和普京在国家大剧院为文化年揭幕/ })
        .click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    const [event, ...others] = eventsIn(file);
    expect(others).toEqual([]);
    expect(event?.end?.toDateString()).toBe('Fri May 17 2024');
    expect(event?.categories).toEqual(['开幕', '文化']);
  });

  visitTest('leads along the series', async ({ app }) => {
    const { page, open } = app;
    await open('/exchange-years/sports-2022-2023');
    await page.getByRole('link', { name: /Years of Culture/ }).click();
    await page.waitForURL(/culture-2024-2025/);
  });
});

describe('the calendar’s other states', () => {
  const OPENED = [
    '/calendar?zoom=2022-01/2023-12&sessions=show&asOf=2023-12-19',
    '/calendar/2022?day=2022-12-19',
    '/calendar/banana',
    '/exchange-years/no-such-year',
    '/exchange-years/national-2006-2007',
  ];
  for (const address of OPENED) {
    visitTest(`are accessible and fit a phone: ${address}`, async ({ app }) => {
      const { page, open } = app;
      await page.setViewportSize({ width: 390, height: 844 });
      await open(address);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    });
  }
});
