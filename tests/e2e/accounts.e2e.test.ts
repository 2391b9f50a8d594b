import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { accessibilityFaults, appTest } from './app-test.ts';

const { entries, sources, meetings } = await readRecord();
const reporter = new Map(sources.map(({ id, reportedBy }) => [id, reportedBy]));

/** Whose accounts an entry rests on. */
function accountsOf({ source, further = [] }: (typeof entries)[number]) {
  const cited = [source, ...further.map((page) => page.source)];
  return new Set(cited.flatMap((id) => reporter.get(id ?? '') ?? []));
}

/** True if, thirds aside, only accounts of these have an entry. */
function isAlone(entry: (typeof entries)[number], alone: readonly string[]) {
  const held = accountsOf(entry);
  held.delete('third');
  return held.size === alone.length && alone.every((account) => held.has(account));
}

/** How many entries of a meeting, or of all, only accounts of these have. */
const countAlone = (alone: readonly string[], meeting?: number) =>
  entries.filter(
    (entry) => (meeting === undefined || entry.meeting === meeting) && isAlone(entry, alone),
  ).length;

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

/** What the columns of some entries are to be, by a reading of the files. */
function dueColumns(some: typeof entries) {
  const isOf = (...alone: string[]) => some.filter((entry) => isAlone(entry, alone));
  const [china, russia] = [isOf('china'), isOf('russia')];
  const third = some.filter((entry) => isAlone(entry, []) && accountsOf(entry).has('third'));
  const nobody = some.filter((entry) => accountsOf(entry).size === 0);
  const rest = new Set([china, russia, third, nobody].flat());
  const both = some.filter((entry) => !rest.has(entry));
  return [
    ['Only in accounts of China', china],
    ['In both sides’ accounts, or agreed by both', both],
    ['Only in accounts of Russia', russia],
    ['Only in third parties’ accounts', third],
    ['In no known account', nobody],
  ] as const;
}

describe('the explorer by account', () => {
  appTest(
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

  appTest('goes on by key from column to column, and comes back to the entry', async ({ app }) => {
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
  });

  appTest('marks the words of the text filter in each column', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?arrange=account&q=nuclear');
    const found = entries.filter(({ text }) => /nuclear/i.test(text));
    const marked = page.locator('#entries section article').filter({ has: page.locator('mark') });
    await expect.poll(() => marked.count()).toBe(found.length);
  });

  appTest('counts at a field’s own page the entries of that field', async ({ app }) => {
    const { page, open } = app;
    const ofEnergy = entries.filter(({ fields }) => fields.includes('energy'));
    await open('/fields/energy?arrange=account');
    for (const [heading, own] of dueColumns(ofEnergy).slice(0, 3))
      await page.getByRole('heading', { name: `${heading} ${own.length} entries` }).waitFor();
  });

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

describe('two groups by account', () => {
  /** The ordinals of the meetings that a person chaired. */
  const chairedBy = (id: string) =>
    meetings
      .filter(({ coChairs }) => coChairs.some(({ person }) => person === id))
      .map(({ ordinal }) => ordinal);
  const heldFrom = (from: number, to: number) =>
    meetings.map(({ ordinal }) => ordinal).filter((one) => from <= one && one <= to);

  /** For how many meetings anything that the files say of them rests on an account of a party. */
  const countRead = (party: string, ordinals: readonly number[]) =>
    ordinals.filter((ordinal) => {
      const facts = JSON.stringify([
        meetings.find((one) => one.ordinal === ordinal),
        entries.filter(({ meeting }) => meeting === ordinal),
      ]);
      return sources.some(
        ({ id, reportedBy }) => reportedBy === party && facts.includes(`"${id}"`),
      );
    }).length;

  const half = (page: Page, side: string, group: string) =>
    page
      .locator('#accounts section')
      .filter({ has: page.getByRole('heading', { name: side, level: 3, exact: true }) })
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`^${group}: `), level: 4 }) });

  appTest(
    'stand beside each other as two meetings do, with their meetings and what was read of them',
    async ({ app }) => {
      const { page, open } = app;
      await open('/compare?a=coChair:li-keqiang&b=coChair:li-qiang');
      await page.getByRole('heading', { name: 'Fields', exact: true }).waitFor();
      await page.getByRole('radio', { name: 'By account' }).click();
      await page.waitForURL(/arrange=account/);
      for (const [group, ordinals] of [
        ['Li Keqiang', chairedBy('li-keqiang')],
        ['Li Qiang', chairedBy('li-qiang')],
      ] as const) {
        const own = entries.filter(({ meeting }) => ordinals.includes(meeting));
        for (const [side, due] of dueColumns(own)) {
          const place = half(page, side, group);
          await place.waitFor();
          const texts = await place.locator('article > p').allTextContents();
          const asWritten = (all: readonly string[]) => all.map((text) => text.trim()).toSorted();
          expect(asWritten(texts), `${group}, ${side}`).toEqual(
            asWritten(due.map(({ text }) => text)),
          );
        }
        const read = countRead('russia', ordinals);
        const words = await half(page, 'Only in accounts of China', group)
          .locator('p')
          .first()
          .innerText();
        const said = 'In no account of Russia that was read.';
        expect(words).toBe(
          read === ordinals.length
            ? said
            : `${said} Accounts of Russia were read for ${read} of ${ordinals.length} meetings.`,
        );
      }
      // Each entry says at which of the meetings.
      const line = half(page, 'Only in accounts of Russia', 'Li Qiang')
        .getByRole('article')
        .first();
      await line.getByRole('link', { name: /meeting/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('radio', { name: 'By field' }).click();
      await page.getByRole('heading', { name: 'Fields', exact: true }).waitFor();
    },
  );

  appTest(
    'may have meetings in common, or be a range and an exchange year, or one and the same',
    async ({ app }) => {
      const { page, open } = app;
      const countOf = (ordinals: readonly number[]) =>
        entries.filter(({ meeting }) => ordinals.includes(meeting)).length;
      const articles = page.locator('#accounts').getByRole('article');
      await open('/compare?a=20-25&b=24-27&arrange=account');
      await expect
        .poll(() => articles.count())
        .toBe(countOf(heldFrom(20, 25)) + countOf(heldFrom(24, 27)));
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids).toEqual([...new Set(ids)]);
      await open('/compare?a=20-25&b=20-25&arrange=account');
      await expect.poll(() => articles.count()).toBe(countOf(heldFrom(20, 25)));
      await open('/compare?a=exchangeYear:sports-2022-2023&b=9&arrange=account');
      const ofYears = meetings.filter(({ date }) => /^202[23]/.test(date));
      await expect
        .poll(() => articles.count())
        .toBe(countOf(ofYears.map(({ ordinal }) => ordinal)) + countOf([9]));
      // Nobody read a Russian account of the ninth: its silence says nothing.
      await half(page, 'Only in accounts of China', '9th meeting')
        .getByText('No account of Russia was read for this meeting.')
        .waitFor();
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
