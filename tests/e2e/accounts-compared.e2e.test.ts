import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { countAlone, countRead, dueColumns, entries, meetings } from './accounts-by-files.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';

describe('two meetings by account', () => {
  visitTest(
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
      await told.waitFor();
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

  const half = (page: Page, side: string, group: string) =>
    page
      .locator('#accounts section')
      .filter({ has: page.getByRole('heading', { name: side, level: 3, exact: true }) })
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`^${group}: `), level: 4 }) });

  visitTest(
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

  visitTest(
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
