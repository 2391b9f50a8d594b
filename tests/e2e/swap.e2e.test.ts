import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startMockServer, type MockServer } from '#mocks/http-server.ts';
import { OTHER_MECHANISM } from '#tests/fixtures/other-mechanism.ts';
import { newAppPage, newContext } from './app-test.ts';
import { serveFolder, type ServedFolder } from './serve-folder.ts';
import { withParameter } from './routes.ts';

/** What a reader must find of the other mechanism on each route. */
const ROUTES = {
  '/': 'The pilots and wardens settled',
  '/meetings': 'Nordhavn',
  '/meetings/4': 'The Old Lighthouse',
  '/compare?a=3&b=4': 'Tidal mills',
  '/fields': 'Moth census',
  '/fields/kite-post': 'Year of Kites',
  '/calendar': 'Year of Kites',
  '/calendar?form=agenda': 'Forty kites rose',
  '/calendar/1932?day=1932-03-02': 'Forty kites rose',
  '/calendar/1932?day=1932-04-02': 'Kite makers of both countries',
  '/exchange-years/kites-1932': 'Kites over Nordhavn',
  '/sources': 'Wardens meet pilots',
  '/sources/gazette-1': 'Harbour Gazette',
  '/people': 'Ada Quill',
  '/about': 'Tide Council of Aurelia and Borealia',
};
/** The mock's own script is told by the names of the data files that it asks for. */
const DATA_OF_THE_MOCK = /record-[\w-]+\.json/;
const LANGUAGES = ['en', 'zh', 'ru'];

type Names = { name?: Record<string, string> }[];
const read = (file: string): unknown => JSON.parse(readFileSync(`mocks/data/${file}.json`, 'utf8'));

/** Every name that the record shipped with the app gives to anything, in every language. */
function shippedNames(): string[] {
  const { parties, name } = read('mechanism') as { parties: Names; name: Record<string, string> };
  const { fields, groups } = read('fields') as { fields: Names; groups: Names };
  const lists = ['people', 'places', 'offices', 'exchange-years', 'commissions'];
  const all = [{ name }, ...parties, ...fields, ...groups];
  const named = [...all, ...lists.flatMap((file) => read(file) as Names)];
  // The one group that a language has a common word for: everything else.
  return named.flatMap((one) => Object.values(one.name ?? {})).filter((word) => !OTHER.has(word));
}
const OTHER = new Set(['Other', '其他', 'Прочее']);

let folder = '';
let app: ServedFolder;
let backend: MockServer;

const configure = (text: string) => writeFile(path.join(folder, 'config.json'), text);
const pointAt = (baseUrl: string) =>
  configure(JSON.stringify({ api: { mode: 'remote', baseUrl } }));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-swap-'));
  await cp('dist', folder, { recursive: true });
  backend = await startMockServer({ record: OTHER_MECHANISM, scenario: 'record', port: 0 });
  app = await serveFolder(folder);
});

afterAll(async () => {
  await app.close();
  await backend.close();
  await rm(folder, { recursive: true });
});

/** How many workers of the mock there are. */
const registrations = (page: Page) =>
  page.evaluate(
    async () =>
      (await navigator.serviceWorker.getRegistrations()).filter(({ active }) =>
        active?.scriptURL.endsWith('/mockServiceWorker.js'),
      ).length,
  );

describe('the same built files with another backend', () => {
  it('show its mechanism on every route and in every language, and nothing of the shipped one', async () => {
    await pointAt(backend.baseUrl);
    const { page, open, follow, complaints } = await newAppPage({ url: app.origin });
    const names = shippedNames();
    for (const [index, [address, fact]] of Object.entries(ROUTES).entries()) {
      const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
      const go = index === 0 ? open : follow;
      await go(withParameter(address, `lang=${language}`));
      await page
        .getByRole('main')
        .getByText(fact)
        .first()
        .waitFor({ state: 'attached' })
        .catch(() => expect.fail(`${address} does not say ${fact}`));
      expect(await page.locator('main h1').count(), address).toBe(1);
      expect(await page.getByRole('alert').count(), address).toBe(0);
      const words = new Set(await page.locator('body').evaluate(textAndLabels));
      const text = ` ${[...words].join(' ')} `;
      const isShown = (name: string) =>
        /[㐀-鿿]/.test(name) ? text.includes(name) : text.includes(` ${name} `);
      expect(names.filter(isShown), address).toEqual([]);
    }
    expect(await page.getByLabel('Demo').count()).toBe(0);
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it('offer its calendar to follow, as narrowed as it is on screen, and each day of what lasts several', async () => {
    await pointAt(backend.baseUrl);
    const { page, open, follow, complaints } = await newAppPage({ url: app.origin });
    await open('/calendar?form=agenda&type=event&field=kite-post');
    const address = `${backend.baseUrl}/calendar.ics?field=kite-post&kind=event&lang=en`;
    const link = page.getByRole('link', { name: 'Subscribe' });
    const followed = new URL((await link.getAttribute('href')) ?? '');
    expect(followed.protocol).toBe('webcal:');
    await page.getByText(new URL(address).pathname).waitFor();
    const shown = await page.locator('code').innerText();
    expect(shown.replace(/^https?:/, '')).toBe(followed.href.replace('webcal:', ''));
    expect(sortedQuery(shown)).toBe(sortedQuery(address));
    const file = await (await fetch(shown)).text();
    expect(file.match(/^DT(START|END);VALUE=DATE:\d+/gm)).toEqual([
      'DTSTART;VALUE=DATE:19320325',
      'DTEND;VALUE=DATE:19320403',
    ]);
    await follow('/calendar/1932?months=grids');
    const days = page.getByRole('gridcell', { name: /Kite makers of both countries.* of 9\)/ });
    expect(await days.count()).toBe(9);
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it('ask nothing of the mock, and nobody but the backend', async () => {
    await pointAt(backend.baseUrl);
    const { page, open, follow } = await newAppPage({ url: app.origin, hasWorkers: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('/');
    for (const address of ['/calendar', '/sources']) await follow(address);
    const own = asked.filter((url) => url.startsWith(app.origin) && !url.endsWith('/config.json'));
    expect(own.filter((url) => /mockServiceWorker|browser-worker|\.json$/.test(url))).toEqual([]);
    for (const script of new Set(own.filter((url) => url.endsWith('.js'))))
      expect(await (await fetch(script)).text(), script).not.toMatch(DATA_OF_THE_MOCK);
    const others = asked.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((url) => !url.startsWith(backend.baseUrl))).toEqual([]);
    expect(await registrations(page)).toBe(0);
    await page.context().close();
  });

  it('remove the worker that an earlier visit with the mock has left', async () => {
    await configure('{"api":{"mode":"mock","transport":"worker"}}');
    const { page, open, complaints } = await newAppPage({ url: app.origin, hasWorkers: true });
    await open('/meetings');
    await expect.poll(() => registrations(page)).toBe(1);
    await pointAt(backend.baseUrl);
    await open('/meetings');
    await page.getByRole('main').getByText('Nordhavn').first().waitFor();
    expect(await registrations(page)).toBe(0);
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});

function sortedQuery(address: string): string {
  const { searchParams } = new URL(address);
  searchParams.sort();
  return searchParams.toString();
}

/** The words of an element and all below it, spoken or drawn, each set apart. */
function textAndLabels(body: Element): string[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found: string[] = [document.title];
  while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
  for (const element of body.querySelectorAll('[aria-label], [title]'))
    found.push(element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '');
  return found.flatMap((text) => [text, text.replaceAll(/[.,:;·()–]/g, ' ')]);
}

/** A server that gives one answer to everything, to whoever asks. */
async function answering(status: number, type: string, body: string) {
  const server: Server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` };
}

describe('the built files without a backend that they could use', () => {
  /** So that the app's files are fetched and compiled once for all that follows. */
  let context: BrowserContext;
  beforeAll(async () => {
    context = await newContext();
  });
  afterAll(() => context.close());

  const explained = async (address: string, reason: RegExp) => {
    const { page } = await newAppPage({ url: app.origin, context });
    await page.goto(`${app.origin}/meetings`);
    await page.getByRole('heading', { level: 1, name: 'Communiqué cannot start' }).waitFor();
    const words = await page.getByRole('main').innerText();
    expect(words).toContain(address);
    expect(words).toMatch(reason);
    expect(words).toMatch(/What to check\s+\S+/);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
    await page.close();
  };

  it.each([
    ['that is not JSON', () => configure('{ "api": '), /not valid JSON/],
    ['of an unknown kind', () => configure('{"api":{"mode":"magic"}}'), /expected form/],
    ['that names no web address', () => pointAt('ftp://example.org'), /not a web address/],
    ['that is missing', () => rm(path.join(folder, 'config.json')), /no configuration file/],
  ])('explain a configuration %s', async (_how, prepare, reason) => {
    await prepare();
    await explained(`${app.origin}/config.json`, reason);
  });

  it('explain a backend that cannot be reached', async () => {
    await pointAt('http://127.0.0.1:9/api/v1');
    await explained('http://127.0.0.1:9/api/v1', /did not answer/);
  });

  it.each([
    ['with a web page', 200, 'text/html', '<!doctype html><p>Welcome', /something other than JSON/],
    ['against the contract', 200, 'application/json', '{"id": 42}', /does not keep the contract/],
    ['with a failure', 503, 'application/problem+json', '{"status": 503}', /backend failed/],
  ])('explain a backend that answers %s', async (_how, status, type, body, reason) => {
    const { server, baseUrl } = await answering(status, type, body);
    await pointAt(baseUrl);
    await explained(baseUrl, reason);
    server.closeAllConnections();
    server.close();
  });

  it('still show what else there is where one answer is malformed', async () => {
    const record = OTHER_MECHANISM;
    const faulty = await startMockServer({ record, scenario: 'malformed', port: 0 });
    await pointAt(faulty.baseUrl);
    const { page, open } = await newAppPage({ url: app.origin, context });
    await open('/fields');
    const alert = page.getByRole('alert').first();
    await alert.getByText('does not keep the contract').waitFor();
    await alert.getByText('Technical details').click();
    await alert.getByText(faulty.baseUrl).waitFor();
    await page.getByText('Tide Council of Aurelia and Borealia').first().waitFor();
    await page.close();
    await faulty.close();
  });
});
