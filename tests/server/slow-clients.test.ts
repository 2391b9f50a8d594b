import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRecord } from '#mocks/read-record.ts';
import type { Engine } from '#server/database/database-engine.ts';
import { openPglite } from '#server/database/pglite-engine.ts';
import { loadEdition } from '#server/edition/load-edition.ts';
import { type Started, startOn } from './backend.ts';

let engine: Engine;
let backend: Started;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'communique-app-'));
  await mkdir(path.join(folder, 'assets'));
  const asset = 'x'.repeat(5000);
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>App</title>');
  await writeFile(path.join(folder, 'config.json'), '{}');
  await writeFile(path.join(folder, 'assets/a-1.js'), asset);
  await writeFile(path.join(folder, 'assets/large-1.bin'), Buffer.alloc(30_000_000, 1));
  await writeFile(
    path.join(folder, '_headers'),
    "/*\n  Content-Security-Policy: default-src 'self'\n  Cache-Control: no-cache\n\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
  );
  engine = await openPglite();
  await loadEdition(engine, await readRecord());
  backend = await startOn(engine, {
    APP_FOLDER: folder,
    REQUEST_TIMEOUT_MS: '800',
    SEND_TIMEOUT_MS: '100',
  });
});
afterAll(async () => {
  await backend.stop();
  await engine.close();
  await rm(folder, { recursive: true });
});

/** A client of its own making: what it was sent, and that it was shut out. */
function open(first: string): { socket: Socket; said: () => string; ended: Promise<void> } {
  const { port, hostname } = new URL(backend.origin);
  const socket = connect(Number(port), hostname, () => socket.write(first));
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, said: () => said, ended };
}

describe('a client that keeps a connection to itself', () => {
  it('by sending nothing, or a head that trickles, is told 408 and shut out', async () => {
    const idle = open('');
    const trickling = open('GET /api/v1/mechanism HTTP/1.1\r\nhost: x\r\n');
    const timer = setInterval(() => trickling.socket.write('a: b\r\n'), 100);
    await Promise.all([idle.ended, trickling.ended]);
    clearInterval(timer);
    expect(trickling.said()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('by a body that nobody asked for is answered and shut out', async () => {
    const client = open(
      'GET /api/v1/mechanism HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\nabc',
    );
    await client.ended;
    expect(client.said()).toMatch(/^HTTP\/1\.1 200 /);
    expect(client.said()).toMatch(/connection: close/i);
  });

  it('by asking for another protocol is answered and shut out, for what follows could not be refused', async () => {
    const follows = `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`;
    const client = open(
      `GET /api/v1/mechanism HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    );
    client.socket.once('data', () => client.socket.write(follows));
    await client.ended;
    const statuses = [...client.said().matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(
      ([, status]) => status,
    );
    expect(statuses).toEqual(['200']);
  });

  it('by never reading an answer is shut out, and the log says so', async () => {
    const asked = 'GET /assets/large-1.bin HTTP/1.1\r\nhost: x\r\n\r\n';
    const client = open(asked);
    client.socket.pause();
    await expect
      .poll(() => backend.lines().some((line) => line.includes('"taken":false')))
      .toBe(true);
    client.socket.destroy();
  });
});

describe('a file of the app', () => {
  const ask = (at: string, init: RequestInit = {}) => fetch(`${backend.origin}${at}`, init);

  it('whose name changes with its content is kept for a year, every other asked for anew', async () => {
    const asset = await ask('/assets/a-1.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const at of ['/', '/meetings/28', '/config.json', '/assets/missing.js'])
      expect((await ask(at)).headers.get('cache-control'), at).toBe('no-cache');
  });

  it('has a tag, packed or not, and is not sent again to whoever holds it', async () => {
    for (const at of ['/', '/config.json', '/assets/a-1.js']) {
      for (const encoding of ['gzip', 'identity']) {
        const first = await ask(at, { headers: { 'accept-encoding': encoding } });
        const etag = first.headers.get('etag') ?? '';
        expect(etag, at).toMatch(/^"[\w-]+"$/);
        expect(first.headers.get('vary'), at).toMatch(/accept-encoding/i);
        const held = await ask(at, { headers: { 'if-none-match': etag } });
        expect(held.status, at).toBe(304);
        expect(held.headers.get('etag')).toBe(etag);
        expect(held.headers.get('content-security-policy')).toBe("default-src 'self'");
      }
    }
    const head = await ask('/assets/a-1.js', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
