import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { countAlone, countRead, dueColumns, entries } from './accounts-by-files.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';

/** The headings in the entries table, each with the number of rows under it. */
const parts = (page: Page) =>
  page.locator('#entries tbody').evaluate((body) => {
    const found: [heading: string, rows: number][] = [];
    for (const row of body.querySelectorAll<HTMLElement>('tr:not([aria-hidden])')) {
      const last = found.at(-1);
      // Below the heading stands what the others' silence means.
      if ('heading' in row.dataset) found.push([row.innerText.split('\n')[0]?.trim() ?? '', 0]);
      else if (last) last[1] += 1;
    }
    return found;
  });

/** The headings of columns, each with the entries below it. */
const columns = (page: Page) =>
  page
    .locator('#entries section')
    .evaluateAll((all) =>
      all.map((column): [heading: string, ids: string[]] => [
        column.querySelector('h3')?.textContent ?? '',
        [...column.querySelectorAll('article')].map(({ id }) => id.replace('entry-', '')),
      ]),
    );

describe('the explorer by account', () => {
  visitTest(
    'says whose accounts carry most, and leads to all entries by account, side beside side',
    async ({ app }) => {
      const { page, open } = app;
      const [count, total] = [countAlone(['china']), entries.length];
      await open('/fields');
      await page
        .getByText(`More than half, ${count} of ${total} entries, rest on accounts of China alone.`)
        .waitFor();
      await page.getByRole('link', { name: 'See them by account' }).click();
      await page
        .getByRole('heading', { name: `Only in accounts of China ${count} entries`, level: 3 })
        .waitFor();
      // All entries are in the page, each once, and under the accounts that have it.
      const shown = async () => {
        const all = await columns(page);
        return all.map(([heading, ids]) => [heading, ids.toSorted()]);
      };
      const due = dueColumns(entries).map(([heading, own]) => [
        `${heading} ${own.length === 1 ? '1 entry' : `${own.length} entries`}`,
        own.map(({ id }) => id).toSorted(),
      ]);
      await expect.poll(shown).toEqual(due);
      expect(await accessibilityFaults(page)).toEqual([]);
      const tops = () =>
        page
          .locator('#entries h3')
          .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
      // The sides are beside each other; the one entry of nobody's known account is under those of thirds.
      const [first, ...others] = await tops();
      expect(others.slice(0, 3)).toEqual([first, first, first]);
      await page.setViewportSize({ width: 1024, height: 900 });
      await page
        .getByRole('rowheader', { name: `Only in accounts of China ${count} entries` })
        .waitFor();
      await expect
        .poll(async () => (await parts(page)).map(([heading]) => heading))
        .toEqual(due.map(([heading]) => heading));
    },
  );

  visitTest(
    'goes on by key from column to column, and comes back to the entry',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?meeting=30&arrange=account');
      const [ofChina] = (await columns(page)).map(([, ids]) => ids.length);
      const line = (index: number) => page.locator(`#entries [data-index="${index}"]`);
      await line((ofChina ?? 0) - 1).focus();
      await page.keyboard.press('ArrowDown');
      const ofRussia = page.locator('#entries section').filter({
        has: page.getByRole('heading', { name: 'Only in accounts of Russia' }),
      });
      const chosen = ofRussia.locator('[aria-current]');
      await expect.poll(() => chosen.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.waitForURL(/entry=/);
      const words = await chosen.innerText();
      await page.reload();
      await chosen.waitFor();
      expect(await chosen.innerText()).toBe(words);
      await expect
        .poll(() => chosen.evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(900);
    },
  );

  visitTest('says what each side’s silence means, under whatever filters', async ({ app }) => {
    const { page, open } = app;
    const filters: [address: string, lets: (entry: (typeof entries)[number]) => boolean][] = [
      ['', () => true],
      ['&field=energy', ({ fields }) => fields.includes('energy')],
      ['&meeting=23', ({ meeting }) => meeting === 23],
    ];
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [filter, lets] of filters) {
        const own = entries.filter(lets);
        const among = [...new Set(own.map(({ meeting }) => meeting))];
        const [[, ofChina], , [, ofRussia]] = dueColumns(own);
        await open(`/fields?arrange=account${filter}`);
        for (const [held, other] of [
          [ofChina, 'Russia'],
          [ofRussia, 'China'],
        ] as const) {
          const read = countRead(other.toLowerCase(), among);
          const said = `In no account of ${other} that was read.`;
          const words =
            read === among.length
              ? said
              : `${said} Accounts of ${other} were read for ${read} of ${among.length} meetings.`;
          if (held.length > 0)
            await page.locator('#entries').getByText(words, { exact: true }).first().waitFor();
        }
      }
    }
    // What the other side's accounts have is filtered out, not unsaid.
    await open('/fields?arrange=account&reportedBy=china');
    await page.getByText('Only in accounts of China').first().waitFor();
    expect(await page.getByText('In no account of').count()).toBe(0);
  });

  visitTest('marks the words of the text filter in each column', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?arrange=account&q=nuclear');
    const found = entries.filter(({ text }) => /nuclear/i.test(text));
    const marked = page.locator('#entries section article').filter({ has: page.locator('mark') });
    await expect.poll(() => marked.count()).toBe(found.length);
  });

  visitTest('counts at a field’s own page the entries of that field', async ({ app }) => {
    const { page, open } = app;
    const ofEnergy = entries.filter(({ fields }) => fields.includes('energy'));
    await open('/fields/energy?arrange=account');
    for (const [heading, own] of dueColumns(ofEnergy).slice(0, 3))
      await page.getByRole('heading', { name: `${heading} ${own.length} entries` }).waitFor();
  });

  visitTest(
    'keeps keys, columns and an opened number at work between the parts',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?meeting=30&arrange=account&open=party:china');
      const [first = ['', 0], second = ['', 0]] = await parts(page);
      expect([first, second]).toEqual([
        [
          `Only in accounts of China ${countAlone(['china'], 30)} entries`,
          countAlone(['china'], 30),
        ],
        [
          `Only in accounts of Russia ${countAlone(['russia'], 30)} entries`,
          countAlone(['russia'], 30),
        ],
      ]);
      const row = (index: number) => page.locator(`#entries tr[data-index="${index}"]`);
      await row(first[1] - 1).focus();
      await page.keyboard.press('ArrowDown');
      expect(await row(first[1]).evaluate((one) => one === document.activeElement)).toBe(true);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids).toEqual([...new Set(ids)]);
      // A column sorts the whole list again.
      await page.getByRole('button', { name: 'Kind' }).click();
      await expect.poll(() => parts(page)).toEqual([]);
      expect(await page.getByRole('radio', { name: 'One list' }).isChecked()).toBe(true);
    },
  );
});

describe('a meeting coded sentence by sentence', () => {
  visitTest(
    'is marked as such at its own page and in the heat map, and no other is',
    async ({ app }) => {
      const { page, open } = app;
      const words = page.getByText(/^(\* .*: c|C)oded sentence by sentence/);
      await open('/meetings/28');
      await words.waitFor();
      await open('/meetings/27');
      expect(await words.count()).toBe(0);
      await open('/fields?chart=heat');
      await page.getByText(/^\* 28th meeting: coded sentence by sentence/).waitFor();
      const marked = page.getByRole('columnheader').filter({ hasText: '*' });
      expect(await marked.allInnerTexts()).toEqual([expect.stringMatching(/^28\*/)]);
      // Without that meeting nothing is to be borne in mind.
      await open('/fields?chart=heat&meeting=27&meeting=29');
      expect(await words.count()).toBe(0);
    },
  );
});
