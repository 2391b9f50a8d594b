import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page, Route } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { settled } from '#tests/browser/settled.ts';
import { accessibilityFaults, newAppPage } from './app-test.ts';
import { serveFolder, type ServedFolder } from './serve-folder.ts';
import { keptAddresses, untilKept } from './until-kept.ts';

const BUILD = /<meta name="communique-build" content="(\w+)"/;

let folder = '';
let host: ServedFolder;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-offline-'));
  await cp('dist', folder, { recursive: true });
  host = await serveFolder(folder);
});
afterEach(async () => {
  await host.close().catch(() => undefined);
  await rm(folder, { recursive: true });
});

const buildOf = (page: Page) =>
  page.locator('meta[name="communique-build"]').getAttribute('content');

/** The same app as another build of it. */
async function deploy(build: string): Promise<void> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  const before = BUILD.exec(page)?.[1] ?? 'none';
  for (const file of ['index.html', '404.html', 'offline-worker.js']) {
    const text = await readFile(path.join(folder, file), 'utf8');
    expect(text).toContain(before);
    await writeFile(path.join(folder, file), text.replace(before, build));
  }
}

test('after one visit the app opens without its host: as it was, at any address, in views never seen', async () => {
  const { page, open } = await newAppPage({ url: host.origin, hasWorkers: true });
  await open('/');
  await untilKept(page);
  await host.close();
  await page.reload();
  await page.locator('main p > time').first().waitFor();
  for (const [address, fact] of [
    ['/meetings/28', /28/],
    ['/sources?lang=ru', 'Источники'],
    ['/fields?field=energy&chart=heat&lang=en', /Energy/],
    // Paths go by no case.
    ['/Meetings/27', /27/],
    ['/people', 'People'],
  ] as const) {
    await page.goto(`${host.origin}${address}`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: fact }).waitFor();
  }
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: 'About' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'About' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});

test('a newer build is offered, never forced: the page stays as it is until its reader takes it', async () => {
  const first = await newAppPage({ url: host.origin, hasWorkers: true });
  const { page } = first;
  const address = '/fields?kind=agreement&lang=en';
  await first.open(address);
  await untilKept(page);
  const other = await newAppPage({ url: host.origin, context: page.context() });
  const offer = page.getByRole('status').filter({ hasText: 'A newer version of Communiqué' });
  const before = await buildOf(page);
  const headline = await page.getByRole('heading', { level: 1 }).innerText();

  await deploy('b000000000000001');
  await other.open('/people');
  await offer.waitFor();
  await offer.getByText('Nothing changes here until you say so.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // A page that came from the host is of its build, worker or not, and has nothing to be offered.
  expect(await buildOf(other.page)).toBe('b000000000000001');
  expect(await other.page.getByText('A newer version of Communiqué').count()).toBe(0);
  await offer.getByRole('button', { name: 'Later' }).click();
  await offer.waitFor({ state: 'detached' });
  expect(await buildOf(page)).toBe(before);

  await deploy('b000000000000002');
  await other.open('/sources');
  await offer.getByRole('button', { name: 'Load it now' }).click();
  await expect.poll(() => buildOf(page).catch(() => null)).toBe('b000000000000002');
  await settled(page);
  expect(page.url()).toBe(`${host.origin}${address}`);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(headline);
  // The other tab has not been asked, and goes on.
  await other.page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  await other.page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: 'Calendar' })
    .click();
  await settled(other.page);
  expect(await other.page.getByRole('alert').count()).toBe(0);

  // What is kept now is the build that was taken, and nothing else once the other tab is closed.
  await other.page.close();
  await page.reload();
  const builds = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' files ')));
  await expect.poll(builds).toEqual(['communique / files b000000000000002']);
  await page.context().close();
});

const registered = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ active, installing, waiting }) => {
      const { scriptURL = '' } = active ?? waiting ?? installing ?? {};
      return new URL(scriptURL).pathname;
    }),
  );
const configure = (config: object) =>
  writeFile(path.join(folder, 'config.json'), JSON.stringify(config));

test('with a backend, what was seen opens with its age, what was not says that it needs the network', async () => {
  const record = await readRecord();
  const count = record.entries.length;
  const backend = await startMockServer({
    record,
    scenario: 'record',
    port: 0,
  });
  // A name that no rule takes for this machine, though it is.
  const baseUrl = backend.baseUrl.replace('127.0.0.1', '0.0.0.0');
  await configure({ api: { mode: 'remote', baseUrl } });
  const { page, open } = await newAppPage({ url: host.origin, hasWorkers: true });
  await open('/fields?lang=en');
  const headline = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByText(`${count} of ${count} entries shown`).waitFor();
  await untilKept(page, [/kept-answers.*entryWalk/, /kept-answers.*fieldSummary/]);
  await open('/meetings/28?lang=en');
  const facts = await page.locator('main').innerText();
  await untilKept(page, [/kept-answers.*listedEntries/]);
  const kept = await keptAddresses(page);
  // Nothing of the mock, and of the backend what the questions hold.
  expect(kept.filter((url) => url.endsWith('.json'))).toEqual([`${host.origin}/config.json`]);
  expect(kept.filter((url) => !url.startsWith(host.origin))).toEqual([]);

  // A day later, on the way.
  await page.context().setOffline(true);
  await page.clock.setFixedTime(Date.now() + 24 * 3600 * 1000);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /28/ }).waitFor();
  await page.getByText('Kept on this device: the answers of 1 day ago').waitFor();
  await page.getByText('As it was 1 day ago').first().waitFor();
  await settled(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  const [sentence = ''] = facts.match(/^.{60,}$/m) ?? [];
  expect(sentence).not.toBe('');
  await page.getByText(sentence.slice(0, 50)).first().waitFor();
  await page.goto(`${host.origin}/fields?lang=en`);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(headline);
  await expect.poll(() => page.locator('#entries').getByRole('row').count()).toBe(count + 1);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: 'Sources' })
    .click();
  await page.getByText('This needs the network and comes by itself').first().waitFor();

  await page.context().setOffline(false);
  await page.getByRole('table').first().waitFor();
  const old = page.getByText(/offline|Kept on this device|As it was/);
  await expect.poll(() => old.count()).toBe(0);

  // A backend that takes its time: what was kept stands in meanwhile, and goes when the answers come.
  const held: Route[] = [];
  let isHeld = true;
  await page.route(`${baseUrl}/**`, async (route) => {
    if (isHeld) held.push(route);
    else await route.continue();
  });
  await page.goto(`${host.origin}/meetings/28?lang=en`);
  await page.getByText('Kept on this device: the answers of').waitFor();
  await page.getByText(sentence.slice(0, 50)).first().waitFor();
  expect(held.length).toBeGreaterThan(0);
  isHeld = false;
  for (const route of held) await route.continue();
  await expect.poll(() => old.count()).toBe(0);
  await page.context().close();
  await backend.close();
});

test('the worker leaves other apps alone, takes the place of the mock’s, and goes when it is told to', async () => {
  await configure({ api: { mode: 'mock', transport: 'worker' } });
  await cp(path.join(folder, 'robots.txt'), path.join(folder, 'other', 'worker.js'));
  await writeFile(path.join(folder, 'other', 'worker.js'), '// Another app.');
  const { page, open } = await newAppPage({ url: host.origin, hasWorkers: true });
  await open('/people');
  await expect.poll(() => registered(page)).toEqual(['/mockServiceWorker.js']);
  await page.evaluate(async () => {
    await caches.open('of another app');
  });
  const others = await page.context().newPage();
  await others.goto(`${host.origin}/robots.txt`);
  await others.evaluate(() => {
    // The policy of the app's host asks for it; a page that is not the app has none of its own yet.
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: {
        createPolicy: (
          name: string,
          rules: { createScriptURL: (address: string) => string },
        ) => { createScriptURL: (address: string) => string };
      };
    };
    const policy = trustedTypes.createPolicy('communique', { createScriptURL: (to) => to });
    return navigator.serviceWorker.register(policy.createScriptURL('/other/worker.js'));
  });
  await others.close();

  await configure({ api: { mode: 'mock' } });
  await open('/people');
  await expect
    .poll(async () => (await registered(page)).toSorted())
    .toEqual(['/offline-worker.js', '/other/worker.js']);
  await untilKept(page);

  await configure({ api: { mode: 'mock' }, offline: false });
  await open('/people');
  await expect.poll(() => registered(page)).toEqual(['/other/worker.js']);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['of another app']);
  await page.context().close();
});
