import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { searchOf } from './address-of.ts';
import type { appTest as AppTest } from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

const meeting = (page: Page) => page.getByRole('region', { name: '28th regular meeting' });
const chart = (page: Page) =>
  page.getByRole('list', { name: 'Fields and their number of entries' });
const fieldButton = (page: Page, name: string) =>
  chart(page).getByRole('button', { name, exact: true });
const marks = (page: Page, lane: string) =>
  page.getByRole('toolbar', { name: lane }).getByRole('link');
const focusedWords = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
  });

/** Presses Tab until the focus is on what the locator names; fails after a page's worth of stops. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  // Found once: to look for roles and names again at every stop takes longer than the stop.
  const elements = await target.elementHandles();
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (all) => all.some((element) => element === document.activeElement),
      elements,
    );
    if (isThere) return;
  }
  throw new Error(`Tab never reaches ${String(target)}`);
}

/**
 * What readers do with the app, step by step; the same on every backend that keeps the contract. On a fresh page, or on one
 * that stays.
 */
export function describeJourneys(appTest: typeof AppTest, visitTest: typeof AppTest): void {
  describe('the overview, in which three views answer each other', () => {
    visitTest('narrows the meeting, the chart and the bands to a chosen field', async ({ app }) => {
      const { page, open } = app;
      await open('/?asOf=2023-12-19');
      const all = countEntries('?meeting=28');
      const ofEnergy = countEntries('?meeting=28&field=energy');
      const sentences = meeting(page).getByRole('article');
      await meeting(page)
        .getByRole('link', { name: `${all} entries` })
        .waitFor();
      expect(await sentences.count()).toBe(5);
      await fieldButton(page, 'Energy').click();
      await meeting(page)
        .getByRole('link', { name: `${ofEnergy} of ${all} entries` })
        .waitFor();
      expect(await sentences.count()).toBe(Math.min(5, ofEnergy));
      expect(searchOf(page)).toBe('?asOf=2023-12-19&field=energy');
      expect(await fieldButton(page, 'Energy').getAttribute('aria-pressed')).toBe('true');
      expect(await fieldButton(page, 'Finance').getAttribute('aria-pressed')).toBe('false');
      await fieldButton(page, 'Energy').click();
      await fieldButton(page, 'Science and technology').click();
      const inFocus = page
        .getByRole('toolbar', { name: 'Exchange years' })
        .locator('[aria-current]');
      await expect.poll(() => inFocus.count()).toBe(1);
      expect(await inFocus.getAttribute('aria-label')).toMatch(/Scientific and Technological/);
    });

    visitTest('takes back exactly one step with Back, and goes it again', async ({ app }) => {
      const { page, open } = app;
      await open('/?asOf=2023-12-19');
      const steps = [searchOf(page)];
      await fieldButton(page, 'Energy').click();
      await page.getByRole('button', { name: /^Remove Fields: Energy/ }).waitFor();
      steps.push(searchOf(page));
      await marks(page, 'Meetings').nth(23).click();
      await page.getByRole('heading', { name: '24th regular meeting' }).waitFor();
      steps.push(searchOf(page));
      await marks(page, 'Exchange years').nth(7).click();
      await page.waitForURL(/exchangeYear=sports-2022-2023/);
      steps.push(searchOf(page));
      expect(new Set(steps).size).toBe(4);
      for (const step of steps.slice(0, -1).toReversed()) {
        await page.goBack();
        await expect.poll(() => searchOf(page)).toBe(step);
      }
      await page.getByRole('heading', { name: '28th regular meeting' }).waitFor();
      expect(await fieldButton(page, 'Energy').getAttribute('aria-pressed')).toBe('false');
      await page.goForward();
      await expect.poll(() => searchOf(page)).toBe(steps[1]);
      expect(await fieldButton(page, 'Energy').getAttribute('aria-pressed')).toBe('true');
    });

    visitTest(
      'shows the meeting whose mark is chosen, and its share of the fields',
      async ({ app }) => {
        const { page, open } = app;
        await open('/');
        await marks(page, 'Meetings').nth(18).click();
        await page.getByRole('heading', { name: '19th regular meeting' }).waitFor();
        expect(searchOf(page)).toBe('?meeting=19');
        await page.getByRole('link', { name: /^19th meeting, Energy: \d+ entr/ }).waitFor();
        const current = page.getByRole('toolbar', { name: 'Meetings' }).locator('[aria-current]');
        expect(await current.getAttribute('aria-label')).toMatch(/^Meeting 19,/);
        await page.getByRole('button', { name: /^Remove Meetings: 19th meeting/ }).click();
        await page.getByRole('heading', { name: '30th regular meeting' }).waitFor();
      },
    );

    visitTest('can be worked with the keyboard alone', async ({ app }) => {
      const { page, open } = app;
      await open('/?asOf=2023-12-19');
      await tabTo(page, fieldButton(page, 'Energy'));
      await page.keyboard.press('Space');
      await page.waitForURL(/field=energy/);
      expect(await focusedWords(page)).toBe('Energy');
      await tabTo(page, marks(page, 'Meetings'));
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '2nd regular meeting' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: '28th regular meeting' }).waitFor();
      await tabTo(page, chart(page).getByRole('link', { name: /^Energy: \d+ entries$/ }));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/fields\?asOf=2023-12-19&field=energy#entries/);
    });

    visitTest('says what the record is, in figures that lead to as much', async ({ app }) => {
      const { page, open } = app;
      await open('/');
      await page.getByRole('heading', { level: 1, name: /what was agreed, in which/ }).waitFor();
      for (const words of [/^\d+ entries$/, /^\d+ confirmed by two independent accounts$/]) {
        const figure = page.getByRole('link', { name: words }).first();
        const [count] = /\d+/.exec(await figure.innerText()) ?? [];
        await figure.click();
        await page.getByRole('heading', { name: `${count} entries` }).waitFor();
        await page.goBack();
      }
      await page.getByRole('link', { name: '30 meetings since 1996' }).click();
      await page.waitForURL(/\/meetings/);
    });

    visitTest('fits one screen of 1440 by 900 pixels', async ({ app }) => {
      for (const [language, years] of [
        ['en', 'Exchange years'],
        ['zh', '主题年'],
        ['ru', 'Тематические годы'],
      ] as const) {
        await app.open(`/?lang=${language}`);
        await marks(app.page, years).first().waitFor();
        expect(
          await app.page.evaluate(() => document.documentElement.scrollHeight),
        ).toBeLessThanOrEqual(900);
      }
    });
  });

  describe('the as-of date', () => {
    const band = (page: Page, years: string) =>
      page.getByRole('toolbar', { name: 'Exchange years' }).getByRole('link', { name: years });

    visitTest(
      'turns statuses back to that day, on the overview and the meeting',
      async ({ app }) => {
        const { page, open } = app;
        await open('/');
        for (const years of ['Years of Culture', 'Years of Sports'])
          expect(await band(page, years).getAttribute('aria-label')).toMatch(/Concluded$/);
        await page.getByLabel('As of').fill('2023-12-19');
        await page.getByText('Everything is shown as of 19 December 2023').waitFor();
        await page.getByRole('heading', { name: '28th regular meeting' }).waitFor();
        expect(await band(page, 'Years of Culture').getAttribute('aria-label')).toMatch(
          /Upcoming$/,
        );
        expect(await band(page, 'Years of Sports').getAttribute('aria-label')).toMatch(
          /concluding$/,
        );
        await page.getByRole('link', { name: 'The whole meeting' }).click();
        const years = page.locator('#exchange-years').getByRole('listitem');
        await years.filter({ hasText: 'Years of Culture' }).getByText('Upcoming').first().waitFor();
        await page.getByRole('button', { name: 'Back to today' }).click();
        await expect.poll(() => searchOf(page)).toBe('');
        for (const [year, then] of [
          ['Years of Culture', 'Upcoming'],
          ['Years of Sports', 'Under way, concluding'],
        ] as const) {
          const row = years.filter({ hasText: year });
          await row.getByText(then).first().waitFor();
          await row.getByText('Concluded').first().waitFor();
        }
      },
    );
  });

  describe('what holds for every view', () => {
    appTest('is the language of the address, kept from page to page', async ({ app }) => {
      const { page, open } = app;
      await open('/?lang=ru');
      await page.getByRole('link', { name: 'Встречи', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Встречи', exact: true }).waitFor();
      expect(searchOf(page)).toBe('?lang=ru');
      await page.getByRole('button', { name: 'Настройки' }).click();
      const words = Promise.withResolvers<void>();
      await page.route(/\/assets\/zh-[^/]*\.js$/, async (route) => {
        await words.promise;
        await route.continue();
      });
      await page.getByLabel('Язык').selectOption('zh');
      await page.waitForURL(/\/meetings\?lang=zh/);
      // Until the words are there, the page stays in the old language and says that it is about to change.
      const html = page.locator('html');
      await expect.poll(() => html.getAttribute('aria-busy')).toBe('true');
      expect(await html.getAttribute('lang')).toBe('ru');
      words.resolve();
      await expect.poll(() => html.getAttribute('lang')).toBe('zh');
      await expect.poll(() => html.getAttribute('aria-busy')).toBeNull();
      await page.unrouteAll({ behavior: 'wait' });
      await page.getByRole('navigation').getByRole('link').nth(2).click();
      await page.waitForURL(/\/fields\?lang=zh/);
      await page.goBack();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Встречи', exact: true }).waitFor();
    });

    visitTest(
      'is the chosen appearance, also after a reload and before the first paint',
      async ({ app }) => {
        const { page, open } = app;
        await open('/about');
        const paper = () =>
          page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const light = await paper();
        const settings = page.getByRole('button', { name: 'Settings' });
        await settings.click();
        await page.getByLabel('Appearance').selectOption('dark');
        const dark = await paper();
        expect(dark).not.toBe(light);
        await page.reload();
        await settings.click();
        expect([await paper(), await page.getByLabel('Appearance').inputValue()]).toEqual([
          dark,
          'dark',
        ]);
        await page.getByLabel('Appearance').selectOption('system');
        expect(await paper()).toBe(light);
      },
    );

    visitTest('is a title for every page, and the focus on its heading', async ({ app }) => {
      const { page, open } = app;
      await open('/');
      const views = ['Meetings', 'Fields', 'Calendar', 'Sources', 'About', 'Overview'];
      for (const view of views) {
        await page
          .getByRole('navigation', { name: 'Views' })
          .getByRole('link', { name: view })
          .click();
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.tagName ?? ''))
          .toBe('H1');
        expect(await page.locator('h1').count()).toBe(1);
        await expect.poll(() => page.title()).toMatch(/^.+ · Communiqué$/);
      }
    });

    appTest('is a first stop of Tab that skips to the content', async ({ app }) => {
      const { page, open } = app;
      await open('/meetings/28');
      await page.keyboard.press('Tab');
      expect(await focusedWords(page)).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        () => document.activeElement?.closest('main')?.id === 'content',
      );
      expect(isInside).toBe(true);
    });

    visitTest('is a page that says when there is none, and leads on', async ({ app }) => {
      const { page, open } = app;
      await open('/no/such/page?asOf=2023-12-19&lang=en');
      await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
      await page.getByText('The address /no/such/page').waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Meetings' }).click();
      await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
      expect(searchOf(page)).toBe('?lang=en&asOf=2023-12-19');
      // The server itself says 404 for such an address: that is the point here.
      app.complaints.splice(0);
    });
  });
}
