import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import { readConfig } from '#server/config.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { type Engine, UnavailableError } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { type Started, startOn } from './backend.ts';

const ORIGIN = 'https://app.example';
const record = await readRecord();

let engine: Engine;
let backend: Started;
let appFolder = '';

beforeAll(async () => {
  appFolder = await mkdtemp(path.join(tmpdir(), 'communique-app-'));
  await writeFile(path.join(appFolder, 'index.html'), '<!doctype html><title>App</title>');
  await writeFile(path.join(appFolder, 'config.json'), '{"api":{"mode":"mock"}}');
  await writeFile(
    path.join(appFolder, '_headers'),
    "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'\n",
  );
  engine = await openPglite();
  await loadEdition(engine, record);
  backend = await startOn(engine, { CORS_ORIGINS: ORIGIN, APP_FOLDER: appFolder });
});
afterAll(async () => {
  await backend.stop();
  await engine.close();
  await rm(appFolder, { recursive: true });
});

/** An engine whose statements wait until they are let go. */
function createSlowEngine(): { slow: Engine; letGo: () => void; isAsked: Promise<void> } {
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const slow: Engine = {
    ...engine,
    query: async (text, values) => {
      asked.resolve();
      await gate.promise;
      return engine.query(text, values);
    },
  };
  return { slow, letGo: () => gate.resolve(), isAsked: asked.promise };
}

describe('a port that is in use', () => {
  it.each(['PORT', 'METRICS_PORT'])('is said to be, as %s', async (variable) => {
    const { port } = new URL(backend.origin);
    await expect(startOn(engine, { [variable]: port })).rejects.toThrow(
      `${variable} ${port} is in use: end what listens there, or name another port.`,
    );
  });
});

describe('the environment', () => {
  it('has a value for everything', () => {
    expect(readConfig({})).toMatchObject({ config: { PORT: 8080, HOST: '127.0.0.1' } });
    expect(readConfig({ PORT: '' })).toMatchObject({ config: { PORT: 8080 } });
  });

  it('is refused whole, naming every variable and showing no value', () => {
    const read = readConfig({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://root:secret@db/x',
      CORS_ORIGINS: 'https://a.example/path',
      CURSOR_SECRET: 'short',
      DATABASE_ROLE: 'x; drop table entry',
    });
    const faults = 'faults' in read ? read.faults : [];
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'DATABASE_ROLE',
      'CORS_ORIGINS',
      'CURSOR_SECRET',
    ]);
    expect(faults.join()).not.toMatch(/secret@|eighty|drop table/);
  });
});

describe('a running backend', () => {
  it('says that it lives and that it is ready', async () => {
    expect((await fetch(`${backend.origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${backend.origin}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('gives out the contract and its examples', async () => {
    for (const name of ['openapi.yaml', 'examples/meeting.json'])
      expect(await (await fetch(`${backend.origin}/${name}`)).text()).toBe(
        await readFile(`public/${name}`, 'utf8'),
      );
    expect((await fetch(`${backend.origin}/examples/none.json`)).status).toBe(404);
  });

  it('is alive but not ready without data', async () => {
    const empty = await openPglite();
    const idle = await startOn(empty);
    expect((await fetch(`${idle.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${idle.origin}/readyz`)).status).toBe(503);
    const refused = await fetch(`${idle.baseUrl}/mechanism`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    await idle.stop();
    await empty.close();
  });

  it('counts requests by path of the contract, not by address', async () => {
    await fetch(`${backend.baseUrl}/meetings/28`);
    await fetch(`${backend.baseUrl}/meetings/9999`);
    await fetch(`${backend.baseUrl}/nothing"}`);
    const text = await (await fetch(`${backend.origin}/metrics`)).text();
    expect(text).toContain('communique_requests_total{route="/meetings/{ordinal}",status="200"} 1');
    expect(text).toContain('communique_requests_total{route="/meetings/{ordinal}",status="404"} 1');
    expect(text).toContain('communique_requests_total{route="unknown",status="404"} 1');
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]*(\{\w+\})?[^{}]*\})? [\d.e+-]+)$/);
  });

  it('lets pages of the listed origins read, and no others', async () => {
    const ask = (origin: string, method = 'GET') =>
      fetch(`${backend.baseUrl}/mechanism`, { method, headers: { origin } });
    const allowed = await ask(ORIGIN);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('access-control-expose-headers')).toContain('etag');
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
    expect(allowed.headers.get('vary')).toContain('origin');
    const refused = await fetch(`${backend.baseUrl}/no-such-path`, { headers: { origin: ORIGIN } });
    expect(refused.headers.get('vary')).toContain('origin');
    expect((await ask('https://other.example')).headers.has('access-control-allow-origin')).toBe(
      false,
    );
    const preflight = await ask(ORIGIN, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  });

  it('tells what may be done at an address, and that there is none, but lets a browser ask before', async () => {
    const ask = (at: string, headers: Record<string, string> = {}) =>
      fetch(`${backend.origin}${at}`, { method: 'OPTIONS', headers });
    for (const at of ['/api/v1/mechanism', '/healthz', '/openapi.yaml', '/meetings/28']) {
      const { status, headers } = await ask(at);
      expect([status, headers.get('allow')], at).toEqual([204, 'GET, HEAD']);
    }
    expect((await ask('/api/v1/nope')).status).toBe(404);
    const before = { origin: ORIGIN, 'access-control-request-method': 'GET' };
    for (const at of ['/api/v1/nope', '/api/v1/mechanism']) {
      const { status, headers } = await ask(at, before);
      expect([status, headers.get('access-control-allow-origin')], at).toEqual([204, ORIGIN]);
    }
  });

  it('sends an id that can be followed through logs, another system’s if it is one', async () => {
    const own = await fetch(`${backend.baseUrl}/mechanism`);
    const id = own.headers.get('x-request-id') ?? '';
    expect(backend.lines().some((line) => line.includes(id))).toBe(true);
    const given = await fetch(`${backend.baseUrl}/mechanism`, {
      headers: { 'x-request-id': 'trace-7' },
    });
    expect(given.headers.get('x-request-id')).toBe('trace-7');
    const wrong = await fetch(`${backend.baseUrl}/mechanism`, {
      headers: { 'x-request-id': '"},{"level":"root' },
    });
    expect(wrong.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('compresses under a tag of its own, and answers 304 to either tag', async () => {
    const ask = (headers: Record<string, string>, at = '/meetings?limit=30') =>
      new Promise<{ status: number; etag: string; coding: string | undefined }>((resolve) => {
        request(`${backend.baseUrl}${at}`, { headers }, (response) => {
          response.resume().on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              etag: response.headers.etag ?? '',
              coding: response.headers['content-encoding'],
            }),
          );
        }).end();
      });
    const plain = await ask({});
    const packed = await ask({ 'accept-encoding': 'br, gzip' });
    expect([plain.coding, packed.coding]).toEqual([undefined, 'gzip']);
    expect((await ask({ 'accept-encoding': 'gzip;q=0' })).coding).toBeUndefined();
    expect(packed.etag).not.toBe(plain.etag);
    for (const { etag } of [plain, packed])
      expect(await ask({ 'if-none-match': etag })).toEqual({ status: 304, etag });
    // Whoever holds any is told which it would have got, small answers included.
    for (const at of ['/meetings?limit=30', '/search?q=zzzz'])
      for (const accepted of ['gzip', 'identity', 'gzip;q=0', '*']) {
        const headers = { 'accept-encoding': accepted };
        const { etag } = await ask(headers, at);
        expect(await ask({ ...headers, 'if-none-match': '*' }, at)).toEqual({
          status: 304,
          etag,
        });
      }
  });

  it('serves the app beside it, pointed at itself, under the app’s own policy', async () => {
    const page = await fetch(`${backend.origin}/meetings/28`);
    expect(await page.text()).toContain('<title>App');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const config: unknown = await (await fetch(`${backend.origin}/config.json`)).json();
    expect(config).toEqual({ api: { mode: 'remote', baseUrl: '/api/v1' } });
    for (const missing of ['/_headers', '/nothing.js', '/%2e%2e/package.json'])
      expect((await fetch(`${backend.origin}${missing}`)).status).toBe(404);
  });

  it('gives up on an answer that takes too long, with a problem', async () => {
    const { slow, letGo } = createSlowEngine();
    const late = await startOn(slow, { REQUEST_TIMEOUT_MS: '100' });
    const response = await fetch(`${late.baseUrl}/mechanism`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 503 });
    letGo();
    await late.stop();
  });

  it('answers 503 while the database is away, and again as soon as it is back', async () => {
    let isAway = true;
    const query: Engine['query'] = (text, values) =>
      isAway ? Promise.reject(new UnavailableError('away', null)) : engine.query(text, values);
    const moody = await startOn({ ...engine, query });
    expect((await fetch(`${moody.baseUrl}/entries`)).status).toBe(503);
    isAway = false;
    expect((await fetch(`${moody.baseUrl}/entries`)).status).toBe(200);
    await moody.stop();
  });

  it('finishes running requests before it stops, and is no longer ready meanwhile', async () => {
    const { slow, letGo, isAsked } = createSlowEngine();
    const stopping = await startOn(slow, { SHUTDOWN_DELAY_MS: '300' });
    const running = fetch(`${stopping.baseUrl}/mechanism`);
    await isAsked;
    let isStopped = false;
    const stopped = stopping.stop().then(() => (isStopped = true));
    const late = fetch(`${stopping.origin}/readyz`);
    await expect
      .poll(() => fetch(`${stopping.origin}/healthz`).catch(() => 'refused'))
      .toBe('refused');
    expect(isStopped).toBe(false);
    letGo();
    expect((await running).status).toBe(200);
    expect((await running).headers.get('connection')).toBe('close');
    expect((await late).status).toBe(503);
    await stopped;
  });

  it('logs what went wrong in one line, and tells the client nothing of it', async () => {
    const query: Engine['query'] = () => Promise.reject(new Error('secret\nof the house'));
    const broken = await startOn({ ...engine, query });
    const response = await fetch(`${broken.baseUrl}/entries?q=%0Aforged`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(broken.lines()).toHaveLength(1);
    expect(JSON.parse(broken.lines()[0] ?? '')).toMatchObject({
      level: 'error',
      status: 500,
      path: '/api/v1/entries?q=%0Aforged',
      error: 'Error: secret\nof the house',
    });
    await broken.stop();
  });
});
