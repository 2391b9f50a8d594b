import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { newAppPage } from './app-test.ts';
import { serveFolder, type ServedFolder } from './serve-folder.ts';
import { untilKept } from './until-kept.ts';
import { withParameter } from './routes.ts';

const BASE = '/talks/';
/** The workbook that anyone begins with. */
const RECORD = 'public/template.xlsx';
const NAME = 'Arland-Belmark Neighbour Talks (invented)';

let folder = '';
let site = '';
let host: ServedFolder;

const publish = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['engine/files/publish.ts', ...args]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-published-'));
  site = path.join(folder, 'site');
  await publish(RECORD, '--out', site, '--base', BASE);
  host = await serveFolder(site, { base: BASE });
});
afterAll(async () => {
  await host.close().catch(() => undefined);
  await rm(folder, { recursive: true });
});

test('a published record is shown as its own: its meetings, fields, years and files, and no demonstration', async () => {
  const { page, open, follow, complaints } = await newAppPage({ url: `${host.origin}${BASE}` });
  await open('?lang=en');
  await page.getByText(NAME).first().waitFor();
  for (const [address, fact] of [
    ['meetings', 'Belhaven'],
    ['meetings/4', 'Tallinn'],
    ['compare?a=1&b=2', 'Ferries'],
    ['fields', 'Ferries'],
    ['fields/ferries', 'daily ferry'],
    ['calendar', 'Years of Music'],
    ['calendar/2014', 'Years of Music'],
    ['sources', 'Baltic Wire'],
    ['people', 'Noor Haddad'],
    ['about', `${host.origin}${BASE}record/`],
  ] as const) {
    await follow(withParameter(address, 'lang=en'));
    await page.getByRole('main').getByText(fact).first().waitFor();
  }
  expect(await page.getByRole('button', { name: /Demo/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** The worker's script, by its name without the part that the build gives it. */
const WORKER = /record-worker\.js$/;

test('its files are read and answered from beside the page, in a worker', async () => {
  const { page, complaints } = await newAppPage();
  await page.goto(`${host.origin}${BASE}meetings?lang=en`);
  await page.getByRole('main').getByText('Belhaven').first().waitFor();
  await expect
    .poll(() => page.workers().map((worker) => worker.url()))
    .toEqual([expect.stringMatching(WORKER)]);
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(fetched.filter((name) => name.includes('/record/'))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('its first facts wait for nothing of the record, which is read behind them', async () => {
  const { page, complaints } = await newAppPage();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.context().route(`${host.origin}${BASE}record/**`, async (route) => {
    await held;
    await route.continue();
  });
  const main = page.getByRole('main');
  for (const [address, fact] of [
    ['', 'Tallinn'],
    ['meetings/2', 'Belhaven'],
    ['fields', 'Ferries'],
    ['calendar', 'Years of Music'],
  ] as const) {
    await page.goto(`${host.origin}${BASE}${address}?lang=en`);
    await main.getByText(fact).first().waitFor();
  }
  letGo();
  await page.goto(`${host.origin}${BASE}fields?lang=en&party=belmark`);
  await main.getByRole('heading', { name: '2 entries', exact: true }).waitFor();
  // It is of the same version: nobody is told that the record has changed.
  expect(await page.getByText('The backend has new data').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each<[where: string, prepare: (page: Page) => Promise<unknown>]>([
  [
    'the browser has none',
    (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker')),
  ],
  ['its script does not come', (page) => page.route(WORKER, (route) => route.abort())],
  [
    'the host forbids it',
    (page) =>
      page.route(`${host.origin}${BASE}*`, async (route) => {
        const response = await route.fetch();
        const headers = response.headers();
        const policy = headers['content-security-policy']?.replace(
          "worker-src 'self'",
          "worker-src 'none'",
        );
        await route.fulfill({
          response,
          headers: { ...headers, 'content-security-policy': policy ?? '' },
        });
      }),
  ],
])('the page does a worker’s work itself where %s', async (_where, prepare) => {
  const { page } = await newAppPage();
  await prepare(page);
  await page.goto(`${host.origin}${BASE}meetings?lang=en`);
  await page.getByRole('main').getByText('Belhaven').first().waitFor();
  await page.getByRole('link', { name: 'Fields', exact: true }).click();
  await page.getByRole('main').getByText('Ferries').first().waitFor();
  expect(page.workers()).toEqual([]);
  await page.context().close();
});

test('it opens without its host after a visit', async () => {
  const { page } = await newAppPage({ hasWorkers: true });
  await page.goto(`${host.origin}${BASE}?lang=en`);
  await untilKept(page, [
    /late-store-[\w-]+\.js$/,
    /record\/entries\.json$/,
    /record\/files\.json$/,
  ]);
  await page.context().setOffline(true);
  await page.goto(`${host.origin}${BASE}meetings/2?lang=en`);
  await page.getByRole('main').getByText('Belhaven').first().waitFor();
  await page.context().close();
});

test('faults in its files are told all at once, each with file, place and reason, until they are mended', async () => {
  const { page } = await newAppPage();
  const places = path.join(site, 'record/places.json');
  const entries = path.join(site, 'record/entries.json');
  const [goodPlaces, goodEntries] = [await readFile(places), await readFile(entries, 'utf8')];
  await rm(places);
  await writeFile(
    entries,
    goodEntries.replace('"communique"', '"rumour"').replace('"ferries"', '7'),
  );
  await page.goto(`${host.origin}${BASE}?lang=en`);
  await page.getByText('The record cannot be shown: its files have 3 faults').waitFor();
  for (const fault of [
    'places.json: there is no such file',
    'entries.json $[1].fields[0]: 7 is here, where a text should be',
    'entries.json $[3].kind: "rumour" is none of communique,',
  ])
    await page.getByRole('listitem').filter({ hasText: fault }).waitFor();
  await writeFile(places, goodPlaces);
  await writeFile(entries, goodEntries);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(NAME).first().waitFor();
  await page.context().close();
});

test('nothing is published of a faulty record, and no folder of something else is emptied', async () => {
  const faulty = path.join(folder, 'faulty');
  await mkdir(faulty);
  await writeFile(path.join(faulty, 'mechanism.json'), '{');
  const other = path.join(folder, 'never');
  await expect(publish(faulty, '--out', other)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing was published') as string,
  });
  await expect(readFile(path.join(other, 'config.json'))).rejects.toThrow('ENOENT');
  await expect(publish(RECORD, '--out', faulty)).rejects.toMatchObject({ code: 2 });
});
