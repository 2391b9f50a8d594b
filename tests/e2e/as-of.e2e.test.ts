import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { settled } from '#tests/browser/settled.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { accessibilityFaults, visitTest } from './app-test.ts';

/** The day before and of each boundary of the Culture years. */
const DAYS = [
  ['2023-12-18', 'Not yet announced'],
  ['2023-12-19', 'Upcoming'],
  ['2023-12-31', 'Upcoming'],
  ['2024-01-01', 'Under way'],
  ['2025-11-16', 'Under way, concluding'],
  ['2025-11-17', 'Under way, concluding'],
  ['2025-11-18', 'Concluded'],
] as const;

const ofBand = async (page: Page) => {
  const bands = page.getByRole('toolbar', { name: 'Exchange years' });
  const words = await bands
    .getByRole('link', { name: /Years of Culture/ })
    .getAttribute('aria-label');
  return /(?:Both together|hosted by: [^,]*), (.*)$/.exec(words ?? '')?.[1];
};
const ofPage = (page: Page) =>
  page.getByRole('region', { name: 'Status' }).getByRole('definition').first().innerText();
const ofMeeting = (page: Page) =>
  page
    .locator('#exchange-years li')
    .filter({ hasText: 'Years of Culture' })
    .getByRole('definition')
    .nth(1)
    .innerText();

const VIEWS = [
  ['the overview', '/', ofBand],
  ['the calendar', '/calendar', ofBand],
  ['the page of the exchange year', '/exchange-years/culture-2024-2025', ofPage],
  ['the page of a meeting', '/meetings/28', ofMeeting],
] as const;

describe('the status of an exchange year', () => {
  for (const [view, address, statusOn] of VIEWS) {
    visitTest(`follows the as-of date on ${view}, to the day`, async ({ app }) => {
      const { page, open } = app;
      await open(`${address}?asOf=2010-01-01`);
      for (const [day, status] of DAYS) {
        await page.locator('input[type="date"]').fill(day);
        await page.waitForURL((url) => url.searchParams.get('asOf') === day);
        await expect.poll(async () => (await statusOn(page))?.replace(/^\W+/, '')).toBe(status);
      }
    });
  }
});

describe('the scrubber', () => {
  visitTest('moves every view through time, and stays from view to view', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?asOf=2010-09-01');
    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: 'across 14 meetings' }).waitFor();
    const bar = page.getByRole('group', { name: 'Move the as-of date' });
    expect(await bar.count()).toBe(0);
    await page.getByRole('button', { name: 'Through time' }).click();
    const next = bar.getByRole('button', { name: /^To the next change/ });
    for (let steps = 0; steps < 40 && !page.url().includes('asOf=2010-11-23'); steps += 1) {
      const before = page.url();
      await next.click();
      await page.waitForURL((url) => url.href !== before);
    }
    await heading.filter({ hasText: 'across 15 meetings' }).waitFor();
    // What still shows the day before is paler.
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('navigation').getByRole('link', { name: 'Meetings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Meetings', exact: true }).waitFor();
    await bar.getByRole('slider').press('ArrowLeft');
    await page.waitForURL(/\/meetings\?asOf=2010-11-22/);
    await page.goBack();
    await page.waitForURL(/\/meetings\?asOf=2010-11-23/);
    // The calendar has it beside its own axis.
    await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => bar.count()).toBe(1);
    await page.getByRole('button', { name: 'Through time' }).waitFor({ state: 'detached' });
  });
});

describe('lists that are downloaded under an as-of date', () => {
  visitTest('say which day they are of, and what is later', async ({ app }) => {
    const { page, open } = app;
    const save = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV' }).click(),
      ]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    await open('/meetings?asOf=2005-06-01');
    await page
      .getByRole('status')
      .getByText('30 meetings, 21 of them after 1 June 2005', { exact: true })
      .waitFor();
    const meetings = await save();
    expect(meetings.name).toBe('meetings-2005-06-01.csv');
    const [heading = [], ...rows] = readCsv(meetings.text);
    const dates = rows.map((row) => row[heading.indexOf('date')] ?? '');
    const isMarked = rows.map((row) => row[heading.indexOf('after_as_of')] === 'yes');
    expect(isMarked).toEqual(dates.map((date) => date > '2005-06-01'));
    expect(isMarked.filter(Boolean)).toHaveLength(21);
    await open('/sources?asOf=2010-01-01');
    expect((await save()).name).toBe('sources-2010-01-01.csv');
    await open('/sources?q=zzzz');
    await page.getByRole('heading', { name: 'No documents', exact: true }).waitFor();
  });
});
