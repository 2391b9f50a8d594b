import { expect, test } from 'vitest';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { goWithin, settled } from '#tests/browser/settled.ts';
import { newAppPage } from './app-test.ts';
import { serveAppFor } from './serve-app-for.ts';

test('without a network, what needs none goes on, and a page that needs it comes by itself', async () => {
  const { page, open } = await newAppPage();
  // What answers in the page comes after the facts, which the build has answered.
  const engine = page.waitForResponse(/late-store-[\w-]+\.js$/);
  await open('/fields');
  await (await engine).finished();
  const headline = page.getByRole('heading', { level: 1 });
  const before = await headline.innerText();
  await page.context().setOffline(true);
  await page.getByRole('checkbox', { name: /^Priority/ }).check();
  await expect.poll(() => headline.innerText()).not.toBe(before);
  await page.getByText('You are offline').waitFor({ state: 'detached' });

  // The code of this page has not been fetched: the page before it stands, and says why.
  await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
  await page.getByText('You are offline').waitFor();
  await page.getByText('This part of Communiqué has not been loaded yet.').waitFor();
  expect(await headline.innerText()).not.toBe('Sources');
  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  await expect.poll(() => page.getByText('You are offline').count()).toBe(0);
  await page.context().close();
});

test('a part of a page that has not been fetched says so without a network, and comes by itself', async () => {
  const { page, open } = await newAppPage();
  const isFetched = page.waitForResponse(/late-store-[\w-]+\.js$/);
  await open('/fields?lang=en');
  await (await isFetched).finished();
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: 'Over time' }).check();
  const waits = page.getByText('This part of Communiqué has not been loaded yet.');
  await waits.waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().setOffline(false);
  await waits.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Entries over time' }).locator('svg a').first().waitFor();

  // Another language, too: until its words are there the page says the same as before.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Language').selectOption('ru');
  await waits.waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().setOffline(false);
  await page.getByText('Эта часть').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ru');
  await page.context().close();
});

/** The built app on a backend in the network: the name is one that no rule takes for this machine, though it is. */
async function openInNetwork() {
  const backend = await startMockServer({
    record: await readRecord(),
    scenario: 'record',
    port: 0,
  });
  const host = await serveAppFor(backend.baseUrl.replace('127.0.0.1', '0.0.0.0'));
  const app = await newAppPage({ url: host.origin });
  return {
    ...app,
    close: async () => {
      await app.page.context().close();
      await host.close();
      await backend.close();
    },
  };
}

test('an answer that needs the network is told to be old until the new one comes by itself', async () => {
  const { page, open, close } = await openInNetwork();
  await open('/fields');
  await page.context().setOffline(true);
  await page.getByRole('checkbox', { name: /^Priority/ }).check();
  await page
    .getByText(/What is dimmed is the answer from .* ago/)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  await expect.poll(() => page.getByText('You are offline').count()).toBe(0);
  await expect.poll(() => page.getByText(/What is dimmed/).count()).toBe(0);
  await close();
});

test('nothing waits for a network without a word, and nothing of another subject stands meanwhile', async () => {
  const { page, open, follow, url, close } = await openInNetwork();
  const main = page.getByRole('main');
  const offline = main.getByText('You are offline');
  await open('/about');
  // From a page whose code is there to another of its kind.
  for (const [from, to, heading] of [
    ['/sources/seed-28', '/sources/seed-27', 'Sources'],
    ['/compare?a=27&b=28', '/compare?a=24&b=25', 'Two meetings compared'],
    ['/compare?a=1-10&b=11-20', '/compare?a=1-12&b=13-20', /^Meetings 1 to 12/],
    ['/compare?a=1-10&b=11-20', '/compare?a=1-10&b=11-20&arrange=account', /^Meetings 1/],
    ['/fields', '/fields?pin=field%3Dsports', /leads with/],
    ['/fields/energy', '/fields/sports', 'Sports'],
    ['/people/li-qiang', '/people/mikhail-mishustin', 'Mikhail Mishustin'],
  ] as const) {
    await follow(from);
    const [told] = /\d+ entries (at|from) \d+ meetings/.exec(await main.innerText()) ?? [];
    await page.context().setOffline(true);
    await goWithin(page, url + to);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await offline.first().waitFor();
    // What is said of the one subject may not stand under the other's name.
    if (told !== undefined) expect(await main.innerText(), to).not.toContain(told);
    await page.context().setOffline(false);
    await expect.poll(() => offline.count(), { message: to }).toBe(0);
    await settled(page);
  }

  // The page that is read, when it is asked for anew; then it is old, and says so.
  await follow('/compare?a=27&b=28');
  const finding = main.getByRole('heading', { name: /27.*28/ }).first();
  await finding.waitFor();
  await page.clock.install();
  await page.clock.fastForward('01:00:00');
  await page.context().setOffline(true);
  await goWithin(page, `${url}/about`);
  await page.getByRole('heading', { level: 1, name: 'About' }).waitFor();
  await goWithin(page, `${url}/compare?a=27&b=28`);
  await main
    .getByText(/What is dimmed is the answer from .*hour ago/)
    .first()
    .waitFor();
  await close();
});

test('the search that has not been fetched waits for a network, and comes by itself', async () => {
  const { page, open, close } = await openInNetwork();
  await open('/people?lang=en');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+k');
  await page.getByText('This part of Communiqué has not been loaded yet.').waitFor();
  await page.context().setOffline(false);
  const dialog = page.getByRole('dialog', { name: 'Search the record' });
  await dialog.getByRole('combobox').fill('energy');
  await dialog.getByRole('option').first().waitFor();
  // What it asks for waits as well.
  await page.context().setOffline(true);
  await dialog.getByRole('combobox').fill('sports');
  await dialog.getByText('You are offline').waitFor();
  await page.context().setOffline(false);
  await dialog
    .getByRole('option', { name: /Sports/ })
    .first()
    .waitFor();
  expect(await dialog.getByText('You are offline').count()).toBe(0);
  await close();
});
