import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { addressOf } from './address-of.ts';
import { appTest } from './app-test.ts';

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
  appTest('is a filter, which a person’s own lines lead to', async ({ app }) => {
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
