import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newAppPage } from './app-test.ts';
import { serveFolder, type ServedFolder } from './serve-folder.ts';
import { untilKept } from './until-kept.ts';

const BASE = '/some/path/';
const NAVIGATION = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let folder = '';
let server: ServedFolder;
let site = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-host-'));
  await build({ base: BASE, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  server = await serveFolder(folder, { base: BASE, compresses: true });
  site = server.origin;
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const ask = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${site}${BASE}${address}`, { headers });

async function policy(): Promise<Map<string, string>> {
  const { headers } = await ask('', NAVIGATION);
  const parts = (headers.get('content-security-policy') ?? '').split('; ');
  return new Map(
    parts.map((part) => {
      const [name = '', ...sources] = part.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('a built app below a sub-path', () => {
  it('opens in the browser, also without the last slash, and on a deep address', async () => {
    const app = await newAppPage();
    for (const address of [BASE.slice(0, -1), `${BASE}?lang=ru`, `${BASE}meetings/28`]) {
      await app.page.goto(`${site}${address}`);
      await app.page.locator('main h1').waitFor();
      expect(new URL(app.page.url()).pathname.startsWith(BASE)).toBe(true);
    }
    await app.page.reload();
    await app.page.getByRole('heading', { level: 1, name: /28/ }).waitFor();
    await app.page.context().close();
    expect(app.complaints).toEqual([]);
  });

  it('opens without its host after a visit, at an address not seen before', async () => {
    const { page } = await newAppPage({ hasWorkers: true });
    await page.goto(`${site}${BASE}`);
    await untilKept(page);
    await page.context().setOffline(true);
    await page.goto(`${site}${BASE}meetings/28`);
    await page.getByRole('heading', { level: 1, name: /28/ }).waitFor();
    await page.context().close();
  });

  it.each([
    ['in the page', '{"api":{"mode":"mock","transport":"page"}}', 'allow', 0],
    ['in a service worker', '{"api":{"mode":"mock","transport":"worker"}}', 'allow', 1],
    ['where workers are forbidden', '{"api":{"mode":"mock","transport":"worker"}}', 'block', 0],
  ] as const)(
    'is answered by the mock %s: deep, after a hard reload, in a second tab',
    async (_where, config, serviceWorkers, workers) => {
      const kept = await readFile(path.join(folder, 'config.json'), 'utf8');
      await writeFile(path.join(folder, 'config.json'), config);
      const app = await newAppPage({ serviceWorkers, hasWorkers: true });
      const isAnswered = (page: Page) => page.locator('#entries').getByRole('row').nth(1).waitFor();
      await app.page.goto(`${site}${BASE}fields?field=energy`);
      await isAnswered(app.page);
      const registered = async () =>
        (await navigator.serviceWorker.getRegistrations()).filter(({ active }) =>
          active?.scriptURL.endsWith('/mockServiceWorker.js'),
        ).length;
      expect(await app.page.evaluate(registered)).toBe(workers);
      const hard = await app.page.context().newCDPSession(app.page);
      await Promise.all([
        app.page.waitForEvent('load'),
        hard.send('Page.reload', { ignoreCache: true }),
      ]);
      await isAnswered(app.page);
      const second = await app.page.context().newPage();
      await second.goto(`${site}${BASE.slice(0, -1)}`);
      await second.getByRole('main').getByRole('article').first().waitFor();
      await second.goto(`${site}${BASE}fields`);
      await isAnswered(second);
      await app.page.reload();
      await isAnswered(app.page);
      await app.page.context().close();
      await writeFile(path.join(folder, 'config.json'), kept);
      expect(app.complaints.filter((text) => !/[Ss]ervice ?[Ww]orker/.test(text))).toEqual([]);
    },
  );

  it('is served with every header that is shipped for static hosts', async () => {
    const shipped = (await readFile('public/_headers', 'utf8')).split('\n\n')[0] ?? '';
    const { headers } = await ask('meetings/28', NAVIGATION);
    for (const line of shipped.split('\n').slice(1)) {
      const [name = '', ...value] = line.trim().split(': ');
      expect(headers.get(name), name).toBe(value.join(': '));
    }
  });

  it('compresses scripts and lets them be kept for good, but nothing whose name stays', async () => {
    const page = await (await ask('', NAVIGATION)).text();
    const script = /src="\/some\/path\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const { headers } = await ask(script, { 'accept-encoding': 'br, gzip' });
    expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(headers.get('cache-control')).toMatch(/immutable/);
    for (const name of ['', 'config.json', 'openapi.yaml'])
      expect((await ask(name)).headers.get('cache-control'), name).toBe('no-cache');
  });

  it('answers 404 for a file that is not there, and the app only to a reader', async () => {
    for (const name of ['nothing.json', 'assets/nothing.js']) {
      const response = await ask(name);
      expect(response.status, name).toBe(404);
      expect(await response.text(), name).not.toMatch(/<html/);
    }
    expect((await ask('no-such-page', { accept: 'application/json' })).status).toBe(404);
    const forReader = await ask('sources/report.2024', NAVIGATION);
    expect([forReader.status, await forReader.text()]).toEqual([
      404,
      await readFile(path.join(folder, 'index.html'), 'utf8'),
    ]);
    expect((await ask('%E0', NAVIGATION)).status).toBe(400);
  });

  it('lets the page ask a configured backend on another site, from the next request on', async () => {
    const kept = await readFile(path.join(folder, 'config.json'), 'utf8');
    expect((await policy()).get('connect-src')).toBe("'self' https:");
    const api = { mode: 'remote', baseUrl: 'http://127.0.0.1:9/api/v1' };
    await writeFile(path.join(folder, 'config.json'), JSON.stringify({ api }));
    expect((await policy()).get('connect-src')).toBe("http://127.0.0.1:9 'self' https:");
    await writeFile(path.join(folder, 'config.json'), kept);
  });

  it('allows no inline script or style, and no evaluation', async () => {
    const allowed = await policy();
    expect(allowed.get('default-src')).toBe("'none'");
    expect([allowed.get('script-src'), allowed.get('style-src')]).toEqual(["'self'", "'self'"]);
    expect(allowed.get('require-trusted-types-for')).toBe("'script'");
    expect(allowed.get('trusted-types')).toBe('communique');
  });
});
