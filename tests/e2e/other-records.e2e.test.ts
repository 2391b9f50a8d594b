/** Records that the contract allows and that are unlike the one that the app ships with. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { RecordData } from '#engine/record/record.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import {
  EMPTY_RECORD,
  HOSTILE_QUOTATIONS,
  LEAN_RECORD,
  newerBackend,
  RICH_RECORD,
  withLongNames,
} from '#tests/fixtures/hostile-records.ts';
import { watch } from '#tests/fuzz/watch.ts';
import { accessibilityFaults, newAppPage, sidewaysOverflow, visitTest } from './app-test.ts';
import { foreignSentences } from './foreign-sentences.ts';
import { ROUTES, withParameter } from './routes.ts';

async function pageOn(record: RecordData, around: (handler: Handler) => Handler = (own) => own) {
  const app = await newAppPage();
  const handler = around(createHandler(record, { baseUrl: `${app.url}/api/v1` }));
  await app.page.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: '/api/v1' } } }),
  );
  await app.page.route('**/api/v1/**', async (route) => {
    const response = await handler(new Request(route.request().url()));
    return route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: await response.text(),
    });
  });
  return app;
}

/** Every view of the record of two lands that do not exist, which the demonstration's menu offers. */
const INVENTED_PAGES = [
  '/',
  '/meetings',
  '/meetings/1',
  '/meetings/2',
  '/meetings/4',
  '/fields',
  '/fields?chart=heat',
  '/calendar',
  '/calendar?form=agenda',
  '/exchange-years/music-2014-2015',
  '/people/jules-marot',
  '/compare?a=2&b=4',
  '/sources',
  '/sources/joint-2011',
  '/people',
  '/about',
];

/** Views whose numbers are divided, averaged or set side by side. */
const COUNTED = [
  '/fields?measure=share&show=table',
  '/fields?chart=balance&measure=meetings',
  '/fields?chart=time&stack=party',
  '/fields?chart=time&per=year',
  '/fields?chart=heat&order=similarity&columnOrder=similarity',
  '/compare?a=coChair:li-keqiang&b=coChair:li-qiang',
  '/compare?a=1-5&b=6-10&scale=rate',
  '/people/li-keqiang',
];

/** Each kind of thing that can be compared, in each arrangement. */
const COMPARED = [
  '/compare?a=27&b=28&arrange=account',
  '/compare?a=1-5&b=exchangeYear:culture-2024-2025&show=table',
  '/compare?a=coChair:li-keqiang&b=coChair:li-qiang&arrange=account',
];

const words = (page: Page) => page.getByRole('main').innerText();

describe('a record that leaves open what it may', () => {
  it('is told as what it is, and never as more', async () => {
    const { page, open, follow, complaints } = await pageOn(LEAN_RECORD);
    await open('/meetings');
    expect(await words(page)).toContain(
      'Hosts: at places not on record 2, Aurelia 2, by video link 1 and in a third country 1.',
    );
    await page
      .getByRole('heading', { name: 'the longest is about 2 months, before the 1,001st meeting' })
      .waitFor();
    // Nothing is said of the time since a meeting that is missing, or known to the year only.
    const row = page.getByRole('row', { name: /^104th meeting/ });
    expect(await row.innerText()).toContain('not known');
    // The number stands within its mark.
    const mark = page.getByRole('link', { name: /^1,001st regular meeting/ });
    expect(await mark.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);

    await follow('/calendar');
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
    const legend = page.getByRole('list', { name: 'What the shapes mean' });
    expect(await legend.innerText()).not.toContain('Both together');
    expect(await words(page)).not.toMatch(/[Ee]xchange year/);
    await page
      .getByLabel('Meeting 99, 1901 (month not on record), place not on record')
      .waitFor({ state: 'attached' });

    await follow('/about');
    await page.getByText('A reader should know').waitFor();
    await follow('/compare?a=99&b=100');
    await page.getByText('How many months lie between them is not on record.').waitFor();
    await follow('/meetings/98');
    // A quotation stands in the evidence, also where no document is on record for it.
    const evidence = page.getByRole('dialog', { name: 'Evidence' });
    await page.locator('#entry-tides-1').getByRole('button').click();
    const quotation = evidence.locator('[lang=ar]').first();
    expect(await quotation.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    await page.keyboard.press('Escape');
    // Twelve pieces of evidence, whatever they say, are all there, as text, on the narrowest screen.
    await page.setViewportSize({ width: 320, height: 640 });
    await page
      .locator('#entry-tides-12')
      .getByRole('button', { name: /11 more/ })
      .click();
    await expect.poll(() => evidence.locator('ol > li').count()).toBe(12);
    for (const { text: quote } of HOSTILE_QUOTATIONS)
      await evidence.locator('blockquote').getByText(quote).first().waitFor();
    expect(await evidence.locator('img, b').count()).toBe(0);
    expect(await evidence.innerText()).toContain('Page of a log book');
    expect(await evidence.innerText()).not.toContain('[');
    expect(await evidence.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    // Three accounts of one side are one side's; the other's silence means nothing where nobody read it.
    await page.getByRole('radio', { name: 'By account' }).check();
    const column = page.getByRole('heading', { name: /^Only in accounts of Aurelia 1 entry/ });
    await column.waitFor();
    await page.getByText('No account of Borealia was read for this meeting.').first().waitFor();
    await page.getByRole('radio', { name: 'By kind' }).check();
    await column.waitFor({ state: 'detached' });
    const text = page.locator('main [lang=he]').first();
    expect(await text.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    expect(await page.locator('main #exchange-years').count()).toBe(0);
    const badge = page.getByRole('link', { name: 'Official data' });
    const warning = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--warn)';
      return getComputedStyle(probe).color;
    });
    expect(await badge.evaluate((one) => getComputedStyle(one).color)).not.toBe(warning);

    await page.setViewportSize({ width: 390, height: 844 });
    await follow('/meetings');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    const box = await page.getByRole('link', { name: /^1,001st regular meeting/ }).boundingBox();
    expect(box?.x).toBeGreaterThan(0);
    expect(box?.x).toBeLessThan(390);
    await follow('/calendar');
    await page.getByLabel(/^Meeting 1001,/).waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it('shows the names that are there, and counts the sessions that are shown', async () => {
    const { page, open, follow, complaints } = await pageOn(RICH_RECORD);
    await open('/exchange-years/kites-1910');
    expect(await words(page)).toMatch(/Hebrew\s+שנת העפיפונים\s+Swahili\s+Mwaka wa Tiara/);
    expect(await words(page)).not.toContain('中文');
    await follow('/people');
    await page.getByText('4 of 4 numbered sessions on record, and 1 without a number').waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it('gives no advice where there is nothing to choose', async () => {
    const { page, open, follow } = await pageOn(EMPTY_RECORD);
    await open('/');
    await page.getByText('No meeting is on record.').waitFor();
    expect(await words(page)).not.toContain('later');
    for (const route of ['/fields', '/calendar?form=agenda']) {
      await follow(route);
      expect(await words(page), route).toContain('on record');
      expect(await words(page), route).not.toMatch(/[Rr]emove|under these filters/);
    }
    await follow('/sources');
    await page.getByText('No document is on record.').waitFor();
    expect(await words(page)).not.toContain('Search for less');
    await page.context().close();
  });
});

describe('a record without entries', () => {
  it('has every view say so, and nothing that nobody wrote', async () => {
    const { page, open, follow } = await pageOn({ ...(await readRecord()), entries: [] });
    const watched = await watch(page);
    await open('/about');
    for (const route of [...ROUTES, ...COUNTED]) {
      watched.at(route);
      await follow(route);
      await watched.look();
    }
    expect(watched.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a record whose names are words without an end', () => {
  it('pushes no view to the side, on a phone and on a wide screen', async () => {
    const { page, open, follow } = await pageOn(withLongNames(await readRecord()));
    await open('/about');
    const faults: string[] = [];
    for (const address of [...ROUTES, ...COUNTED, ...COMPARED]) {
      await follow(address);
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const pixels = await sidewaysOverflow(page);
        if (pixels > 0) faults.push(`${address} by ${pixels} of ${width}`);
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the invented record', () => {
  for (const language of ['en', 'zh', 'ru'] as const)
    visitTest(`is shown whole and says what it has not, in ${language}`, async ({ app }) => {
      const { page, open } = app;
      const there = (address: string) => withParameter(address, `lang=${language}&demo=invented`);
      const faults: string[] = [];
      for (const address of INVENTED_PAGES) {
        await open(there(address));
        await page.setViewportSize({ width: 390, height: 844 });
        if ((await sidewaysOverflow(page)) > 0) faults.push(`${address} is pushed to the side`);
        await page.setViewportSize({ width: 1440, height: 900 });
        const found = [
          ...(language === 'en'
            ? await accessibilityFaults(page)
            : await foreignSentences(page, language)),
          ...(await page.getByRole('alert').allInnerTexts()),
        ];
        faults.push(...found.map((fault) => `${address}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
});

describe('entries in more than one language', () => {
  it('are offered by name where a text finds those of its own language, or it is told that nobody can say', async () => {
    const record = await readRecord();
    // As they were before they were translated.
    const untranslated = record.entries.map((entry) => ({ ...entry, translations: undefined }));
    const [first] = untranslated;
    if (first === undefined) throw new Error('The record has no entry');
    const entries = untranslated.concat({
      ...first,
      id: 'in-chinese',
      text: '能源合作',
      lang: 'zh',
    });
    let isSearchDown = true;
    const { page, open } = await pageOn({ ...record, entries }, (own) => async (request) => {
      const isSearch = new URL(request.url).pathname.endsWith('/search');
      return isSearch && isSearchDown ? new Response('', { status: 500 }) : own(request);
    });
    await open('/fields?q=能源');
    await page.getByRole('heading', { name: '1 entry', exact: true }).waitFor();
    const main = page.getByRole('main');
    await main.getByText('What else these words may name could not be looked up.').waitFor();
    isSearchDown = false;
    await main.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await main.getByText('The entries are written in English and Chinese.').waitFor();
    await main.getByRole('link', { name: 'Energy 能源', exact: true }).click();
    await page.waitForURL(/\/fields\?field=energy$/);
    await page.context().close();
  });
});

describe('a backend that is newer than the app', () => {
  it('has its kinds, statuses and formats shown as given, counted, and filtered by', async () => {
    const { page, open, follow, complaints } = await pageOn(
      { ...RICH_RECORD, mechanism: LEAN_RECORD.mechanism },
      newerBackend,
    );
    await open('/fields');
    await page.getByRole('heading', { name: '5 entries', exact: true }).waitFor();
    const filters = page.getByRole('search', { name: 'Filters' });
    await filters.getByText('joint protocol').click();
    await page.waitForURL(/kind=joint\+protocol/);
    await page.getByRole('heading', { name: '1 entry', exact: true }).waitFor();
    // The same address from outside, where nothing has named the value yet; and one that nobody names.
    await open('/fields?kind=joint+protocol&status=contested');
    await page.getByRole('heading', { name: '1 entry', exact: true }).waitFor();
    await follow('/fields?kind=no-such');
    await page.getByText('kind “no-such”').waitFor();
    await page.getByRole('heading', { name: '5 entries', exact: true }).waitFor();
    await follow('/meetings/1001');
    await page.getByRole('heading', { name: 'Of another kind' }).waitFor();
    await page.getByText('by telegraph').waitFor();
    await follow('/meetings?format=by+telegraph');
    await page.getByRole('status').getByText('1 of 6 meetings').waitFor();
    await follow('/calendar?form=agenda');
    expect(await page.getByRole('main').getByText('sitting', { exact: true }).count()).toBe(5);
    await follow('/about');
    await page.getByRole('main').getByText('provisional').waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});
