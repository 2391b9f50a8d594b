import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { addressOf } from './address-of.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`mocks/data/${name}.json`, 'utf8'));
const meetings = read('meetings') as { ordinal: number; coChairs: { person: string }[] }[];
const entries = read('entries') as { meeting: number; fields: string[] }[];

/** The entries of the meetings that a person chaired, as the files have them. */
function entriesOf(person: string) {
  const chaired = new Set(
    meetings
      .filter(({ coChairs }) => coChairs.some((chair) => chair.person === person))
      .map(({ ordinal }) => ordinal),
  );
  return entries.filter(({ meeting }) => chaired.has(meeting));
}

const listOf = (page: Page, count: number) =>
  page.locator('#entries').getByRole('heading', { name: `${count} entries` });

describe('who chaired a meeting', () => {
  visitTest('is a filter, which a person’s own lines lead to', async ({ app }) => {
    const { page, open } = app;
    await open('/people');
    await page.getByRole('link', { name: 'Entries of these meetings: Li Qiang' }).click();
    await listOf(page, entriesOf('li-qiang').length).waitFor();
    expect(addressOf(page).search).toBe('?coChair=li-qiang');
    const filters = page.getByRole('search', { name: 'Filters' });
    await filters.getByRole('checkbox', { name: /^Li Keqiang/ }).click();
    const either = entriesOf('li-qiang').length + entriesOf('li-keqiang').length;
    await listOf(page, either).waitFor();
    await page.getByRole('button', { name: /Co-chair: Li Qiang/ }).click();
    await listOf(page, entriesOf('li-keqiang').length).waitFor();
    for (const [lang, words] of [
      ['zh', /共同主持人.*李克强/],
      ['ru', /Сопредседатель.*Ли Кэцян/],
    ] as const) {
      await open(`/fields?coChair=li-keqiang&lang=${lang}`);
      await page.getByRole('button', { name: words }).waitFor();
    }
  });
});

describe('comparing groups of meetings', () => {
  visitTest(
    'is one action from a co-chair, and each number leads to its entries',
    async ({ app }) => {
      const { page, open } = app;
      await open('/people');
      await page
        .locator('#person-li-qiang')
        .getByRole('link', { name: /^Compare with / })
        .click();
      await page
        .getByRole('heading', { level: 1, name: 'Li Keqiang and Li Qiang compared' })
        .waitFor();
      const [before, after] = [entriesOf('li-keqiang'), entriesOf('li-qiang')];
      const facts = page.getByRole('table', { name: 'The two groups in numbers' });
      await facts
        .getByRole('row', {
          name: `Entries Li Keqiang: ${before.length} entries Li Qiang: ${after.length} entries`,
        })
        .waitFor();
      await page
        .getByText(/^Documents read per meeting: Li Keqiang .* how much was read/)
        .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const energy = before.filter(({ fields }) => fields.includes('energy')).length;
      const share = `${((100 * energy) / before.length).toFixed(1)}%`;
      const number = page.getByRole('link', {
        name: `Li Keqiang: ${share}; Energy: ${energy} entries`,
      });
      await number.click();
      await listOf(page, energy).waitFor();
      expect(addressOf(page).search).toBe('?coChair=li-keqiang&field=energy');
      await page.goBack();
      await number.waitFor();
      await page.getByRole('radio', { name: 'Entries per meeting' }).check();
      await page.getByRole('heading', { name: /^Widest gap in entries per meeting: / }).waitFor();
      await page.getByRole('radio', { name: 'Table' }).check();
      const table = page.getByRole('table', { name: 'Fields of the two groups' });
      await table.getByRole('link', { name: `Li Keqiang: Energy: ${energy} entries` }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  visitTest(
    'takes meetings, ranges and exchange years, and says what is not there',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields');
      await page.getByRole('link', { name: 'Li Keqiang and Li Qiang, whole record' }).click();
      await page.getByLabel('First meeting or group').selectOption({ label: 'Sports 2022–2023' });
      await page.getByText('The meetings of an exchange year are those held').waitFor();
      await page.getByLabel('Second meeting or group').selectOption({ label: 'Meetings 15 to 30' });
      await page.getByLabel('Second meeting or group: to').selectOption('27');
      await page.waitForURL(/b=15-27/);
      await page.getByText(/entries count in both groups/).waitFor();
      await page.getByRole('button', { name: 'Swap' }).click();
      await page
        .getByRole('heading', { level: 1, name: 'Meetings 15 to 27 and Sports 2022–2023 compared' })
        .waitFor();
      await open('/compare?a=coChair:nobody&b=coChair:li-qiang');
      await page.getByText('“coChair:nobody” is no meeting on record').waitFor();
      await open('/compare?a=20-99&b=1');
      await page.getByText('“20-99” is not wholly on record; Meetings 20 to 30').waitFor();
      await open('/compare?a=coChair:li-keqiang&b=coChair:li-qiang&asOf=2020-01-01');
      await page.getByRole('heading', { name: 'Li Qiang: nothing on record to compare' }).waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      for (const [lang, words, widest] of [
        ['zh', '李克强与李强比较', /^差距最大的领域：能源/],
        ['ru', 'Ли Кэцян и Ли Цян: сравнение', /^Наибольший разрыв — Энергетика/],
      ] as const) {
        await open(`/compare?a=coChair:li-keqiang&b=coChair:li-qiang&lang=${lang}`);
        await page.getByRole('heading', { level: 1, name: words }).waitFor();
        await page.getByRole('heading', { name: widest }).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    },
  );
});
