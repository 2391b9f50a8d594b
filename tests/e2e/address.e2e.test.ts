import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { KNOWN, sampleAddresses } from '#tests/fuzz/addresses.ts';
import { settled } from '#tests/browser/settled.ts';
import { appTest, newAppPage, visitTest } from './app-test.ts';

const SEED = 28;
const malformed = sampleAddresses(SEED, 200);

const notice = (page: Page) => page.getByRole('complementary').filter({ has: page.locator('li') });

interface Visit {
  /** A whole address, gone to as a link inside the app does; null for the page that is there. */
  to: string | null;
  /** The parameters of which something has to be said. */
  names: readonly string[];
}

/** What is wrong with what a reader of the address sees: neither a blank page nor a failure, and a word on each part. */
function faultsOf(page: Page, visit: Visit): Promise<string[]> {
  return page.evaluate(async ({ to, names }) => {
    if (to !== null) {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');
    const faults = () => {
      const isBusy = document.querySelector('main')?.getAttribute('aria-busy') !== 'false';
      const told = texts('aside li');
      return [
        ...(isBusy ? ['the page does not come'] : []),
        ...(texts('h1').length === 1 ? [] : [`${texts('h1').length} headings`]),
        ...(texts('h1').some((text) => text.includes('cannot start')) ? ['does not start'] : []),
        ...names
          .filter((name) => !told.some((text) => text.includes(`${name} “`)))
          .map((name) => `nothing is said about ${name}`),
        ...texts('[role="alert"]:not([hidden])').filter(
          (text) => !text.startsWith('This is not in the record'),
        ),
      ];
    };
    const end = performance.now() + 60_000;
    do await new Promise(requestAnimationFrame);
    while (faults().length > 0 && performance.now() < end);
    return faults();
  }, visit);
}

/** Complaints other than the server's own 404 for a page that is not there. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !/status of 404/.test(text));

describe('an address that cannot be meant', () => {
  visitTest('gives the nearest view and says what was ignored', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?field=nonsense&from=banana&asOf=yesterday');
    const words = await notice(page).innerText();
    for (const part of ['field “nonsense”', 'from “banana”', 'asOf “yesterday”'])
      expect(words).toContain(part);
    await page.locator('#entries tbody tr').first().waitFor();
    expect(await page.getByLabel('As of').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  visitTest('says what was ignored where one thing was said twice', async ({ app }) => {
    const { page, open } = app;
    for (const [address, ignored] of [
      ['/fields?asOf=2023-12-19&asOf=2005-01-01', 'asOf “2005-01-01”'],
      ['/fields?chart=heat&chart=time', 'chart “time”'],
      ['/compare?a=28&a=27&b=29', 'a “27”'],
      ['/fields?q=gas&q=oil', 'q “oil”'],
      ['/sources?language=ru&language=en', 'language “en”'],
    ] as const) {
      await open(address);
      await notice(page).getByText(`${ignored}: only one can be given`).waitFor();
    }
    // Said in the same words, it says one thing.
    await open('/fields?asOf=2023-12-19&asOf=2023-12-19&chart=heat&chart=');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Part of the address was ignored').count()).toBe(0);
  });

  visitTest('goes on without a document that the record has not', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?source=seed-28');
    const ofSource = await page.locator('#entries h2').innerText();
    for (const [address, title] of [
      ['/fields?source=no-more', /^\d{3} entries$/],
      ['/fields?source=seed-28&source=no-more', ofSource],
      ['/fields?pin=source%3Dno-more', /^\d{3} entries$/],
      ['/fields/energy?source=no-more', /entries/],
    ] as const) {
      await open(address);
      await notice(page).getByText('no-more').waitFor();
      await page.locator('#entries h2').getByText(title).waitFor();
      await expect.poll(() => page.getByRole('alert').count(), { message: address }).toBe(0);
    }
  });

  visitTest(
    'takes a percent sign that encodes nothing as it stands, without a warning',
    async ({ app }) => {
      const { page, open } = app;
      for (const address of [
        '/meetings/%',
        '/sources/100%',
        '/people/%E0%A4',
        '/fields/5%zz?kind=agreement',
      ]) {
        await open(address);
        await page
          .getByRole('heading', { level: 1 })
          .getByText(/not|no /i)
          .waitFor();
      }
      await open('/sources/100%');
      await page.getByRole('main').getByText('100%').waitFor();
    },
  );

  appTest(
    'never breaks the app: 200 addresses made by chance, every fiftieth of them loaded anew',
    async () => {
      const { page, open, url, complaints } = await newAppPage();
      for (const [index, [path, parameters]] of malformed.entries()) {
        const text = new URLSearchParams(parameters).toString();
        const address = `${path}${text === '' ? '' : `?${text}`}`;
        const names = parameters.map(([name]) => name).filter((name) => KNOWN.includes(name));
        const isAnew = index % 50 === 0;
        if (isAnew) await open(address);
        const visit = { to: isAnew ? null : `${url}${address}`, names };
        expect(await faultsOf(page, visit), address).toEqual([]);
      }
      await page.context().close();
      expect(unexpected(complaints)).toEqual([]);
    },
  );
});

/** What a reader can press that stays in the app and opens no dialogue. */
const PRESSABLE = [
  'nav a',
  'main a[href^="/"]',
  'main button[aria-pressed]',
  'main th button',
  'main button[aria-label^="Remove"]',
  'main input[type="checkbox"]',
  'main input[type="radio"]',
].join(', ');

/** Presses one of the things that can be pressed, or goes back, and waits until nothing is on its way any more. */
async function step(page: Page, choice: number | 'back'): Promise<void> {
  await page.evaluate(
    ([selector, chosen]) => {
      const leavesApp = (element: Element) => /\.\w+$/.test(element.getAttribute('href') ?? '');
      const all = [...document.querySelectorAll(selector)].filter((one) => !leavesApp(one));
      if (chosen === 'back') history.back();
      else
        all[chosen % all.length]?.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true }),
        );
    },
    [PRESSABLE, choice] as const,
  );
  await settled(page);
}

/**
 * All that a reader sees of a view: every word and number, and each choice. Of a long list neither the rows in its window
 * nor how many have been fetched yet: both follow from where the reader has scrolled.
 */
async function view(page: Page) {
  await settled(page);
  return page.evaluate(() => {
    const isOnItsWay = document.querySelector(
      '[aria-busy="true"], main:not([aria-busy="false"]), [data-skeleton]',
    );
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    for (const part of main.querySelectorAll('#entries table, #entries [class*="foot"]'))
      part.remove();
    const labels = [...document.querySelectorAll<HTMLInputElement>('main :checked')];
    return {
      address: window.location.href,
      title: document.title,
      words: main.textContent,
      entries: document.querySelector('#entries h2')?.textContent,
      chosen: labels.map(({ labels: own, value }) => own?.[0]?.textContent ?? value),
      pressed: [...document.querySelectorAll('[aria-pressed="true"]')].map(
        (one) => one.textContent,
      ),
      isOnItsWay: isOnItsWay !== null,
    };
  });
}

/** The view when nothing is on its way and two looks at it are the same. */
async function settledView(page: Page) {
  let last = await view(page);
  await expect
    .poll(async () => {
      const before = JSON.stringify(last);
      last = await view(page);
      return !last.isOnItsWay && JSON.stringify(last) === before;
    })
    .toBe(true);
  return last;
}

describe('an address that the reader came to', () => {
  const choices = fc.sample(fc.nat({ max: 100_000 }), { seed: SEED, numRuns: 80 });

  visitTest(
    'gives the same view again, wherever eighty steps by chance have led',
    async ({ app }) => {
      const { page, open } = app;
      await open('/');
      for (const [index, choice] of choices.entries()) {
        await step(page, choice % 7 === 0 && index > 0 ? 'back' : choice);
        if (index % 20 !== 19) continue;
        const before = await settledView(page);
        await page.reload();
        await expect.poll(() => view(page)).toEqual(before);
      }
    },
  );
});
