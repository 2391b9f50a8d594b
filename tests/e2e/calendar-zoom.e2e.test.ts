import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { addressOf, parameter } from './address-of.ts';
import { appTest } from './app-test.ts';
import { lane } from './timeline-lane.ts';

const stretchInView = (page: Page) => page.locator('output').first();

describe('zooming the timeline', () => {
  appTest(
    'by keys and buttons is a step in the address each time, undone by Back',
    async ({ app }) => {
      const { page, open } = app;
      await open('/calendar');
      await page.getByRole('radio', { name: 'Decade' }).click({ force: true });
      await page.waitForURL(/zoom=2019-01%2F2028-12/);
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForURL((url) => url.searchParams.get('zoom') !== '2019-01/2028-12');
      await page.goBack();
      await page.waitForURL(/zoom=2019-01%2F2028-12/);
      await lane(page, 'Meetings').getByRole('link').first().focus();
      await page.keyboard.press('0');
      await page.waitForURL((url) => !url.searchParams.has('zoom'));
      await page.keyboard.press('+');
      await page.waitForURL((url) => url.searchParams.has('zoom'));
    },
  );

  appTest(
    'by the wheel and moving by dragging go together, and a drag opens nothing',
    async ({ app }) => {
      const { page, open } = app;
      await open('/calendar');
      const mark = lane(page, 'Meetings').getByRole('link', { name: /^Meeting 22,/ });
      const box = await mark.boundingBox();
      if (!box) throw new Error('The mark is not on screen');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -300);
      await page.keyboard.up('Control');
      await page.waitForURL((url) => url.searchParams.has('zoom'));
      const zoomed = parameter(page, 'zoom');
      // The day under the pointer stays there.
      const after = await mark.boundingBox();
      expect(Math.abs((after?.x ?? 0) + (after?.width ?? 0) / 2 - x)).toBeLessThan(40);
      await page.mouse.down();
      await page.mouse.move(x - 200, y, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL((url) => url.searchParams.get('zoom') !== zoomed);
      expect(addressOf(page).pathname).toMatch(/\/calendar$/);
      await page.mouse.wheel(0, 200);
      expect(parameter(page, 'zoom')).not.toBe(zoomed);
    },
  );

  appTest('by the wheel never goes back on the way', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar');
    await stretchInView(page).evaluate((output) => {
      const seen = [output.textContent];
      Reflect.set(globalThis, 'seen', seen);
      new MutationObserver(() => {
        if (output.textContent !== seen.at(-1)) seen.push(output.textContent);
      }).observe(output, { subtree: true, childList: true, characterData: true });
    });
    const box = await lane(page, 'Meetings').boundingBox();
    if (!box) throw new Error('The lane is not on screen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -60);
    await page.keyboard.up('Control');
    await page.waitForURL((url) => url.searchParams.has('zoom'));
    const years = (parameter(page, 'zoom') ?? '').match(/\d{4}/g) ?? [];
    const seen = () => page.evaluate(() => Reflect.get(globalThis, 'seen') as string[]);
    await expect.poll(async () => (await seen()).at(-1)).toMatch(new RegExp(years.join('.*')));
    expect((await seen()).length).toBeGreaterThan(1);
    expect(new Set(await seen()).size).toBe((await seen()).length);
  });

  appTest('by keys pressed at once goes as far as by keys pressed in turn', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar');
    const press = (...keys: string[]) =>
      lane(page, 'Meetings').evaluate((element, pressed) => {
        for (const key of pressed)
          element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }, keys);
    const months = () => {
      const [from = '', to = ''] = (parameter(page, 'zoom') ?? '').split('/');
      return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
    };
    const inTurn = new Set([parameter(page, 'zoom')]);
    for (let step = 0; step < 3; step += 1) {
      await press('+');
      await page.waitForURL((url) => !inTurn.has(url.searchParams.get('zoom')));
      inTurn.add(parameter(page, 'zoom'));
    }
    const far = months();
    await press('0');
    await page.waitForURL((url) => !url.searchParams.has('zoom'));
    await press('+', '+', '+');
    // The address says whole months only, so that steps in turn are each a little longer.
    await expect.poll(() => Math.abs(months() - far)).toBeLessThanOrEqual(12);
  });

  appTest('goes on by keys from a mark that zooming takes out of view', async ({ app }) => {
    const { page, open } = app;
    await open('/calendar?asOf=2023-12-19');
    const inView = stretchInView(page);
    const laneInFocus = () =>
      page.evaluate(() =>
        document.activeElement?.closest('[data-lane]')?.getAttribute('data-lane'),
      );
    for (const name of ['Meetings', 'Exchange years', 'Ceremonies and events']) {
      await lane(page, name).locator('[data-mark]').first().focus();
      const before = await laneInFocus();
      const stretches = new Set([await inView.textContent()]);
      for (let press = 0; press < 3; press += 1) {
        await page.keyboard.press('+');
        await expect.poll(() => inView.textContent()).not.toBe([...stretches].at(-1));
        stretches.add(await inView.textContent());
        expect(await laneInFocus()).toBe(before);
      }
      await page.keyboard.press('0');
      await expect.poll(() => inView.textContent()).toBe([...stretches][0]);
    }
  });
});
