import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from 'vitest';

import { startMockServer, type MockServer } from './http-server.ts';
import { readRecord } from './read-record.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

const record = await readRecord();
let server: MockServer | null = null;

async function start(scenario: ScenarioId = 'record'): Promise<MockServer> {
  server = await startMockServer({ record, scenario, port: 0 });
  return server;
}

afterEach(() => server?.close());

/** A request as a browser cannot send it. */
async function answerTo(baseUrl: string, asked: RequestOptions) {
  const { hostname, port } = new URL(baseUrl);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ ...asked, hostname, port }, resolve)
      .on('error', reject)
      .end();
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

describe('the mock over plain HTTP', () => {
  it('answers data, problems and refreshes to any origin', async () => {
    const { baseUrl } = await start();
    const response = await fetch(`${baseUrl}/meetings/28`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ ordinal: 28 });
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await fetch(`${baseUrl}/meetings/28`, { headers })).status).toBe(304);
    expect((await fetch(`${baseUrl}/entries?colour=red`)).status).toBe(400);
    expect((await fetch(`${baseUrl}/entries`, { method: 'POST', body: '{}' })).status).toBe(405);
    expect((await fetch(new URL('/elsewhere', baseUrl))).status).toBe(404);
  });

  it('answers HEAD without a body, and the question of a browser before it asks', async () => {
    const { baseUrl } = await start();
    const head = await fetch(`${baseUrl}/entries`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const asked = await fetch(`${baseUrl}/entries`, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toContain('if-none-match');
  });

  it('tells what may be done at an address, and that there is none', async () => {
    const { baseUrl, contractUrl } = await start('offline');
    for (const at of [`${baseUrl}/entries`, contractUrl]) {
      const asked = await fetch(at, { method: 'OPTIONS' });
      expect([asked.status, asked.headers.get('allow')], at).toEqual([204, 'GET, HEAD']);
    }
    const nowhere = { method: 'OPTIONS', path: '/nope' };
    expect(await answerTo(baseUrl, nowhere)).toMatchObject({ status: 404 });
    const before = { origin: 'https://app.example', 'access-control-request-method': 'GET' };
    const preflight = await answerTo(baseUrl, { ...nowhere, headers: before });
    expect(preflight).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-methods': 'GET, HEAD' },
    });
  });

  it('serves the contract and its examples', async () => {
    const { contractUrl } = await start();
    expect(await (await fetch(contractUrl)).text()).toMatch(/^openapi: 3\.1/);
    const example = await fetch(new URL('examples/meeting.json', contractUrl));
    expect(await example.json()).toHaveProperty('ordinal', 28);
    expect((await fetch(new URL('examples/none.json', contractUrl))).status).toBe(404);
  });

  it('refuses as a problem what no browser asks', async () => {
    const { baseUrl } = await start();
    const traced = await answerTo(baseUrl, { method: 'TRACE', path: '/api/v1/entries' });
    expect(traced).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const long = await answerTo(baseUrl, { path: `/api/v1/entries?q=${'a'.repeat(20_000)}` });
    expect(JSON.parse(long.body)).toMatchObject({ status: 400, parameter: 'q' });
    const unknown = await answerTo(baseUrl, { method: 'NONSENSE', path: '/api/v1/entries' });
    expect(unknown.headers['access-control-allow-origin']).toBe('*');
    expect(JSON.parse(unknown.body)).toMatchObject({ status: 400, type: 'about:blank' });
  });

  it('answers a proxy, which names the whole address', async () => {
    const { baseUrl } = await start();
    const target = 'http://elsewhere.example/api/v1/meetings/28';
    const { status, body } = await answerTo(baseUrl, { path: target });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toHaveProperty('ordinal', 28);
  });

  it('cuts the connection where the network fails', async () => {
    const { baseUrl } = await start('offline');
    await expect(fetch(`${baseUrl}/mechanism`)).rejects.toBeInstanceOf(TypeError);
  });
});
