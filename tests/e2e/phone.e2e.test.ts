import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest, sidewaysOverflow } from './app-test.ts';

/** What the frame may take of a phone's screen at the top, in CSS pixels. */
const BAR = 52;
/** The least that a thumb hits without looking. */
const THUMB = 44;

describe('the frame on a phone', () => {
  appTest('is one bar above, and the places to go at the thumb', async ({ app }) => {
    const { page, open } = app;
    await page.setViewportSize({ width: 390, height: 844 });
    for (const language of ['en', 'zh', 'ru']) {
      await open(`/fields?lang=${language}`);
      const header = await page.getByRole('banner').boundingBox();
      expect(header?.height, language).toBeLessThanOrEqual(BAR);
      const links = await page.getByRole('navigation').getByRole('link').all();
      expect(links).toHaveLength(5);
      for (const link of links) {
        const box = await link.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(THUMB);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
      }
      expect(await sidewaysOverflow(page), language).toBe(0);
    }
    await page.getByRole('navigation').getByRole('link', { name: 'Календарь' }).click();
    await page.waitForURL(/\/calendar/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  appTest('keeps the settings one press away, and what is made up in sight', async ({ app }) => {
    const { page, open } = app;
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/?lang=en&demo=large');
    await page.getByRole('banner').getByText('Demo Large (synthetic)').waitFor();
    const settings = page.getByRole('button', { name: 'Settings' });
    expect(await page.getByLabel('Language').isVisible()).toBe(false);
    await settings.click();
    await page.getByLabel('Demo').selectOption({ label: 'The record' });
    await expect
      .poll(() => page.getByRole('banner').getByText('Large (synthetic)').count())
      .toBeLessThan(2);
    await page.getByLabel('Language').selectOption({ label: 'Русский' });
    await page.getByRole('button', { name: 'Настройки' }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'О проекте' }).click();
    await page.waitForURL(/\/about/);
  });
});
