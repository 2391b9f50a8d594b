import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { accessibilityFaults, appTest } from './app-test.ts';

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
  appTest('finds the 28th meeting by whatever is known of it', async ({ app }) => {
    await app.open('/');
    await app.page.getByRole('button', { name: 'Search' }).click();
    const ways = [
      '28',
      '2023-12-19',
      '19 December 2023',
      'Beijing 2023',
      '北京 2023',
      'Пекин 2023',
    ];
    const coChairs = ['Li Qiang', '李强', 'Ли Цян', 'liqiang', 'Mishustin', '米舒斯京', 'МИШУСТИН'];
    for (const way of [...ways, ...coChairs]) {
      await ask(app.page, way);
      const meetings = dialog(app.page).getByRole('group', { name: 'Meetings' });
      await meetings.getByRole('option', { name: '28th meeting' }).waitFor();
    }
  });

  appTest(
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

  appTest('is shown the name that was found beside the one in this language', async ({ app }) => {
    await app.open('/');
    await app.page.keyboard.press('/');
    await ask(app.page, '李强');
    const people = dialog(app.page).getByRole('group', { name: 'People' });
    expect(await people.getByRole('option').allInnerTexts()).toEqual(['Li Qiang 李强']);
    expect(await people.locator('[lang="zh"]').innerText()).toBe('李强');
  });

  appTest(
    'needs nothing but the keyboard, and comes back where the search began',
    async ({ app }) => {
      await app.open('/sources');
      await app.page.keyboard.press('Control+k');
      await field(app.page).waitFor();
      await app.page.keyboard.type('harbin');
      await chosen(app.page).filter({ hasText: 'Harbin' }).waitFor();
      const options = dialog(app.page).getByRole('option');
      const second = await options.nth(1).innerText();
      await app.page.keyboard.press('ArrowDown');
      expect(await chosen(app.page).innerText()).toBe(second);
      expect(await field(app.page).getAttribute('aria-activedescendant')).toBe(
        await options.nth(1).getAttribute('id'),
      );
      await app.page.keyboard.press('ArrowUp');
      await app.page.keyboard.press('ArrowUp');
      expect(await options.last().getAttribute('aria-selected')).toBe('true');
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

  appTest('opens the search again before the one that was closed is gone', async ({ app }) => {
    await app.open('/sources');
    await app.page.keyboard.press('/');
    await field(app.page).waitFor();
    // The platform tells late that a dialog was closed; until then the focus stays in it.
    await dialog(app.page).evaluate((closed: HTMLDialogElement) => {
      closed.close();
      const slash = { key: '/', bubbles: true, cancelable: true };
      closed.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', slash));
    });
    await field(app.page).waitFor();
    await app.page.keyboard.type('28');
    expect(await field(app.page).inputValue()).toBe('28');
  });

  appTest('types a slash into a field as a slash', async ({ app }) => {
    await app.open('/sources');
    const filter = app.page.getByLabel('Title or publisher');
    await filter.focus();
    await app.page.keyboard.type('a/b');
    expect(await filter.inputValue()).toBe('a/b');
    expect(await dialog(app.page).count()).toBe(0);
  });

  appTest('is led to the page that each kind of match is about', async ({ app }) => {
    await app.open('/?asOf=2024-06-01');
    const targets = {
      '28': '/meetings/28',
      'Ли Цян': '/meetings/28',
      Sports: '/fields/sports',
      'Years of Culture': '/exchange-years/culture-2024-2025',
      'seed-28': '/sources/seed-28',
      'stated purpose stronger strategic partnership': '/meetings/28',
    };
    for (const [text, pathname] of Object.entries(targets)) {
      await app.page.keyboard.press('Control+k');
      await ask(app.page, text);
      const link = dialog(app.page).locator(`a[href^="${pathname}?"]`).first();
      expect(await link.getAttribute('href')).toContain('asOf=2024-06-01');
      await app.page.keyboard.press('Escape');
    }
    await app.page.keyboard.press('Control+k');
    await ask(app.page, 'Mishustin');
    await dialog(app.page)
      .getByRole('group', { name: 'People' })
      .getByRole('option', { name: 'Mikhail Mishustin' })
      .click();
    await app.page.locator('#person-mikhail-mishustin').waitFor();
  });

  appTest('finds behind each number as many matches as it says', async ({ app }) => {
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
  });

  appTest('is told who spoke, at which meeting, and whether that was all', async ({ app }) => {
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

  appTest('is told in words when nothing matches, and that a long text is cut', async ({ app }) => {
    await app.open('/');
    await app.page.keyboard.press('Control+k');
    await ask(app.page, 'zzzz');
    await dialog(app.page).getByText('Nothing on record matches “zzzz”.').waitFor();
    await ask(app.page, 'x'.repeat(10_000));
    await dialog(app.page).getByText('Only the first 200 characters are searched.').waitFor();
  });

  appTest('comes to no harm with odd text', async ({ app }) => {
    await app.open('/');
    await app.page.keyboard.press('Control+k');
    const odd = [
      '.*(a+)+$[',
      '\\',
      '%',
      '<img src=x onerror=alert(1)>',
      "' OR 1=1 --",
      'שלום עולם',
      `${'a'.repeat(199)}😀`,
      '\u202Egnirts',
    ];
    for (const text of odd) {
      await ask(app.page, text);
      expect(await dialog(app.page).getByRole('alert').count()).toBe(0);
    }
    await ask(app.page, '28');
    await chosen(app.page).filter({ hasText: '28th meeting' }).waitFor();
  });

  appTest('sees the answer to the last keystroke, however fast the typing', async ({ app }) => {
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

  appTest('is offered what was searched for before, until it is forgotten', async ({ app }) => {
    await app.open('/');
    await app.page.keyboard.press('Control+k');
    await ask(app.page, 'customs');
    await app.page.keyboard.press('Enter');
    await dialog(app.page).waitFor({ state: 'detached' });
    await app.open('/about');
    await app.page.keyboard.press('Control+k');
    await dialog(app.page).getByRole('button', { name: 'customs' }).click();
    expect(await field(app.page).inputValue()).toBe('customs');
    await field(app.page).fill('');
    await dialog(app.page).getByRole('button', { name: 'Forget them' }).click();
    await dialog(app.page).getByText('Type a number, a date, a name or a word').waitFor();
  });

  appTest('meets no barrier, with and without matches', async ({ app }) => {
    await app.open('/');
    await app.page.keyboard.press('Control+k');
    await field(app.page).waitFor();
    expect(await accessibilityFaults(app.page)).toEqual([]);
    for (const text of ['28', 'zzzz']) {
      await ask(app.page, text);
      expect(await accessibilityFaults(app.page)).toEqual([]);
    }
  });
});
