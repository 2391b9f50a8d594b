import { expect, test } from 'vitest';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { newAppPage } from './app-test.ts';
import { startFaultyProxy } from './faulty-proxy.ts';
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
  await page.getByRole('radio', { name: 'Balance' }).check();
  const waits = page.getByText('This part of Communiqué has not been loaded yet.');
  await waits.waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().setOffline(false);
  await waits.waitFor({ state: 'detached' });
  const balance = page.getByRole('region', { name: /^Who speaks of it/ });
  await balance.locator('svg a').first().waitFor();

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

test('an answer that needs the network is told to be old until the new one comes by itself', async () => {
  const backend = await startMockServer({
    record: await readRecord(),
    scenario: 'record',
    port: 0,
  });
  const proxy = await startFaultyProxy(backend.baseUrl);
  // A name that no rule takes for this machine, though it is.
  const app = await serveAppFor(proxy.baseUrl.replace('127.0.0.1', '0.0.0.0'));
  const { page, open } = await newAppPage({ url: app.origin });
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
  await page.context().close();
  await app.close();
  await proxy.close();
  await backend.close();
});
