import { afterEach, describe, expect, it, vi } from 'vitest';

import { ConfigError, loadConfig } from './config.ts';

const ADDRESS = 'https://app.test/sub/config.json';
const answer = (body: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
const faultOf = async () => {
  const error: unknown = await loadConfig(ADDRESS).catch((thrown: unknown) => thrown);
  return error instanceof ConfigError ? error.fault : error;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('the configuration beside the app', () => {
  it('chooses the mock, which answers in the page unless it says otherwise', async () => {
    answer('{"api":{"mode":"mock"}}');
    await expect(loadConfig(ADDRESS)).resolves.toEqual({ mode: 'mock', transport: 'page' });
  });

  it('answers in the service worker while developing, unless the file says otherwise', async () => {
    vi.stubEnv('MODE', 'development');
    answer('{ "api": { "mode": "mock" } }');
    await expect(loadConfig(ADDRESS)).resolves.toEqual({ mode: 'mock', transport: 'worker' });
    answer('{ "api": { "mode": "mock", "transport": "page" } }');
    await expect(loadConfig(ADDRESS)).resolves.toEqual({ mode: 'mock', transport: 'page' });
  });

  it.each([
    ['https://api.test/v1/', 'https://api.test/v1'],
    ['/api/v1', 'https://app.test/api/v1'],
    ['api', 'https://app.test/sub/api'],
    ['http://127.0.0.1:8080/api/v1', 'http://127.0.0.1:8080/api/v1'],
  ])('names a backend: %s', async (given, baseUrl) => {
    answer(JSON.stringify({ api: { mode: 'remote', baseUrl: given } }));
    await expect(loadConfig(ADDRESS)).resolves.toEqual({ mode: 'remote', baseUrl });
  });

  it.each([
    ['./record', 'https://app.test/sub/record/'],
    ['https://host.test/talks/?v=2', 'https://host.test/talks/'],
    ['record/talks.ZIP', 'https://app.test/sub/record/talks.ZIP'],
    ['/talks.xlsx/', 'https://app.test/talks.xlsx'],
    ['talks.xlsx?v=2#talks', 'https://app.test/sub/talks.xlsx?v=2'],
    // As services give out a sheet that is edited there.
    ['https://sheets.test/d/1a/pub?output=xlsx', 'https://sheets.test/d/1a/pub?output=xlsx'],
  ])('names where a record lies: %s', async (given, url) => {
    answer(JSON.stringify({ api: { mode: 'files', url: given } }));
    await expect(loadConfig(ADDRESS)).resolves.toMatchObject({ mode: 'files', url });
  });

  it.each(['mailto:desk@record.test', 'https://record.test/issues/new?labels=record'])(
    'names where corrections go: %s',
    async (corrections) => {
      answer(JSON.stringify({ api: { mode: 'mock' }, corrections }));
      await expect(loadConfig(ADDRESS)).resolves.toMatchObject({ corrections });
    },
  );

  it.each([
    ['/login?back={address}', 'https://app.test/login?back={address}'],
    ['https://id.test/{address}/in', 'https://id.test/{address}/in'],
  ])('names where readers sign in, with a place for the way back: %s', async (given, signIn) => {
    const api = {
      mode: 'remote',
      baseUrl: 'https://api.test/v1',
      credentials: true,
      signIn: given,
    };
    answer(JSON.stringify({ api }));
    await expect(loadConfig(ADDRESS)).resolves.toEqual({ ...api, signIn });
  });

  it.each([
    ['missing', 'nothing here', 404],
    ['missing', '<!doctype html><title>The app itself</title>', 200],
    ['not-json', '{"api":', 200],
    ['malformed', '{"api":{"mode":"remote"}}', 200],
    ['malformed', '{"api":{"mode":"sometimes"}}', 200],
    ['malformed', '[]', 200],
    ['malformed', '{"api":{"mode":"mock"},"corrections":"javascript:alert(1)"}', 200],
    ['malformed', '{"api":{"mode":"mock"},"corrections":"http://record.test"}', 200],
    ['malformed', '{"api":{"mode":"mock"},"corrections":"mailto:"}', 200],
    ['malformed', '{"api":{"mode":"mock"},"corrections":"mailto:a@b.test?bcc=c@d.test"}', 200],
    ['bad-address', '{"api":{"mode":"remote","baseUrl":"javascript:alert(1)"}}', 200],
    ['bad-address', '{"api":{"mode":"remote","baseUrl":""}}', 200],
    ['query', '{"api":{"mode":"remote","baseUrl":"https://api.test/v1?key=secret"}}', 200],
    ['query', '{"api":{"mode":"remote","baseUrl":"/api/v1#begin"}}', 200],
    ['credentials', '{"api":{"mode":"remote","baseUrl":"https://reader:secret@api.test/v1"}}', 200],
    [
      'bad-address',
      '{"api":{"mode":"remote","baseUrl":"/api","signIn":"javascript:alert(`{address}`)"}}',
      200,
    ],
    ['malformed', '{"api":{"mode":"remote","baseUrl":"/api","credentials":"yes"}}', 200],
    ['mixed-content', '{"api":{"mode":"remote","baseUrl":"http://api.test/v1"}}', 200],
  ] as const)('is %s when it reads %s', async (fault, body, status) => {
    answer(body, status);
    await expect(faultOf()).resolves.toBe(fault);
  });

  it('is cut when the connection breaks in the middle of it', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('network error')),
    });
    vi.stubGlobal('fetch', async () => new Response(body));
    await expect(faultOf()).resolves.toBe('cut');
  });

  it.each(['https://reader:secret@api.test/v1', 'https://api.test/v1?key=secret'])(
    'keeps a password or a key of the address to itself: %s',
    async (baseUrl) => {
      answer(JSON.stringify({ api: { mode: 'remote', baseUrl } }));
      await expect(loadConfig(ADDRESS)).rejects.not.toThrow(/secret/);
    },
  );

  it('is unreachable when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(faultOf()).resolves.toBe('unreachable');
  });
});
