import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest, visitTest } from './app-test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the record' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const chosen = (page: Page) => dialog(page).getByRole('option', { selected: true });

/** Types into the open search and waits until it has answered exactly that. */
async function ask(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await dialog(page)
    .getByRole('status')
    .filter({ hasText: /match(es)?\b/ })
    .waitFor();
  await dialog(page).locator('[role="listbox"][aria-busy="false"]').waitFor({ state: 'attached' });
}

describe('a reader who searches', () => {
  appTest(
    'types while the search itself is on its way, and goes back to where they were',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields');
      const { promise: isDue, resolve: letCome } = Promise.withResolvers<void>();
      await page.route(/\/SearchDialog-.*\.js$/, async (route) => {
        await isDue;
        await route.continue();
      });
      const place = page.getByRole('navigation').getByRole('link', { name: 'Calendar' });
      await place.focus();
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Search the record' }).waitFor();
      // The first letters are shortcuts, too, where nothing takes them.
      await page.keyboard.type('c/energy');
      letCome();
      await expect.poll(() => field(page).inputValue()).toBe('c/energy');
      await page.keyboard.type(' x');
      await expect.poll(() => field(page).inputValue()).toBe('c/energy x');
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await place.evaluate((link) => link === document.activeElement)).toBe(true);
      await page.unrouteAll({ behavior: 'wait' });
    },
  );

  visitTest('by a form of a word that no entry has is offered its other forms', async ({ app }) => {
    await app.open('/fields?q=спортом&party=china');
    const other = app.page.getByRole('link', {
      name: /entr.* a word that begins with “спорт”/,
    });
    const [count = ''] = /\d+/.exec(await other.innerText()) ?? [];
    await other.click();
    const heading = app.page.locator('#entries').getByRole('heading', { level: 2 });
    await expect.poll(() => heading.innerText()).toMatch(new RegExp(`^${count} entr`));
    expect(new URL(app.page.url()).searchParams.toString()).toBe(
      `q=${encodeURIComponent('спорт')}`,
    );
  });

  visitTest(
    'in traditional characters is led to the sentences in simplified ones',
    async ({ app }) => {
      await app.open('/fields?q=農業');
      await app.page.getByRole('link', { name: '17 entries hold “农业”' }).click();
      const list = app.page.locator('#entries');
      await list.getByRole('heading', { name: /^17 entries/ }).waitFor();
      expect(new URL(app.page.url()).searchParams.toString()).toBe(
        `q=${encodeURIComponent('农业')}`,
      );
    },
  );

  visitTest(
    'with some matches is led to all entries of the field of that name',
    async ({ app }) => {
      await app.open('/fields?q=agriculture&party=russia');
      const { page } = app;
      const offer = page.getByRole('link', { name: /^The field Agriculture: \d+ entr/ });
      const [count = ''] = /\d+ entr(y|ies)/.exec(await offer.innerText()) ?? [];
      await offer.click();
      await page.locator('#entries').getByRole('heading', { name: count }).waitFor();
      expect(new URL(page.url()).searchParams.toString()).toBe('field=agriculture&party=russia');
      await offer.waitFor({ state: 'detached' });
    },
  );

  visitTest(
    'in a script that no entry is in is told the languages of the entries, and offered what is named so',
    async ({ app }) => {
      await app.open('/fields?q=海關&party=joint');
      const { page } = app;
      await page.getByText('The entries are written in English, Russian and Chinese.').waitFor();
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Customs/ })
        .click();
      await page
        .locator('#entries')
        .getByRole('heading', { name: /^[1-9]\d* entries/ })
        .waitFor();
      const { searchParams } = new URL(page.url());
      expect(searchParams.toString()).toBe('field=customs&party=joint');
      expect(await page.locator('main').evaluate((main) => main === document.activeElement)).toBe(
        true,
      );
      await page.goBack();
      await page.getByText('The entries are written in English, Russian and Chinese.').waitFor();
      await page.keyboard.press('Control+k');
      await ask(page, '海關');
      await dialog(page)
        .getByText('The entries are written in English, Russian and Chinese.')
        .waitFor();
      await dialog(page)
        .getByRole('option', { name: /^Customs/ })
        .waitFor();
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  visitTest(
    'needs nothing but the keyboard, and comes back where the search began',
    async ({ app }) => {
      await app.open('/sources');
      await app.page.keyboard.press('Control+k');
      await field(app.page).waitFor();
      await app.page.keyboard.type('harbin');
      await chosen(app.page).filter({ hasText: 'Harbin' }).waitFor();
      await app.page.keyboard.press('Escape');
      await dialog(app.page).waitFor({ state: 'detached' });
      expect(new URL(app.page.url()).pathname).toBe('/sources');

      await app.page.keyboard.press('/');
      // Enter does not wait for the answer, and yet opens what these words find.
      await app.page.keyboard.type('28');
      await app.page.keyboard.press('Enter');
      await app.page.getByRole('heading', { level: 1, name: '28th regular meeting' }).waitFor();
      expect(new URL(app.page.url()).pathname).toBe('/meetings/28');
      await app.page.goBack();
      await app.page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    },
  );

  visitTest('types a slash into a field as a slash', async ({ app }) => {
    await app.open('/sources');
    const filter = app.page.getByLabel('Title or publisher');
    await filter.focus();
    await app.page.keyboard.type('a/b');
    expect(await filter.inputValue()).toBe('a/b');
    expect(await dialog(app.page).count()).toBe(0);
  });

  visitTest('finds behind each number as many matches as it says', async ({ app }) => {
    await app.open('/?asOf=2010-01-01');
    await app.page.keyboard.press('Control+k');
    await ask(app.page, 'Mishustin');
    const meetings = dialog(app.page).getByRole('group', { name: 'Meetings (6)' });
    await meetings.getByRole('option', { name: 'Show all 6' }).click();
    await meetings.getByRole('option', { name: '25th meeting' }).waitFor();
    expect(await meetings.getByRole('option').count()).toBe(6);

    await ask(app.page, 'energy');
    const entries = dialog(app.page).getByRole('group', { name: /^Entries/ });
    const all = await entries.getByRole('option', { name: 'Show all' }).innerText();
    const count = /\d+/.exec(all)?.[0];
    await entries.getByRole('option', { name: 'Show all' }).click();
    await app.page
      .locator('#entries')
      .getByRole('heading', { name: `${count} entries` })
      .waitFor();

    await app.page.keyboard.press('Control+k');
    await ask(app.page, 'Mishustin');
    const people = dialog(app.page).getByRole('group', { name: 'People' });
    await people.getByRole('option', { name: 'Mikhail Mishustin' }).click();
    await app.page.locator('#person-mikhail-mishustin').waitFor();
  });

  visitTest('is told who spoke, at which meeting, and whether that was all', async ({ app }) => {
    const { page, open } = app;
    await open('/');
    await page.keyboard.press('Control+k');
    const entry = dialog(page)
      .getByRole('group', { name: /^Entries/ })
      .getByRole('option');
    for (const text of ['ballast', '压舱石', 'балласт']) {
      await ask(page, text);
      await entry
        .filter({ hasText: '28th meeting · 19 December 2023 · Russia · only mention' })
        .waitFor();
    }
    await entry.click();
    await page.waitForURL(/\/meetings\/28#entry-m28-10$/);
    await page.locator('#entry-m28-10[data-landed]').waitFor();
  });

  visitTest('sees the answer to the last keystroke, however fast the typing', async ({ app }) => {
    await app.open('/?demo=slow');
    await app.page.keyboard.press('Control+k');
    for (const text of ['e', 'en', 'ene', 'moscow', 'harbi', 'harbin']) {
      await field(app.page).fill(text);
    }
    await app.page.keyboard.press('Enter');
    await app.page.waitForURL(/\/meetings/);
    await app.page.keyboard.press('Control+k');
    await dialog(app.page).getByRole('button', { name: 'harbin' }).waitFor();
  });
});
