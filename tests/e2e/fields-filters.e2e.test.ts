import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { addressOf } from './address-of.ts';
import { newAppPage, appTest } from './app-test.ts';
import { countEntries } from './meeting-facts.ts';

const filters = (page: Page) => page.getByRole('search', { name: 'Filters' });
const box = (page: Page, name: RegExp) => filters(page).getByRole('checkbox', { name });
const title = (page: Page, address: string) =>
  page.locator('#entries').getByRole('heading', { name: `${countEntries(address)} entries` });
/** The address of some meetings by their ordinals, both ends included. */
const meetingsFrom = (first: number, last: number) =>
  `?${Array.from({ length: last - first + 1 }, (_, index) => `meeting=${first + index}`).join('&')}`;

/** Presses a checkbox and says what it shows in that very moment and over the next frames. */
function pressAndWatch(page: Page, name: RegExp): Promise<boolean[]> {
  return box(page, name).evaluate(async (input: HTMLInputElement) => {
    input.click();
    const shown = [input.checked];
    for (let frame = 0; frame < 10; frame += 1) {
      await new Promise(requestAnimationFrame);
      shown.push(input.checked);
    }
    return shown;
  });
}

/** A backend whose counts wait until they are let go, each request by itself. */
async function withHeldAnswers(page: Page, url: string) {
  const base = `${url}/held`;
  const handler = createHandler(await readRecord(), { baseUrl: base });
  const held: { search: URLSearchParams; letGo: () => Promise<void> }[] = [];
  let isHolding = false;
  const answer = async (route: Route) => {
    const response = await handler(new Request(route.request().url()));
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: await response.text(),
    });
  };
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: base } } }),
  );
  await page.route('**/held/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    // What the view still asks for at its beginning is not what is chosen.
    const isChosen = pathname.endsWith('/fields/summary') && searchParams.has('party');
    if (!isHolding || !isChosen) await answer(route);
    // A request that the page has given up cannot be answered any more.
    else held.push({ search: searchParams, letGo: () => answer(route).catch(() => undefined) });
  });
  return {
    held,
    hold: () => {
      isHolding = true;
    },
  };
}

describe('choosing a filter', () => {
  appTest(
    'leaves a list open that was opened by hand, and what is in focus there',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields');
      const facet = filters(page)
        .locator('details details')
        .filter({ has: page.getByText('Field', { exact: true }) });
      const isOpen = () => facet.evaluate((list: HTMLDetailsElement) => list.open);
      expect(await isOpen()).toBe(false);
      await facet.locator('summary').click();
      const energy = facet.getByRole('checkbox', { name: /^Energy/ });
      for (const search of ['?field=energy', '']) {
        await energy.press('Space');
        await expect.poll(() => addressOf(page).search).toBe(search);
        await title(page, search).waitFor();
        expect(await isOpen()).toBe(true);
      }
      expect(await energy.evaluate((one) => one === document.activeElement)).toBe(true);
      // All filters together fold the same way, whichever way the reader turns the screen.
      await page.setViewportSize({ width: 800, height: 1000 });
      await energy.press('Space');
      await title(page, '?field=energy').waitFor();
      expect(await energy.isVisible()).toBe(true);
    },
  );

  appTest(
    'does not write back what the address names and the record does not know',
    async ({ app }) => {
      const { page, open } = app;
      await open('/fields?party=nonsense&party=china');
      await box(page, /^Russia/).click();
      await expect.poll(() => addressOf(page).search).toBe('?party=china&party=russia');
      await page
        .getByRole('complementary')
        .filter({ hasText: 'nonsense' })
        .waitFor({ state: 'detached' });
    },
  );

  appTest('shows at once, keeps the last answer on screen, and the last choice wins', async () => {
    const { page, url, open, complaints } = await newAppPage();
    const { held, hold } = await withHeldAnswers(page, url);
    const cancelled: string[] = [];
    page.on('requestfailed', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.endsWith('/fields/summary')) cancelled.push(search);
    });
    await open('/fields');
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.innerText();
    const chart = page.getByRole('list', { name: /^Fields and/ });
    hold();
    expect(new Set(await pressAndWatch(page, /^China/))).toEqual(new Set([true]));
    expect(new URL(page.url()).search).toBe('?party=china');
    await page.getByRole('button', { name: 'Remove Party: China' }).waitFor();
    // What is on screen is still the answer to the question before, and says so.
    await page.locator('main [aria-busy="true"]').filter({ has: chart }).waitFor();
    expect(await heading.innerText()).toBe(before);
    await expect.poll(() => held.length).toBe(1);
    expect(new Set(await pressAndWatch(page, /^Russia/))).toEqual(new Set([true]));
    expect(new Set(await pressAndWatch(page, /^China/))).toEqual(new Set([false]));
    expect(new URL(page.url()).search).toBe('?party=russia');
    await expect.poll(() => held.at(-1)?.search.getAll('party')).toEqual(['russia']);
    // Choices that follow each other fast may never be asked for; what was asked is given up.
    await expect
      .poll(() => cancelled.filter((search) => search.includes('party=china')).length)
      .toBe(held.length - 1);
    // The newest answer comes first, those that nobody waits for come late.
    for (const { letGo } of held.toReversed()) await letGo();
    await title(page, '?party=russia').waitFor();
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    expect(await heading.innerText()).not.toBe(before);
    const count = (
      await box(page, /^China/)
        .locator('..')
        .innerText()
    ).replaceAll(/\D/g, '');
    expect(Number(count)).toBe(countEntries('?party=china'));
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('pressing a choice', () => {
  appTest('asks before the button is up again, and once', async () => {
    const { page, url, open, complaints } = await newAppPage();
    const { held, hold } = await withHeldAnswers(page, url);
    await open('/fields');
    hold();
    await box(page, /^China/).hover();
    await page.mouse.down();
    await expect.poll(() => held.length).toBe(1);
    expect(new URL(page.url()).search).toBe('');
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).search).toBe('?party=china');
    await held[0]?.letGo();
    await title(page, '?party=china').waitFor();
    expect(held.map(({ search }) => search.getAll('party'))).toEqual([['china']]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the range of meetings', () => {
  appTest('is typed as a date or a meeting, and says what it cannot take', async ({ app }) => {
    const { page, open } = app;
    await open('/fields');
    const from = filters(page).getByRole('combobox', { name: 'From' });
    const type = async (field: typeof from, text: string) => {
      await field.fill(text);
      await field.press('Enter');
    };
    await type(from, '20');
    await title(page, meetingsFrom(20, 30)).waitFor();
    expect(new URL(page.url()).search).toBe('?from=2015-12-17');
    await type(filters(page).getByRole('combobox', { name: 'To' }), '2020');
    await title(page, meetingsFrom(20, 25)).waitFor();
    await filters(page).getByText('6 meetings, 17 Dec 2015 to 2 Dec 2020').waitFor();
    await type(from, 'June');
    await filters(page).getByRole('alert').getByText('Neither a date nor a meeting').waitFor();
    await type(from, '2021');
    await filters(page).getByRole('alert').getByText('later than the last one').waitFor();
    expect(new URL(page.url()).search).toBe('?from=2015-12-17&to=2020');
    await from.press('Escape');
    expect(await from.inputValue()).toBe('2015-12-17');
  });

  appTest(
    'is set with two handles, by key and by drag, each drag one step back',
    async ({ app }) => {
      const { page, open } = app;
      await page.setViewportSize({ width: 390, height: 844 });
      await open('/fields');
      await filters(page).getByText('Filters', { exact: true }).click();
      const handle = (name: string) => filters(page).getByRole('slider', { name });
      const words = (name: string) => handle(name).getAttribute('aria-valuetext');
      const count = countEntries('?meeting=30');
      expect(await words('Last meeting')).toBe(`30th meeting, 3 November 2025: ${count} entries`);
      await handle('Last meeting').focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await title(page, meetingsFrom(1, 28)).waitFor();
      expect(await words('Last meeting')).toMatch(/^28th meeting, 19 December 2023/);
      await page.keyboard.press('Home');
      // The handles meet, and do not pass each other.
      await title(page, meetingsFrom(1, 1)).waitFor();
      expect(await words('First meeting')).toMatch(/^1st meeting/);
      await page.keyboard.press('End');
      await title(page, '').waitFor();
      const steps = await page.evaluate(() => history.length);
      const area = await handle('First meeting').boundingBox();
      if (area === null) throw new Error('No handle to drag');
      const y = area.y + area.height / 2;
      await page.mouse.move(area.x + 8, y);
      await page.mouse.down();
      for (const share of [0.2, 0.3, 0.4, 0.5])
        await page.mouse.move(area.x + area.width * share, y);
      await page.mouse.up();
      await expect.poll(() => words('First meeting')).toMatch(/^1[3-7]th meeting/);
      expect(await page.evaluate(() => history.length)).toBe(steps + 1);
      expect(new URL(page.url()).search).toMatch(/^\?from=20\d\d-\d\d-\d\d$/);
      await page.goBack();
      await expect.poll(() => words('First meeting')).toMatch(/^1st meeting/);
      await title(page, '').waitFor();
    },
  );
});
