import { readFile } from 'node:fs/promises';

import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readCsv } from '#tests/fixtures/read-csv.ts';
import { searchOf } from './address-of.ts';
import { type AppPage, visitTest } from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

const entries = (page: Page) => page.locator('#entries');
const rows = (page: Page) => entries(page).locator('table tbody tr');
const filters = (page: Page) => page.getByRole('search', { name: 'Filters' });
const firstNumber = (words: string) => Number(/\d+/.exec(words)?.[0]);

/** Scrolls through the entries to the last one, as a reader does, and says how many there are. */
async function countAll(page: Page, expected: number): Promise<number> {
  const title = new RegExp(`^${expected} entr(y|ies)$`);
  await entries(page).locator('h2').filter({ hasText: title }).waitFor();
  if (expected === 0) {
    // The rows of the choice before go a moment after the number has changed.
    await expect.poll(() => rows(page).count()).toBe(0);
    return 0;
  }
  const status = entries(page).locator('[role="status"]').filter({ hasText: 'shown' });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      return firstNumber(await status.innerText());
    })
    .toBe(expected);
  return rows(page).count();
}

/** The entries that a number has opened beside the chart. By tags: to ask each element of the page for its role takes long. */
const opened = (page: Page) =>
  page.locator('aside').filter({ has: page.locator('button[aria-label="Close the entries"]') });

/** Waits until all opened entries have come, and says how many there are. */
async function countOpened(page: Page): Promise<number> {
  const status = opened(page).locator('[role="status"]').first();
  const cards = opened(page).locator('article');
  await expect.poll(() => status.innerText()).toMatch(/^\d+ of \d+ entr/);
  const promised = Number(/of (\d+)/.exec(await status.innerText())?.[1]);
  await expect.poll(() => cards.count()).toBe(promised);
  expect(await opened(page).getByRole('button', { name: 'Show more' }).count()).toBe(0);
  return cards.count();
}

/** What each link says as a number, and where it leads; what is drawn says none, and leads where these do. */
function numbersIn(links: Locator): Promise<{ count: number; href: string }[]> {
  return links.evaluateAll((all) =>
    all
      .filter((link) => link.closest('svg') === null)
      .map((link) => ({
        count: Number(link.textContent?.replaceAll(/\D/g, '')),
        href: link.getAttribute('href') ?? '',
      })),
  );
}

const sampleOf = <T>(items: readonly T[], size: number) =>
  items.filter((_, index) => index % Math.ceil(items.length / size) === 0);

describe('every number on the fields page', () => {
  const VIEWS = [
    ['a bar of the chart', '/fields'],
    ['a bar of a chart under filters', '/fields?group=energy-industry&party=joint&to=2015'],
    ['a bar of a chart of meetings', '/fields?measure=meetings&q=gas'],
    ['a choice of a filter', '/fields?group=economic&party=joint&to=2020'],
    ['a cell of the table by kind', '/fields?show=table'],
    ['a cell of the table by party', '/fields?show=table&stack=party&group=people'],
    ['a cell under a filter of its own', '/fields?show=table&field=energy&kind=agreement'],
    ['a party’s part of the balance', '/fields?chart=balance&group=economic'],
    ['a field over the years', '/fields?chart=time&per=year&kind=agreement'],
    ['a cell of the heat map', '/fields?chart=heat&order=similarity&party=joint'],
    ['a cell of the heat map’s table', '/fields?chart=heat&show=table&per=year&from=2001-09'],
  ] as const;
  /** Follows some of the numbers in view, and says of each how many entries it promised and how many it opened. */
  async function followNumbers({ page, url }: AppPage, selector: string, isMeetings: boolean) {
    const links = page.getByRole('main').locator(selector);
    await links.first().waitFor();
    const sample = sampleOf(await numbersIn(links), 3);
    expect(sample.length).toBeGreaterThan(1);
    for (const { count, href } of sample) {
      await page.locator(`main a[href="${href}"]`).first().click();
      await page.waitForURL(`${url}${href}`);
      const all = await countOpened(page);
      if (isMeetings) {
        const meetings = opened(page).getByRole('link', { name: /meeting/ });
        expect(new Set(await meetings.allInnerTexts()).size, href).toBe(count);
      } else expect(all, href).toBe(count);
      await page.goBack();
      await opened(page).waitFor({ state: 'detached' });
    }
  }

  visitTest('opens as many entries, whatever the view that it stands in', async ({ app }) => {
    await app.open('/about');
    for (const [what, address] of VIEWS) {
      await app.follow(address);
      const selector = what.startsWith('a choice')
        ? 'a[href*="choice-"]:visible'
        : 'a[href*="open="]:not([href*="choice-"])';
      await followNumbers(app, selector, address.includes('measure=meetings'));
    }
  });

  visitTest('leads to as many entries from a meeting’s row on a field’s page', async ({ app }) => {
    const { page, open } = app;
    await open('/fields/energy');
    const links = page.getByRole('main').locator('a[href$="#entries"]');
    await links.first().waitFor();
    const start = page.url();
    for (const { count, href } of sampleOf(await numbersIn(links), 4)) {
      await page.locator(`main a[href="${href}"]`).first().click();
      await page.waitForURL(`${app.url}${href}`);
      expect(await countAll(page, count), href).toBe(count);
      await page.goBack();
      await page.waitForURL(start);
    }
  });

  visitTest('is what a choice of the filters then gives', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?group=economic');
    for (const name of [/^Russia/, /^Agreement/]) {
      const box = filters(page).getByRole('checkbox', { name });
      // The counts beside the choices come after the entries, and say so until then.
      await expect.poll(() => filters(page).locator('[aria-busy="true"]').count()).toBe(0);
      const promised = firstNumber(await box.locator('..').innerText());
      await box.click();
      expect(await countAll(page, promised)).toBe(promised);
    }
    const asked = new URLSearchParams(searchOf(page));
    expect(asked.get('kind')).toBe('agreement');
  });

  visitTest('is the sum that the record’s files give', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?show=table');
    const total = page
      .locator('main table')
      .first()
      .getByRole('row', { name: /each counted once/ })
      .getByRole('link')
      .last();
    const count = firstNumber(await total.innerText());
    expect(count).toBe(countEntries(''));
    await total.click();
    expect(await countOpened(page)).toBe(count);
  });
});

describe('the filters of the fields page', () => {
  visitTest('come back with a reload, and a chip takes one away', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?stack=party&order=name');
    await filters(page)
      .getByRole('checkbox', { name: /^Priority/ })
      .click();
    await page.waitForURL(/kind=priority/);
    await filters(page).getByRole('combobox', { name: 'From' }).fill('20');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2015-12-17/);
    const seen = async () => ({
      heading: await page.getByRole('heading', { level: 1 }).innerText(),
      title: await entries(page).locator('h2').innerText(),
      bars: await page.getByRole('main').getByRole('list').first().innerText(),
      address: page.url(),
    });
    await page.getByRole('button', { name: 'Remove From: 17 Dec 2015' }).waitFor();
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    const before = await seen();
    await page.reload();
    await rows(page).first().waitFor();
    await expect.poll(seen).toEqual(before);
    await page.getByRole('button', { name: 'Remove Kind: Priority' }).click();
    await expect.poll(() => searchOf(page)).toBe('?stack=party&order=name&from=2015-12-17');
    // The pressed button is gone; the keyboard goes on from the chip beside it.
    const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await inFocus()).toBe('Remove From: 17 Dec 2015');
    await page.getByRole('button', { name: 'Remove all' }).press('Enter');
    await expect.poll(() => searchOf(page)).toBe('?stack=party&order=name');
    expect(await inFocus()).toBe('Active filters');
    await page.getByText('No filter is set: every entry counts.').waitFor();
    await page.goBack();
    await expect.poll(() => searchOf(page)).toBe('?stack=party&order=name&from=2015-12-17');
  });

  visitTest('mark the words that they found, in every row', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    await filters(page).getByRole('searchbox', { name: 'Text' }).fill('nuclear power');
    await page.waitForURL(/q=nuclear\+power/);
    await page.getByRole('button', { name: 'Remove Text: nuclear power' }).waitFor();
    // The rows of the filters before stand on screen until the answer is there: number and marks are asked together.
    await expect
      .poll(async () => {
        const heading = entries(page).locator('h2');
        const promised = firstNumber(await heading.innerText());
        const marked = await rows(page)
          .filter({ has: page.locator('mark') })
          .count();
        return promised > 0 && marked === promised && marked === (await rows(page).count());
      })
      .toBe(true);
    for (const row of await rows(page).all()) {
      const marked = (await row.locator('mark').allInnerTexts()).map((word) => word.toLowerCase());
      expect(marked).toEqual(expect.arrayContaining(['nuclear', 'power']));
    }
    await page.goBack();
    await expect
      .poll(() => filters(page).getByRole('searchbox', { name: 'Text' }).inputValue())
      .toBe('');
  });
});

describe('the table of entries', () => {
  visitTest('sorts by a column, both ways, in the address', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?field=energy&kind=agreement');
    const first = rows(page).first().locator('td').first();
    const heads = entries(page).locator('thead').getByRole('columnheader');
    expect(await heads.first().getAttribute('aria-sort')).toBe('descending');
    const newest = firstNumber(await first.innerText());
    await heads.first().getByRole('button').click();
    await page.waitForURL(/entrySort=meeting/);
    await expect.poll(async () => firstNumber(await first.innerText())).toBeLessThan(newest);
    await expect.poll(() => heads.first().getAttribute('aria-sort')).toBe('ascending');
    await heads.getByRole('button', { name: 'Party' }).click();
    await page.waitForURL(/entrySort=party/);
    const parties = () => rows(page).locator('td:nth-child(3)').allInnerTexts();
    await expect
      .poll(async () => {
        const shown = await parties();
        return shown.filter((party, index) => party !== shown[index - 1]).length;
      })
      .toBe(new Set(await parties()).size);
  });

  visitTest('is taken along whole, as CSV and as JSON', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?field=energy&party=joint&entrySort=meeting');
    const count = countEntries('?field=energy&party=joint');
    await entries(page)
      .getByRole('heading', { name: `${count} entries` })
      .waitFor();
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        entries(page).getByRole('button', { name }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    const [head = [], ...table] = readCsv(await save('CSV'));
    const { total, entries: list } = JSON.parse(await save('JSON')) as {
      total: number;
      entries: { id: string; text: string; locator: string | null }[];
    };
    expect([total, list.length, table.length]).toEqual([count, count, count]);
    const column = (name: string) => table.map((row) => row[head.indexOf(name)]);
    expect(column('id')).toEqual(list.map(({ id }) => id));
    expect(column('text')).toEqual(list.map(({ text }) => text));
    expect(column('locator')).toEqual(list.map(({ locator }) => locator ?? ''));
    expect(await countAll(page, count)).toBe(count);
    const shown = await rows(page).locator('td:nth-child(5)').allInnerTexts();
    expect(shown).toEqual(list.map(({ text }) => text));
  });
});
