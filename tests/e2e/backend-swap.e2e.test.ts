import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startMockServer, type MockServer } from '#mocks/http-server.ts';
import { arbitraryRecord } from '#tests/contract/arbitrary-record.ts';
import { newAppPage } from './app-test.ts';
import { serveFolder, type ServedFolder } from './serve-folder.ts';

/** A mechanism that never was, the same in every run: at least some of everything. */
const OTHER = fc.sample(
  arbitraryRecord.filter(
    ({ meetings, entries, exchangeYears, sources }) =>
      meetings.length > 2 && entries.length > 9 && exchangeYears.length > 0 && sources.length > 1,
  ),
  { seed: 7, numRuns: 1 },
)[0];

/** The mock's own script is told by the names of the data files that it asks for. */
const DATA_OF_THE_MOCK = /commissions-[\w-]+\.json/;

let folder = '';
let app: ServedFolder;
let backend: MockServer;

const configure = (text: string) => writeFile(path.join(folder, 'config.json'), text);
const pointAt = (baseUrl: string) =>
  configure(JSON.stringify({ api: { mode: 'remote', baseUrl } }));

beforeAll(async () => {
  if (OTHER === undefined) throw new Error('No such record was drawn');
  folder = await mkdtemp(path.join(tmpdir(), 'communique-swap-'));
  await cp('dist', folder, { recursive: true });
  backend = await startMockServer({ record: OTHER, scenario: 'record', port: 0 });
  app = await serveFolder(folder);
});

afterAll(async () => {
  await app.close();
  await backend.close();
  await rm(folder, { recursive: true });
});

describe('the same built files with another backend', () => {
  it('show its mechanism on every route, ask nothing of the mock, and say nothing in the console', async () => {
    await pointAt(backend.baseUrl);
    const { page, open, complaints } = await newAppPage({ url: app.origin });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const meeting = OTHER?.meetings[1]?.ordinal ?? 0;
    for (const address of [
      '/',
      '/meetings',
      `/meetings/${meeting}`,
      `/compare?a=${OTHER?.meetings[0]?.ordinal ?? 0}&b=${meeting}`,
      '/fields',
      '/fields/field-0',
      '/calendar',
      `/calendar/${OTHER?.meetings[1]?.date.slice(0, 4) ?? ''}`,
      '/exchange-years/year-0',
      '/sources',
      '/sources/source-0',
      '/people',
      '/about',
    ]) {
      await open(address);
      expect(await page.locator('main h1').count(), address).toBe(1);
      expect(await page.locator('[role="alert"]').count(), address).toBe(0);
    }
    const own = asked.filter((url) => url.startsWith(app.origin) && !url.endsWith('/config.json'));
    expect(own.filter((url) => /mockServiceWorker|browser-worker|\.json$/.test(url))).toEqual([]);
    for (const script of new Set(own.filter((url) => url.endsWith('.js'))))
      expect(await (await fetch(script)).text(), script).not.toMatch(DATA_OF_THE_MOCK);
    const others = asked.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'));
    expect(others.filter((url) => !url.startsWith(backend.baseUrl))).toEqual([]);
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['cannot be reached', () => pointAt('http://127.0.0.1:9/api/v1'), '127.0.0.1:9'],
    ['is not where the configuration says', () => pointAt(`${app.origin}/nowhere`), 'nowhere'],
    ['is named by a file that is not JSON', () => configure('{ "api": '), 'config.json'],
    ['is of no known kind', () => configure('{"api":{"mode":"magic"}}'), 'config.json'],
    ['is named by no file', () => rm(path.join(folder, 'config.json')), 'config.json'],
  ])('explain themselves, with the address, where it %s', async (_how, prepare, address) => {
    await prepare();
    const { page } = await newAppPage({ url: app.origin });
    await page.goto(`${app.origin}/meetings`);
    await page.getByText(address).first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.context().close();
  });
});
