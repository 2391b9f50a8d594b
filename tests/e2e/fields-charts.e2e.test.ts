import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { searchOf } from './address-of.ts';
import { settled } from '#tests/browser/settled.ts';
import {
  accessibilityFaults,
  type AppPage,
  appTest,
  newAppPage,
  sidewaysOverflow,
  visitTest,
} from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

const grid = (page: Page) => page.getByRole('grid');
const panel = (page: Page, name: string) => page.getByRole('complementary', { name });

describe('the heat map', () => {
  visitTest(
    'is walked and opened with the keyboard alone, and says where one is',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?chart=heat&field=energy&field=sports&from=2021');
      const first = grid(page).locator('[tabindex="0"]');
      await first.focus();
      await page.keyboard.press('End');
      const focused = page.locator(':focus');
      const words = await focused.getAttribute('aria-label');
      expect(words).toMatch(/^Energy, 30th meeting: \d+ entr(y|ies)$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/open=field%3Aenergy%2Cmeeting%3A30/);
      const name = 'Energy · 30th meeting';
      await panel(page, name).getByRole('article').first().waitFor();
      const count = countEntries('?field=energy&meeting=30');
      expect(words).toContain(`: ${count} `);
      expect(await panel(page, name).getByRole('article').count()).toBe(count);
      await expect.poll(() => focused.getAttribute('aria-labelledby')).not.toBeNull();
      await page.keyboard.press('Escape');
      await panel(page, name).waitFor({ state: 'detached' });
      await expect.poll(() => focused.getAttribute('aria-label')).toBe(words);
    },
  );

  visitTest('sorts its rows and columns, and comes back with a reload', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?chart=heat&group=people');
    const names = () => grid(page).getByRole('rowheader').allInnerTexts();
    const before = await names();
    const dated = await grid(page).getByRole('columnheader').allInnerTexts();
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('radio', { name: 'Similarity' }).first().click();
    await page.waitForURL(/order=similarity/);
    await expect.poll(names).not.toEqual(before);
    await page
      .getByRole('group', { name: 'Columns' })
      .getByRole('radio', { name: 'Count' })
      .click();
    await page.waitForURL(/columnOrder=value/);
    // The address is there before the grid is.
    const columns = () => grid(page).getByRole('columnheader').allInnerTexts();
    await expect.poll(columns).not.toEqual(dated);
    const heads = await columns();
    expect(heads.toSorted()).toEqual(dated.toSorted());
    const sorted = await names();
    expect(sorted.toSorted()).toEqual(before.toSorted());
    await page.reload();
    await expect.poll(names).toEqual(sorted);
    expect(await columns()).toEqual(heads);
  });
});

describe('the menus of a chart', () => {
  visitTest('have room for their words on a phone, in the longest language', async ({ app }) => {
    const { page, open } = app;
    await page.setViewportSize({ width: 320, height: 844 });
    await open('/fields?chart=heat&lang=ru');
    for (const name of ['Показ', 'Сохранить']) {
      await page.getByRole('button', { name, exact: true }).click();
      const menu = page.getByRole('group', { name, exact: true }).filter({ visible: true }).first();
      const choices = menu.locator('label:visible, button:visible');
      await choices.first().waitFor();
      const boxes = await choices.evaluateAll((all) =>
        all.map((one) => ({ words: one.textContent, box: one.getBoundingClientRect().toJSON() })),
      );
      for (const { words, box } of boxes) {
        expect(box.height, words).toBeLessThan(36);
        expect(box.left, words).toBeGreaterThanOrEqual(0);
        expect(box.right, words).toBeLessThanOrEqual(320);
      }
      await page.keyboard.press('Escape');
    }
  });
});

describe('the buttons of a chart', () => {
  let app: AppPage;
  beforeAll(async () => {
    const viewport = { width: 390, height: 844 };
    app = await newAppPage({ viewport, hasTouch: true, isMobile: true });
    await app.open('/about');
  });
  afterAll(() => app.page.context().close());

  test.each([
    ['en', 'Pin for comparison'],
    ['zh', '固定以便比较'],
    ['ru', 'Закрепить'],
  ])('stand in one row under a thumb: %s', async (lang, name) => {
    const { page, follow } = app;
    await follow(`/fields?lang=${lang}`);
    const pin = page.getByRole('button', { name, exact: true });
    const boxes = await pin.evaluate((button) =>
      [...(button.closest('header')?.querySelectorAll('button') ?? [])]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getBoundingClientRect().top),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...boxes) - Math.min(...boxes)).toBeLessThan(2);
  });
});

describe('the entries opened beside a chart', () => {
  visitTest('close with Back, and leave the page where it was', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?stack=none');
    const bars = page.getByRole('list', { name: /^Fields and/ });
    const link = bars.getByRole('link').last();
    await link.scrollIntoViewIfNeeded();
    const scrolled = () => page.evaluate(() => window.scrollY);
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL(/open=field/);
    await page.getByRole('button', { name: 'Close the entries' }).waitFor();
    expect(await scrolled()).toBe(before);
    await page.goBack();
    await page.getByRole('button', { name: 'Close the entries' }).waitFor({ state: 'detached' });
    expect(searchOf(page)).toBe('?stack=none');
  });

  visitTest('become the filter of the whole view', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?open=field:energy,kind:agreement&party=joint');
    await page.getByRole('link', { name: 'Filter the whole view by this' }).click();
    await page.waitForURL(/field=energy/);
    const count = countEntries('?field=energy&kind=agreement&party=joint');
    await page
      .locator('#entries')
      .getByRole('heading', { name: `${count} entries` })
      .waitFor();
  });

  visitTest('are told of where an address asks for what is not there', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?open=field:nonsense');
    await page.getByText('open “field:nonsense”').waitFor();
    expect(await page.getByRole('button', { name: 'Close the entries' }).count()).toBe(0);
  });
});

describe.each(['bars&measure=share', 'balance', 'time&stack=party', 'heat'])(
  'chart=%s',
  (chart) => {
    visitTest(
      'is accessible in either theme, wide and narrow, with entries open',
      async ({ app }) => {
        const faults: string[] = [];
        await app.page.emulateMedia({ reducedMotion: 'reduce' });
        // A part of the record: what else there is under a chart has a test of its own.
        await app.open(`/fields?chart=${chart}&group=people&from=2023&open=field:education`);
        await app.page.getByRole('article').first().waitFor();
        // A theme changes colours and nothing else, and those at every width.
        for (const [theme, width, choice] of [
          ['light', 1440, {}],
          ['light', 390, {}],
          ['dark', 390, { only: ['color-contrast'] }],
        ] as const) {
          await app.page.emulateMedia({ colorScheme: theme });
          await app.page.setViewportSize({ width, height: 900 });
          await settled(app.page);
          const found = await accessibilityFaults(app.page, choice);
          faults.push(...found.map((fault) => `${theme} ${width}: ${fault}`));
          expect(await sidewaysOverflow(app.page)).toBe(0);
        }
        expect(faults).toEqual([]);
      },
    );
  },
);

/** A backend, and what the summaries were by that it was asked for. */
async function withBackend(page: Page, url: string, scenario: 'record' | 'outdated') {
  const base = `${url}/backend`;
  const handler = createHandler(await readRecord(), { baseUrl: base, scenario });
  const asked: string[] = [];
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: base } } }),
  );
  await page.route('**/backend/**', async (route) => {
    const { pathname, searchParams: query } = new URL(route.request().url());
    if (pathname.endsWith('/fields/summary'))
      asked.push(`${query.get('by')}, ${query.get('split')}`);
    const response = await handler(new Request(route.request().url()));
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: await response.text(),
    });
  });
  return asked;
}

describe('bars over time, stacked', () => {
  /** What each column is made of, by kind and then by party. */
  async function readColumns({ page, open }: Awaited<ReturnType<typeof newAppPage>>) {
    await open('/fields?chart=time&per=year');
    const columns = page
      .getByRole('list', { name: 'Entries over time' })
      .getByRole('link', { name: /: / });
    const words = () =>
      columns.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    await expect.poll(words).toContainEqual(expect.stringMatching(/Agreements? \d/));
    const byKind = await words();
    await page.getByLabel('Split by').selectOption('Party');
    await expect.poll(words).toContainEqual(expect.stringMatching(/China \d/));
    return [byKind, await words()];
  }

  appTest('are one question, and as many as need be of a backend from before', async () => {
    const current = await newAppPage();
    const asked = await withBackend(current.page, current.url, 'record');
    const shown = await readColumns(current);
    expect(asked).toEqual(['year, kind', 'year, party']);
    expect(current.complaints).toEqual([]);
    await current.page.context().close();
    const older = await newAppPage();
    const askedOlder = await withBackend(older.page, older.url, 'outdated');
    expect(await readColumns(older)).toEqual(shown);
    expect(askedOlder.filter((question) => question !== 'year, null')).toEqual(['year, kind']);
    await older.page.context().close();
  });
});
