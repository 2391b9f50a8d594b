import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import type { EntryFact } from '#engine/record/record.ts';
import { accessibilityFaults, appTest, newAppPage, visitTest } from './app-test.ts';

const entries = JSON.parse(readFileSync('mocks/data/entries.json', 'utf8')) as EntryFact[];
const entryOf = (id: string) => {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`No entry ${id}`);
  return entry;
};

const peek = (page: Page) => page.getByRole('dialog', { name: 'Evidence' });
const PEEK = '[role="dialog"]:popover-open';
const lineOf = (page: Page, id: string) => page.locator(`#entry-${id}`);
const referenceOf = (page: Page, id: string) => lineOf(page, id).getByRole('button');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[id^="entry-"]')?.id ?? null);

describe('the evidence of a sentence', () => {
  appTest('is one gesture away, by key and by pointer, and lets go again', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/28');
    const reference = referenceOf(page, 'm28-08');
    await reference.waitFor();
    // Nothing stands under a sentence: it, its marks and the reference are all.
    expect(
      await lineOf(page, 'm28-08').evaluate((line) =>
        [...line.children].map(({ tagName }) => tagName).join(' '),
      ),
    ).toBe('P UL BUTTON');
    expect(await reference.innerText()).toMatch(/paragraph 3.*Single source/s);

    // Reached by key, it shows what it has and leaves the focus where it is.
    await lineOf(page, 'm28-08').getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    await peek(page).getByText('paragraph 3').waitFor();
    expect(await focused(page)).toBe('entry-m28-08');
    await page.keyboard.press('Escape');
    await peek(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('entry-m28-08');

    // Pressed, it takes the focus, so that its actions follow, and gives it back.
    await page.keyboard.press('Enter');
    await expect
      .poll(() => peek(page).evaluate((dialog) => dialog === document.activeElement))
      .toBe(true);
    expect(await reference.getAttribute('aria-expanded')).toBe('true');
    expect(
      await peek(page)
        .getByRole('link', { name: /^Open source/ })
        .getAttribute('href'),
    ).toMatch(/^https?:/);
    for (const action of ['Copy link', 'Copy citation', 'Cite'])
      await peek(page).getByRole('button', { name: action, exact: true }).waitFor();
    expect(await accessibilityFaults(page, { within: PEEK })).toEqual([]);
    // The citation's own dialog closes alone.
    await peek(page).getByRole('button', { name: 'Cite', exact: true }).click();
    await page.getByRole('dialog', { name: 'Cite' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Cite' }).waitFor({ state: 'detached' });
    await peek(page).waitFor();
    await page.keyboard.press('Escape');
    await peek(page).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('entry-m28-08');
    expect(await reference.getAttribute('aria-expanded')).toBe('false');

    // A pointer that rests on it is enough; one that leaves takes it away again.
    await reference.hover();
    await peek(page).waitFor();
    await page.getByRole('heading', { level: 1 }).hover();
    await peek(page).waitFor({ state: 'detached' });
    await reference.click();
    await peek(page).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await peek(page).waitFor({ state: 'detached' });

    // Kept beside the text, it goes along from reference to reference.
    await reference.click();
    await peek(page).getByRole('button', { name: 'Keep beside the text' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    await peek(page).getByText('paragraph 3').waitFor();
    await referenceOf(page, 'm28-02').click();
    await peek(page).getByText('paragraph 2').waitFor();
    // What is open belongs to the page that it is on.
    await page.getByRole('link', { name: 'About' }).first().click();
    await peek(page).waitFor({ state: 'detached' });
  });

  appTest(
    'stays away where it was closed, when the focus comes back to its reference',
    async ({ app }) => {
      const { page, open } = app;
      await page.clock.install();
      await open('/meetings/28');
      await referenceOf(page, 'm28-08').press('Enter');
      await peek(page).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await peek(page).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('entry-m28-08');
      // Longer than a focus has to rest on a reference for its evidence to be shown.
      await page.clock.runFor(1000);
      expect(await peek(page).count(), 'from the evidence').toBe(0);
      const search = page.getByRole('dialog', { name: 'Search' });
      await page.keyboard.press('Control+k');
      await search.waitFor();
      await page.keyboard.press('Escape');
      await search.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('entry-m28-08');
      await page.clock.runFor(1000);
      expect(await peek(page).count(), 'from a dialog').toBe(0);
    },
  );

  visitTest('leaves the sentence that it is about to be read beside it', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/28');
    for (const id of ['m28-10', 'm28-18', 'm28-02']) {
      const sentence = lineOf(page, id).locator('p');
      await sentence.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await referenceOf(page, id).click();
      const box = async (one: ReturnType<typeof peek>) => (await one.boundingBox()) ?? { y: 0 };
      await expect
        .poll(async () => (await box(peek(page))).y - (await box(sentence)).y)
        .toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await peek(page).waitFor({ state: 'detached' });
    }
  });

  visitTest('stands whole in a low window, above its reference or below it', async ({ app }) => {
    const { page, open } = app;
    await page.setViewportSize({ width: 1280, height: 640 });
    for (const address of ['/', '/fields']) {
      await open(address);
      const long = page
        .getByRole('main')
        .getByRole('button')
        .filter({ hasText: /more piece/ });
      for (let at = 0; at < Math.min(await long.count(), 6); at += 1) {
        await long.nth(at).evaluate((one) => one.scrollIntoView({ block: 'center' }));
        await long.nth(at).press('Enter');
        const place = async () => {
          const { y = -1, height = 0 } = (await peek(page).boundingBox()) ?? {};
          return y >= 0 && y + height <= 640;
        };
        await expect.poll(place, { message: `${address}, ${at}` }).toBe(true);
        await page.keyboard.press('Escape');
        await peek(page).waitFor({ state: 'detached' });
      }
    }
  });

  visitTest(
    'has its own words in their script, all of it, and the sentence as it was written',
    async ({ app }) => {
      const { page, open } = app;
      await open('/meetings/1?lang=zh');
      const dialog = page.getByRole('dialog', { name: '依据' });
      const { quote, text } = entryOf('m01-01');
      await referenceOf(page, 'm01-01').click();
      const quotation = dialog.locator('blockquote').first();
      expect(await quotation.innerText()).toContain(quote?.text);
      expect(await quotation.getAttribute('lang')).toBe(quote?.lang);
      expect(await dialog.locator('ol > li').count()).toBe(2);
      await dialog.getByText('计为另一独立说法').waitFor();
      // The sentence is a translation, and says so; what was written is one press away.
      expect(await lineOf(page, 'm01-01').locator('p').innerText()).not.toContain(text);
      await dialog.getByText(/本句为译文/).click();
      await dialog.getByText(text).waitFor();
      expect(await accessibilityFaults(page, { within: PEEK })).toEqual([]);
    },
  );

  test('opens on a phone above the panel that it lies in, and closes alone', async () => {
    const app = await newAppPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page, open } = app;
    await open('/fields?open=field:energy');
    const panel = page.getByRole('dialog').first();
    await panel.getByRole('article').first().getByRole('button').tap();
    await peek(page)
      .getByRole('link', { name: /^Open source/ })
      .waitFor();
    expect(await accessibilityFaults(page, { within: PEEK })).toEqual([]);
    await page.keyboard.press('Escape');
    await peek(page).waitFor({ state: 'detached' });
    await panel.getByRole('article').first().waitFor();
    await page.context().close();
    expect(app.complaints).toEqual([]);
  });

  test('is reported as wrong where the configuration says, and nowhere without', async () => {
    const app = await newAppPage();
    const { page, open } = app;
    await open('/meetings/28');
    await referenceOf(page, 'm28-08').click();
    await peek(page).getByRole('button', { name: 'Copy link' }).waitFor();
    expect(await peek(page).getByRole('link', { name: 'Report an error' }).count()).toBe(0);
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { api: { mode: 'mock' }, corrections: 'mailto:desk@record.test' } }),
    );
    await open('/meetings/28?lang=en');
    await referenceOf(page, 'm28-08').click();
    const href = await peek(page)
      .getByRole('link', { name: 'Report an error' })
      .getAttribute('href');
    const mail = new URL(href ?? '');
    expect(`${mail.protocol}${mail.pathname}`).toBe('mailto:desk@record.test');
    const body = mail.searchParams.get('body') ?? '';
    const sentence = await lineOf(page, 'm28-08').locator('p').innerText();
    for (const part of ['m28-08', sentence, page.url()]) expect(body).toContain(part);
    expect(body).toMatch(/Data version: \S+/);
    await page.context().close();
    expect(app.complaints).toEqual([]);
  });
});

describe('the page of a meeting', () => {
  visitTest('parts its entries by account as well, each in one column', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings/30?lang=en');
    const idsOf = () =>
      page.locator('main [id^="entry-"]').evaluateAll((all) => all.map(({ id }) => id).toSorted());
    const ids = await idsOf();
    await page.getByText(/^More than half, 29 of 36 entries, .*Russia alone/).waitFor();
    await page.getByRole('radio', { name: 'By account' }).check();
    await page.waitForURL(/arrange=account/);
    const columns = page.locator('#accounts section');
    await columns.first().waitFor();
    expect(await idsOf()).toEqual(ids);
    const counts = await columns.evaluateAll((all) =>
      all.map((column) => [
        Number(/(\d+) entr/.exec(column.querySelector('h3')?.textContent ?? '')?.[1]),
        column.querySelectorAll('article').length,
      ]),
    );
    expect(counts).toEqual([5, 0, 29, 2].map((count) => [count, count]));
    await columns.filter({ hasText: 'In no account of China that was read.' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await page.locator('#said').waitFor();
    expect(await idsOf()).toEqual(ids);
  });

  visitTest(
    'is about half as long as when each sentence had its apparatus under it',
    async ({ app }) => {
      // It was 5,598 and 11,839 then, and is 55 % of that where this was written; other fonts set it a little longer.
      for (const [width, height, longest] of [
        [1440, 900, 3200],
        [390, 844, 6000],
      ] as const) {
        await app.page.setViewportSize({ width, height });
        await app.open('/meetings/28');
        await app.page.locator('#fields').waitFor();
        expect(
          await app.page.evaluate(() => document.documentElement.scrollHeight),
        ).toBeLessThanOrEqual(longest);
      }
      // Folded on a phone, with every fact still on it.
      const sources = app.page.locator('#sources');
      expect(await sources.getByRole('listitem').count()).toBe(0);
      await sources.getByRole('heading').click();
      await expect.poll(() => sources.getByRole('listitem').count()).toBeGreaterThan(5);
    },
  );
});
