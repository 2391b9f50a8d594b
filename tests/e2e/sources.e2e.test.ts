import { readFile } from 'node:fs/promises';

import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readCsv } from '#tests/fixtures/read-csv.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

const CARDS = '#entries article[id^="entry-"]';

describe('a reader of sources', () => {
  visitTest('finds behind each count of a document as many entries', async ({ app }) => {
    await app.open('/sources');
    const counts = app.page.locator('main a[href*="#entries"]');
    await counts.first().waitFor();
    const links = await counts.evaluateAll((anchors) =>
      anchors.map((anchor) => ({
        words: anchor.textContent,
        address: anchor.getAttribute('href') ?? '',
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { words, address } of links.filter(
      (_, index) => index % Math.ceil(links.length / 6) === 0,
    )) {
      const source = address.replace(/^\/sources\//, '').replace(/[?#].*$/, '');
      await app.follow(address);
      await app.page.locator(CARDS).first().waitFor();
      const count = Number(/\d+/.exec(words)?.[0]);
      await expect.poll(() => app.page.locator(CARDS).count()).toBe(count);
      expect(count).toBe(countEntries(`?source=${source}`));
      await app.page.locator('#entries h2').getByText(`${count} `).waitFor();
    }
  });

  visitTest(
    'sees what a document is, in its own language, and how much rests on it alone',
    async ({ app }) => {
      await app.open('/sources/people-2018-11-08?lang=ru');
      expect(await app.page.locator('h1').getAttribute('lang')).toBe('zh');
      await app.page.getByText('китайский').first().waitFor();
      const alone = app.page.locator('#entries header a');
      await alone.waitFor();
      const search = new URL((await alone.getAttribute('href')) ?? '', app.url).search;
      const narrowed = new URLSearchParams(search);
      narrowed.delete('lang');
      expect(Number(/\d+/.exec(await alone.innerText())?.[0])).toBe(
        countEntries(`?${narrowed.toString()}`),
      );
      expect(await accessibilityFaults(app.page)).toEqual([]);
    },
  );

  visitTest(
    'has one line of the list for each document, whole on its own page',
    async ({ app }) => {
      const { page, open } = app;
      await open('/sources?lang=ru');
      const heights = await page
        .getByRole('main')
        .getByRole('row')
        .evaluateAll((rows) => rows.slice(1).map((row) => row.getBoundingClientRect().height));
      expect(heights.length).toBeGreaterThan(20);
      expect(Math.max(...heights)).toBeLessThanOrEqual(36);
    },
  );

  visitTest('reads what rests on a document paragraph by paragraph', async ({ app }) => {
    await app.open('/sources/seed-28?lang=zh');
    const parts = app.page.locator('#entries').getByRole('heading', { level: 3 });
    await expect
      .poll(() => parts.allInnerTexts())
      .toEqual(['第1段', '第2段', '第3段', '第4段', '第5段']);
    const second = app.page.locator('#entries section').filter({ hasText: '第2段' });
    expect(await second.locator('article').count()).toBe(6);
  });

  visitTest('sees only what the meetings held by the as-of date took from it', async ({ app }) => {
    await app.open('/sources/seed-28?asOf=2023-12-18');
    await app.page.locator('#entries').getByText('No entry rests on it').waitFor();
    expect(await app.page.locator(CARDS).count()).toBe(0);
    await app.open('/sources/seed-28?asOf=2023-12-19');
    await app.page.locator(CARDS).first().waitFor();
    expect(await app.page.locator(CARDS).count()).toBe(countEntries('?source=seed-28'));
  });

  visitTest(
    'is told when no such document is on record, and led to all of them',
    async ({ app }) => {
      await app.open('/sources/no-such-document');
      await app.page.getByRole('heading', { name: 'There is no such source on record' }).waitFor();
      await app.page.getByRole('main').getByRole('link', { name: 'All sources' }).click();
      await app.page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
      // The browser itself says that the request was answered with 404: that is the point here.
      app.complaints.splice(0);
    },
  );

  visitTest(
    'narrows the list to one side’s originals, has the file of just these, and takes each choice off again',
    async ({ app }) => {
      const { page } = app;
      const wholeList = () =>
        page
          .getByRole('main')
          .getByRole('status')
          .getByText(/^\d+ of \d+ shown/);
      const rows = page.getByRole('main').getByRole('table').getByRole('row');
      /** What a choice says that it would give, and what the list then has with its heading. */
      const chosen = async (choice: Locator) => {
        const count = Number(/\d+/.exec(await choice.innerText())?.[0]);
        await choice.click();
        await page.getByRole('heading', { name: new RegExp(`^${count} documents? in`) }).waitFor();
        await wholeList().getByText(`${count} of ${count} shown`).waitFor();
        await expect.poll(() => rows.count()).toBe(count + 1);
        return count;
      };
      await app.open('/sources');
      const accounts = page.getByRole('group', { name: 'Whose account' });
      const pages = page.getByRole('group', { name: 'Kind of page' });
      const russia = accounts.locator('label', { hasText: 'Russia' });
      const ofRussia = await chosen(russia);
      const originals = await chosen(pages.locator('label', { hasText: 'Originals' }));
      expect(originals).toBeGreaterThan(20);
      expect(originals).toBeLessThan(ofRussia);
      expect(new URL(page.url()).search).toBe('?reportedBy=russia&copies=without');
      expect(await accessibilityFaults(page)).toEqual([]);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV' }).click(),
      ]);
      const [, ...saved] = readCsv(await readFile(await download.path(), 'utf8'));
      expect(saved).toHaveLength(originals);

      // A link opens with the choices on; each comes off by itself.
      await app.open('/sources?reportedBy=russia&copies=without');
      await page.getByRole('heading', { name: new RegExp(`^${originals} documents in`) }).waitFor();
      expect(await russia.getByRole('checkbox').isChecked()).toBe(true);
      await pages.getByRole('radio', { name: 'All' }).click();
      await page.getByRole('heading', { name: new RegExp(`^${ofRussia} documents in`) }).waitFor();
      await russia.click();
      await page.getByRole('heading', { name: /^379 documents in/ }).waitFor();
      expect(new URL(page.url()).search).toBe('');

      await app.open('/sources?reportedBy=joint&q=Kommersant&lang=zh');
      await page.getByText('没有符合条件的文献').waitFor();
      await page.getByRole('button', { name: '清除筛选' }).click();
      await page.getByRole('heading', { name: /^共379份文献/ }).waitFor();
    },
  );
});
