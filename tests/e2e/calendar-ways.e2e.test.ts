import { describe, expect } from 'vitest';

import { visitTest } from './app-test.ts';

describe('an address of the calendar', () => {
  visitTest('that cannot be used is told in words, with the nearest view', async ({ app }) => {
    const { page, open } = app;
    const told = page.getByRole('status');
    await open('/calendar?form=agenda&type=opening&type=banana&zoom=soon&day=2023-02-30');
    const ignored = await told.filter({ hasText: 'ignored' }).getByRole('listitem').allInnerTexts();
    expect(ignored).toEqual([
      'type “banana”: not known here',
      'zoom “soon”: not a date',
      'day “2023-02-30”: not a date',
    ]);
    expect(await page.getByRole('checkbox', { name: 'Opening' }).isChecked()).toBe(true);
    await open('/calendar?zoom=1980/2001');
    await told.filter({ hasText: /asks for 1980–2001, but the axis reaches from 1996/ }).waitFor();
    await page.getByText('In view: Jan 1996 to Dec 2001').waitFor();
  });

  visitTest('with a day of another year leads there', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar/2024?day=2023-12-19&lang=en');
    await page.getByRole('link', { name: 'Open it in its own year' }).click();
    await page.waitForURL(/\/calendar\/2023\?day=2023-12-19&lang=en$/);
    await page.getByRole('link', { name: '28th meeting', exact: true }).waitFor();
  });

  visitTest('of no exchange year names the nearest ones', async ({ app }) => {
    const { page, open } = app;
    await open('/exchange-years/sports-2023?asOf=2023-12-19');
    await page.getByRole('heading', { name: /no exchange year “sports-2023”/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('main').getByRole('link').first().click();
    await page.waitForURL(/\/exchange-years\/sports-2022-2023\?asOf=2023-12-19$/);
    // The refused request is the point of this test.
    app.complaints.splice(0);
  });

  visitTest('of an event takes the keyboard there', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar?zoom=2024-04/2024-07');
    const events = page.getByRole('toolbar', { name: 'Ceremonies and events' });
    await events.getByRole('link', { name: /^Opening, 16 May 2024/ }).click();
    await page.waitForURL(/\/exchange-years\/culture-2024-2025#event-2024-05-16$/);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Xi and Putin open the culture years');
  });
});

describe('the keys of a year', () => {
  visitTest('lead into the next year, on the very day', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar/2023?months=grids');
    // Each month is one stop of the Tab key.
    expect(await page.locator('[role="grid"] [tabindex="0"]').count()).toBe(12);
    await page.locator('[data-day="2023-12-31"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/\/calendar\/2024\?months=grids#day-2024-01-01$/);
    const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'));
    await expect.poll(inFocus).toBe('2024-01-01');
    await page.keyboard.press('Shift+PageUp');
    await expect.poll(inFocus).toBe('2023-01-01');
  });
});

describe('the calendar on paper', () => {
  visitTest(
    'says what the marks stand for, which nothing can be pointed at there',
    async ({ app }) => {
      const { page, open } = app;
      // Printing waits for nothing: what is to be on paper has to be there when the event is over.
      const textAfter = (type: string) =>
        page.evaluate((name) => {
          window.dispatchEvent(new Event(name));
          return document.querySelector('main')?.textContent ?? '';
        }, type);
      const opening = 'Xi and Putin open the culture years';
      for (const address of ['/calendar', '/calendar/2024?months=grids']) {
        await open(address);
        expect(await textAfter('beforeprint')).toContain(opening);
        expect(await textAfter('afterprint')).not.toContain(opening);
      }
      // What stands in strips on screen is grids on paper, and is told once on either.
      await open('/calendar/2024');
      const grids = page.getByRole('grid');
      for (const [type, count] of [
        ['beforeprint', 12],
        ['afterprint', 0],
      ] as const) {
        expect((await textAfter(type)).split(opening)).toHaveLength(2);
        expect(await grids.count()).toBe(count);
      }
    },
  );
});
