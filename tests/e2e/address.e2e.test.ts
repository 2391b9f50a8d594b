import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { CHOICES } from '#src/filters/choices.ts';
import { appTest, newAppPage } from './app-test.ts';

const SEED = 28;
const LISTS = ['field', 'group', 'party', 'kind', 'status', 'meeting', 'exchangeYear'];
const DATES = ['from', 'to'];
/** Every parameter whose values the app knows, and so can tell a wrong one. */
const KNOWN = [...LISTS, ...DATES, ...Object.keys(CHOICES), 'asOf', 'lang'];

const nonsense = fc.oneof(
  fc.constantFrom(
    'nonsense',
    'banana',
    'yesterday',
    '2023-02-30',
    '-1',
    '1e9',
    '../..',
    '%',
    '%E0',
  ),
  fc.constantFrom('<script>alert(1)</script>', "' OR 1=1 --", '\u202Egnirts', '9'.repeat(400)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
);
const pathname = fc.oneof(
  fc.constantFrom('/', '/meetings', '/meetings/28', '/fields', '/fields/energy', '/calendar'),
  fc.constantFrom(
    '/calendar/2024',
    '/sources',
    '/people',
    '/about',
    '/compare',
    '/sources/seed-28',
  ),
  fc
    .tuple(
      fc.constantFrom('meetings', 'fields', 'calendar', 'exchange-years', 'sources', 'nowhere'),
      nonsense.filter((text) => !/^\.\.?(\/|$)/.test(text)),
    )
    .map(([route, id]) => `/${route}/${encodeURIComponent(id)}`),
);
const query = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...KNOWN, 'source', 'q', 'a', 'b', 'zoom', 'day', 'zzz'), nonsense),
  { maxLength: 4, selector: ([name]) => name },
);
const malformed = fc.sample(fc.tuple(pathname, query), { seed: SEED, numRuns: 200 });

const notice = (page: Page) => page.getByRole('complementary').filter({ has: page.locator('li') });

/** What a reader of the address sees: neither a blank page nor a failure, and a word on each part that was ignored. */
async function expectUsable(page: Page, address: string, names: readonly string[]) {
  // Languages that are not known leave the reader's own, which is English here.
  await page.locator('main[aria-busy="false"] h1').first().waitFor({ state: 'attached' });
  for (const name of names) {
    const told = notice(page).locator('li', { hasText: `${name} “` });
    await told
      .first()
      .waitFor({ state: 'attached', timeout: 5000 })
      .catch(() => {
        throw new Error(`Nothing is said about ${name} at ${address}`);
      });
  }
  expect(await page.locator('h1').count(), address).toBe(1);
  expect(await page.getByRole('heading', { name: 'cannot start' }).count(), address).toBe(0);
  const alerts = await page.getByRole('alert').allInnerTexts();
  expect(
    alerts.filter((text) => !text.startsWith('This is not in the record')),
    address,
  ).toEqual([]);
}

/** Complaints other than the server's own 404 for a page that is not there. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !/status of 404/.test(text));

describe('an address that cannot be meant', () => {
  appTest('gives the nearest view and says what was ignored', async ({ app }) => {
    const { page, open } = app;
    await open('/fields?field=nonsense&from=banana&asOf=yesterday');
    const words = await notice(page).innerText();
    for (const part of ['field “nonsense”', 'from “banana”', 'asOf “yesterday”'])
      expect(words).toContain(part);
    await page.locator('#entries tbody tr').first().waitFor();
    expect(await page.getByLabel('As of').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  appTest(
    'never breaks the app: 200 addresses made by chance, every twentieth of them loaded anew',
    async () => {
      const { page, open, url, complaints } = await newAppPage();
      for (const [index, [path, parameters]] of malformed.entries()) {
        const text = new URLSearchParams(parameters).toString();
        const address = `${path}${text === '' ? '' : `?${text}`}`;
        const names = parameters.map(([name]) => name).filter((name) => KNOWN.includes(name));
        if (index % 20 === 0) await open(address);
        else {
          // As a link inside the app goes there: without a new page.
          await page.evaluate((to) => {
            history.pushState(null, '', to);
            dispatchEvent(new PopStateEvent('popstate'));
          }, `${url}${address}`);
        }
        await expectUsable(page, address, names);
      }
      await page.context().close();
      expect(unexpected(complaints)).toEqual([]);
    },
    120_000,
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

/** Presses one of the things that can be pressed, and says where that leads if it is a link. */
function press(page: Page, choice: number): Promise<string | null> {
  return page.evaluate(
    ([selector, number]) => {
      const all = [...document.querySelectorAll(selector)];
      const pressed = all[number % all.length];
      pressed?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return pressed?.getAttribute('href') ?? null;
    },
    [PRESSABLE, choice] as const,
  );
}

/** Waits until nothing is on its way: a step is over when two frames in a row show the same. */
async function settledView(page: Page) {
  await page.locator('main[aria-busy="false"] h1').first().waitFor({ state: 'attached' });
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      await page.evaluate(() => new Promise(requestAnimationFrame));
      last = JSON.stringify(await view(page));
      return last === before;
    })
    .toBe(true);
  return view(page);
}

async function view(page: Page) {
  return {
    address: page.url(),
    heading: await page.locator('h1').innerText(),
    title: await page.title(),
    entries: await page.locator('#entries h2').allInnerTexts(),
    chosen: await page.locator('main :checked').count(),
    loading: await page.locator('[aria-busy="true"]').count(),
  };
}

describe('an address that the reader came to', () => {
  const steps = fc.sample(fc.nat({ max: 100_000 }), { seed: SEED, numRuns: 60 });

  appTest(
    'gives the same view again, wherever sixty steps by chance have led',
    async ({ app }) => {
      const { page, open } = app;
      await open('/');
      for (const [index, step] of steps.entries()) {
        if (step % 7 === 0 && index > 0) await page.goBack();
        else {
          const href = await press(page, step);
          if (href !== null) await page.waitForURL(new URL(href, page.url()).href);
        }
        await page.locator('main[aria-busy="false"] h1').first().waitFor({ state: 'attached' });
        if (index % 10 !== 9) continue;
        const before = await settledView(page);
        await page.reload();
        await expect.poll(() => view(page)).toEqual({ ...before, loading: 0 });
      }
    },
    120_000,
  );
});
