import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { appTest } from './app-test.ts';

const { entries, sources } = await readRecord();
const reporter = new Map(sources.map(({ id, reportedBy }) => [id, reportedBy]));

/** How many entries of a meeting, or of all, only accounts of these have. */
function countAlone(alone: readonly string[], meeting?: number) {
  return entries.filter((entry) => {
    if (meeting !== undefined && entry.meeting !== meeting) return false;
    const cited = [entry.source, ...(entry.further ?? []).map(({ source }) => source)];
    const held = new Set(cited.map((id) => reporter.get(id ?? '')));
    // Thirds have it too wherever they like.
    held.delete('third');
    held.delete(undefined);
    return held.size === alone.length && alone.every((account) => held.has(account));
  }).length;
}

/** The headings in the entries table, each with the number of rows under it. */
const parts = (page: Page) =>
  page.locator('#entries tbody').evaluate((body) => {
    const found: [heading: string, rows: number][] = [];
    for (const row of body.querySelectorAll<HTMLElement>('tr:not([aria-hidden])')) {
      const last = found.at(-1);
      if ('heading' in row.dataset) found.push([row.innerText.trim(), 0]);
      else if (last) last[1] += 1;
    }
    return found;
  });

describe('the explorer by account', () => {
  appTest(
    'says whose accounts carry most, and leads to all entries by account',
    async ({ app }) => {
      const { page, open } = app;
      const [count, total] = [countAlone(['china']), entries.length];
      await open('/fields');
      await page
        .getByText(`More than half, ${count} of ${total} entries, rest on accounts of China alone.`)
        .waitFor();
      await page.getByRole('link', { name: 'See them by account' }).click();
      await page
        .getByRole('rowheader', { name: `Only in accounts of China ${count} entries` })
        .waitFor();
      // All rows are in the page, each once.
      await expect
        .poll(async () => (await parts(page)).reduce((sum, [, rows]) => sum + rows, 0))
        .toBe(total);
      for (const [heading, rows] of await parts(page))
        expect(heading).toMatch(
          rows === 1 ? /\D1 entry$|known account$/ : new RegExp(`\\D${rows} entries$`),
        );
    },
  );

  appTest('keeps keys, columns and an opened number at work between the parts', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?meeting=30&arrange=account&open=party:china');
    const [first = ['', 0], second = ['', 0]] = await parts(page);
    expect([first, second]).toEqual([
      [`Only in accounts of China ${countAlone(['china'], 30)} entries`, countAlone(['china'], 30)],
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
  });
});

describe('two meetings by account', () => {
  appTest(
    'stand beside each other, each entry once and under the accounts that have it',
    async ({ app }) => {
      const { page, open } = app;
      await open('/compare?a=22&b=30');
      await page
        .getByRole('heading', { name: /^\W*Gained/ })
        .first()
        .waitFor();
      await page.getByRole('radio', { name: 'By account' }).click();
      await page.waitForURL(/arrange=account/);
      const told = page.locator('#accounts');
      const onlyRussia = told.locator('section').filter({
        has: page.getByRole('heading', { name: 'Only in accounts of Russia', level: 3 }),
      });
      for (const meeting of [22, 30]) {
        const count = countAlone(['russia'], meeting);
        const half = onlyRussia
          .locator('section')
          .filter({ has: page.getByRole('heading', { name: new RegExp(`: ${count} entries$`) }) });
        expect(await half.getByRole('article').count()).toBe(count);
      }
      const ofBoth = entries.filter(({ meeting }) => meeting === 22 || meeting === 30);
      const ids = () => told.getByRole('article').evaluateAll((all) => all.map(({ id }) => id));
      const sorted = async () => (await ids()).toSorted((x, y) => (x < y ? -1 : 1));
      expect(await sorted()).toEqual(
        ofBoth.map(({ id }) => `entry-${id}`).toSorted((x, y) => (x < y ? -1 : 1)),
      );
      // Beside itself a meeting is told once.
      await open('/compare?a=22&b=22&arrange=account');
      await told.waitFor();
      expect((await ids()).length).toBe(ofBoth.filter(({ meeting }) => meeting === 22).length);
      await page.getByRole('radio', { name: 'What changed' }).click();
      await told.waitFor({ state: 'detached' });
    },
  );
});

describe('a meeting coded sentence by sentence', () => {
  appTest(
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
