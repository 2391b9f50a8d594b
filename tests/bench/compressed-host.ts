import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

import { TYPES, readHeaderRules } from '#server/http/app-files.ts';

const PACKED = new Set(['.woff2']);
const pack = promisify(brotliCompress);

export interface CompressedHost {
  /** Without a trailing slash. */
  origin: string;
  close: () => void;
}

/**
 * A folder as a good static host sends it: compressed (brotli), with the headers that it brings in `_headers`, and with the
 * page for addresses that name no file. All is compressed before the first is asked for: half a second for the libraries would
 * be counted as the app's otherwise. `config` stands in for the folder's own `config.json`.
 */
export async function hostCompressed(folder: string, config?: object): Promise<CompressedHost> {
  const rules = readHeaderRules(
    await readFile(path.join(folder, '_headers'), 'utf8').catch(() => ''),
  );
  const sent = new Map<string, Buffer>();
  const read = async (file: string) => {
    const isConfig = file === '/config.json' && config !== undefined;
    const bytes = isConfig
      ? Buffer.from(JSON.stringify(config))
      : await readFile(path.join(folder, file));
    if (PACKED.has(path.extname(file))) return bytes;
    return pack(bytes);
  };
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const packing = files
    .filter((entry) => entry.isFile())
    .map(async ({ name, parentPath }) => {
      const file = `/${path.relative(folder, path.join(parentPath, name))}`;
      sent.set(file, await read(file));
    });
  await Promise.all(packing);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const extension = path.extname(pathname);
    const file = extension === '' ? '/index.html' : pathname;
    for (const [name, value] of rules(pathname)) response.setHeader(name, value);
    // A backend on this machine is asked without encryption.
    const policy = response.getHeader('content-security-policy');
    if (typeof policy === 'string')
      response.setHeader(
        'content-security-policy',
        policy.replace('connect-src', 'connect-src http:'),
      );
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    const bytes = sent.get(file);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (!PACKED.has(path.extname(file))) response.setHeader('content-encoding', 'br');
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
