import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { SCENARIO_IDS } from '#mocks/scenarios/scenarios.ts';
import { follow as followOn, settled } from '#tests/browser/settled.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { appTest, newAppPage, sidewaysOverflow, visitTest } from './app-test.ts';
import { CLAIMS } from './claims.ts';
import { ROUTES, withParameter } from './routes.ts';

/** What ends in no view, and what every other test is about. */
const WITH_A_TEST_OF_ITS_OWN: ReadonlySet<string> = new Set([
  'record',
  'failing',
  'offline',
  'hanging',
]);
const PAGES = ROUTES.filter((route) => route !== '/no-such-page');
/** To be waited for on every page takes longer than all other tests here. */
const SLOW_PAGES = PAGES.filter((_, index) => index % 3 === 0);

const withScenario = (route: string, scenario: string) => withParameter(route, `demo=${scenario}`);

describe('every page, whatever the backend does', () => {
  for (const scenario of SCENARIO_IDS.filter((id) => !WITH_A_TEST_OF_ITS_OWN.has(id))) {
    visitTest(`has its heading and throws nothing: ${scenario}`, async ({ app }) => {
      const { page, open, follow } = app;
      await open(withScenario('/', scenario));
      const pushed: string[] = [];
      for (const route of scenario === 'slow' ? SLOW_PAGES : PAGES) {
        await follow(withScenario(route, scenario));
        await expect.poll(() => page.locator('h1').count(), { message: route }).toBe(1);
        await expect.poll(() => page.title(), { message: route }).toMatch(/\S · Communiqué$/);
        // Words without an end are broken, rather than push the page to the side.
        for (const width of scenario === 'hostile' ? [1440, 390] : []) {
          await page.setViewportSize({ width, height: 900 });
          if ((await sidewaysOverflow(page)) > 0) pushed.push(`${route} at ${width}`);
        }
      }
      expect(pushed).toEqual([]);
    });
  }

  appTest(
    'says that the backend failed, and never that there is nothing on record',
    async ({ app }) => {
      const { page, open, follow } = app;
      const claims: string[] = [];
      await open(withScenario('/', 'failing'));
      for (const route of PAGES) {
        await follow(withScenario(route, 'failing'));
        await page.getByRole('alert').getByText('The backend failed').first().waitFor();
        await expect.poll(() => page.locator('main [data-skeleton]').count()).toBe(0);
        const words = await page.getByRole('main').innerText();
        claims.push(...(CLAIMS.exec(words) ?? []).slice(0, 1).map((claim) => `${route}: ${claim}`));
        expect(await page.locator('h1').count(), route).toBe(1);
        expect(
          await page.getByRole('alert').getByRole('button', { name: 'Try again' }).count(),
        ).toBeGreaterThan(0);
      }
      expect(claims).toEqual([]);
    },
  );

  appTest('shows its frame while answers never come, and says so in the end', async ({ app }) => {
    const { page, url } = app;
    await page.clock.install();
    for (const route of ['/', '/meetings/28', '/fields', '/calendar']) {
      await page.goto(`${url}${withScenario(route, 'hanging')}`);
      await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).waitFor();
      expect(await page.getByRole('main').innerText(), route).not.toMatch(CLAIMS);
      await page.clock.fastForward(3_000);
      await page.getByText('Still waiting for the record').first().waitFor();
      await page.clock.fastForward(30_000);
      await page.getByText('The backend does not answer in time').first().waitFor();
      expect(await page.getByRole('main').innerText(), route).not.toMatch(CLAIMS);
    }
  });

  appTest('says in full that it is offline, and leads back', async ({ app }) => {
    const { page, open, complaints } = app;
    for (const route of ['/', '/meetings/28', '/fields?field=energy']) {
      await open(withScenario(route, 'offline'));
      await page.getByRole('heading', { level: 1, name: 'Communiqué cannot start' }).waitFor();
      await page.getByText('The backend did not answer').first().waitFor();
    }
    await page.getByLabel('Demo').selectOption({ label: 'The record' });
    await page.waitForURL((address) => address.search === '?field=energy');
    await page.locator('#entries tbody tr').first().waitFor();
    // A page that fails as a whole also says so in the console, by its error's name.
    expect(complaints.splice(0).filter((text) => !text.includes('ApiError'))).toEqual([]);
  });
});

describe('the demo menu', () => {
  visitTest(
    'switches what the backend answers, in the address and for this view',
    async ({ app }) => {
      const { page, open } = app;
      await open('/meetings?meetingSort=ordinal');
      // What a reload would take away.
      await page.evaluate(() => document.documentElement.setAttribute('data-stays', ''));
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByLabel('Demo').focus();
      await page.getByLabel('Demo').selectOption({ label: 'Empty' });
      await page.waitForURL(/\/meetings\?meetingSort=ordinal&demo=empty$/);
      await page.getByRole('main').getByText('No meeting is on record.').waitFor();
      expect(await page.locator(':focus').evaluate((one) => one.tagName)).toBe('SELECT');
      await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
      await page.waitForURL(/\/sources\?demo=empty$/);
      await page.getByLabel('Demo').selectOption({ label: 'One meeting' });
      await page.waitForURL(/\/sources\?demo=one-meeting$/);
      const documents = page.getByRole('heading', { level: 2, name: /^[1-9]\d* documents/ });
      await documents.waitFor();
      await page.goBack();
      await page.waitForURL(/\/sources\?demo=empty$/);
      await documents.waitFor({ state: 'detached' });
      expect(await page.locator('html[data-stays]').count()).toBe(1);
    },
  );

  visitTest('is told of a scenario that there is not, and shows the record', async ({ app }) => {
    const { page, open } = app;
    await open('/meetings?demo=earthquake');
    await page.getByText('demo “earthquake”: not known here').waitFor();
    await page.getByRole('main').getByText('30 meetings').first().waitFor();
  });

  visitTest('labels the large record as synthetic', async ({ app }) => {
    await app.open('/fields?demo=large');
    await app.page
      .getByText(/^Synthetic data:/)
      .first()
      .waitFor();
    await app.page.getByRole('heading', { level: 2, name: '2,000 entries' }).waitFor();
  });
});

describe('a panel that failed', () => {
  appTest('asks again when it is told to, and then shows its answer', async () => {
    const { page, url, complaints } = await newAppPage();
    const answer = createHandler(OTHER_MECHANISM, { baseUrl: `${url}/api/v1` });
    let isDown = true;
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { api: { mode: 'remote', baseUrl: '/api/v1' } } }),
    );
    await page.route('**/api/v1/**', async (route) => {
      const address = route.request().url();
      if (isDown && address.includes('/entries')) return route.fulfill({ status: 503 });
      const response = await answer(new Request(address));
      return route.fulfill({ status: response.status, json: await response.json() });
    });
    await page.goto(`${url}/fields`);
    const entries = page.locator('#entries');
    await entries.getByRole('alert').getByText('The backend failed').waitFor();
    await page.getByRole('heading', { name: 'Entries by field' }).waitFor();
    isDown = false;
    await entries.getByRole('button', { name: 'Try again' }).click();
    await entries.getByRole('heading', { name: '24 entries' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
    // The browser itself reports each 503: that is the point here.
    expect(complaints.filter((text) => !/status of 503/.test(text))).toEqual([]);
  });

  appTest('keeps the rows that came of a list whose next page is no next page', async () => {
    const { page, url, complaints } = await newAppPage();
    const answer = createHandler(await readRecord(), { baseUrl: `${url}/api/v1` });
    const asked: string[] = [];
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { api: { mode: 'remote', baseUrl: '/api/v1' } } }),
    );
    await page.route('**/api/v1/**', async (route) => {
      const address = new URL(route.request().url());
      // It gives a cursor and takes no notice of it.
      if (address.searchParams.has('cursor')) asked.push(address.pathname);
      address.searchParams.delete('cursor');
      const response = await answer(new Request(address));
      return route.fulfill({ status: response.status, json: await response.json() });
    });
    await page.goto(`${url}/fields`);
    const entries = page.locator('#entries');
    await entries.getByRole('alert').getByText('does not keep the contract').waitFor();
    await settled(page);
    expect(await entries.locator('tbody tr[aria-rowindex]').count()).toBe(50);
    // Nothing asks on by itself.
    const before = asked.length;
    await followOn(page, '/sources');
    await page.getByRole('alert').getByText('does not keep the contract').waitFor();
    await followOn(page, '/fields');
    await entries.getByRole('alert').getByText('does not keep the contract').waitFor();
    expect(before).toBe(1);
    expect(asked.length).toBeLessThanOrEqual(3);
    await page.context().close();
    expect(complaints.filter((text) => !/contract/.test(text))).toEqual([]);
  });
});

describe('a backend that cannot be used from the start', () => {
  it('is told in words each time it is tried again, until it answers, on the same page', async () => {
    const { page, url } = await newAppPage();
    const answer = createHandler(OTHER_MECHANISM, { baseUrl: `${url}/api/v1` });
    const html = { contentType: 'text/html', body: '<!doctype html><p>Welcome' };
    // The last ones are of the kinds that the app does not try again by itself.
    const FAULTS: [string, RegExp, Parameters<Route['fulfill']>[0] | 'cut'][] = [
      ['a refused connection', /did not answer/, 'cut'],
      ['a failure', /backend failed.*in a moment/s, { status: 503 }],
      ['a wrong path', /no backend at this address.*mistyped/s, { ...html, status: 404 }],
      ['a web page', /other than JSON/, html],
      ['a sign-in', /readers who are signed in.*try again/s, { ...html, status: 401 }],
      ['too many questions', /asked too often.*in 7 seconds/s, tooMany('7')],
      ['another version', /field “name” is not what.*another version/s, { json: { id: 'x' } }],
    ];
    let [, , fault] = FAULTS[0] ?? ['', /./, 'cut'];
    let isMended = false;
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { api: { mode: 'remote', baseUrl: '/api/v1' } } }),
    );
    await page.route('**/api/v1/**', async (route) => {
      if (isMended) {
        const response = await answer(new Request(route.request().url()));
        return route.fulfill({ status: response.status, json: await response.json() });
      }
      return fault === 'cut' ? route.abort() : route.fulfill(fault);
    });
    await page.goto(`${url}/meetings`);
    const again = page.getByRole('button', { name: 'Try again' });
    for (const [name, words, next] of FAULTS) {
      fault = next;
      if (name !== 'a refused connection') await again.click();
      await page.getByRole('main').getByText(words).waitFor();
    }
    await page.evaluate(() => document.body.setAttribute('data-stays', ''));
    isMended = true;
    await again.click();
    await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
    expect(await page.locator('body[data-stays]').count()).toBe(1);
    await page.context().close();
  });
});

const tooMany = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });
