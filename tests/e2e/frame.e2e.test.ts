import { describe, expect, it } from 'vitest';

import { accessibilityFaults, visitTest, newAppPage, sidewaysOverflow } from './app-test.ts';
import { ROUTES } from './routes.ts';

/** What the frame may take of a phone's screen at the top, in CSS pixels. */
const BAR = 52;
/** The least that a thumb hits without looking. */
const THUMB = 44;

const SCREEN = { width: 390, height: 844 };

describe('the frame', () => {
  it('is one bar above on a phone, and the places to go at the thumb', async () => {
    const { page, open, follow, complaints } = await newAppPage({
      viewport: SCREEN,
      hasTouch: true,
      isMobile: true,
    });
    await open('/about');
    for (const language of ['en', 'zh', 'ru']) {
      await follow(`/fields?lang=${language}`);
      const header = await page.getByRole('banner').boundingBox();
      expect(header?.height, language).toBeLessThanOrEqual(BAR);
      const links = await page.getByRole('navigation').getByRole('link').all();
      expect(links).toHaveLength(5);
      for (const link of links) {
        const box = await link.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(THUMB);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(SCREEN.height);
      }
      expect(await sidewaysOverflow(page), language).toBe(0);
    }
    await page.getByRole('navigation').getByRole('link', { name: 'Календарь' }).click();
    await page.waitForURL(/\/calendar/);
    // What lies under the places in this moment is scrolled from there, which the rule of sizes does not know.
    const faults = await accessibilityFaults(page);
    expect(faults.filter((fault) => !fault.startsWith('target-size'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  visitTest(
    'is one bar on a narrow screen without touch too, with all else one press away, and what is made up in sight',
    async ({ app }) => {
      const { page, open } = app;
      await page.setViewportSize(SCREEN);
      await open('/?lang=en&demo=large');
      await page.getByRole('banner').getByText('Demo Large (synthetic)').waitFor();
      const header = await page.getByRole('banner').boundingBox();
      expect(header?.height).toBeLessThanOrEqual(BAR + 24);
      expect(await page.getByLabel('Language').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByLabel('Demo').selectOption({ label: 'The record' });
      await expect
        .poll(() => page.getByRole('banner').getByText('Large (synthetic)').count())
        .toBeLessThan(2);
      await page.getByLabel('Language').selectOption({ label: 'Русский' });
      await page.getByRole('button', { name: 'Меню' }).waitFor();
      await page.getByRole('banner').getByRole('link', { name: 'О проекте' }).click();
      await page.waitForURL(/\/about/);
    },
  );

  visitTest('has two lines on a desk, in the longest language too', async ({ app }) => {
    const { page, open } = app;
    await page.setViewportSize({ width: 1440, height: 900 });
    const heights = new Map<string, number | undefined>();
    for (const language of ['en', 'ru']) {
      await open(`/people?lang=${language}`);
      heights.set(language, (await page.getByRole('banner').boundingBox())?.height);
    }
    expect(heights.get('ru')).toBe(heights.get('en'));
  });

  visitTest('says on every page in which view it is', async ({ app: { page, open } }) => {
    const here = page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]');
    for (const [path, view] of [
      ['/', 'Overview'],
      ['/meetings/28', 'Meetings'],
      ['/compare?a=27&b=28', 'Meetings'],
      ['/people/li-qiang', 'Meetings'],
      ['/fields/energy', 'Fields'],
      ['/exchange-years/culture-2024-2025', 'Calendar'],
    ] as const) {
      await open(path);
      expect(await here.allInnerTexts(), path).toEqual([view]);
    }
  });

  visitTest('takes the focus to nothing that is out of sight', async ({ app: { page, open } }) => {
    for (const width of [390, 1024]) {
      await page.setViewportSize({ width, height: 844 });
      for (const route of [...ROUTES, '/fields?chart=heat', '/fields?chart=time']) {
        await open(route);
        const unseen = await page.evaluate(() => {
          const clips = (at: Element | null): boolean =>
            at !== null && (getComputedStyle(at).clipPath !== 'none' || clips(at.parentElement));
          // Asked of all before any takes the focus, each of which has the browser work out its styles anew.
          return [
            ...document.querySelectorAll<HTMLElement>('main :is(a[href], button, [tabindex="0"])'),
          ]
            .filter(clips)
            .filter((one) => {
              one.focus({ preventScroll: true });
              return document.activeElement === one && clips(one);
            })
            .map((one) => one.textContent);
        });
        expect(unseen, `${route}, ${width}`).toEqual([]);
      }
    }
  });
});
