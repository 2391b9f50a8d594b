import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { READ_ONLY } from '#engine/requests/http-answers.ts';
import { API_PATH } from './backend-handler.ts';
import { findHeldTag } from './send.ts';

/** Content types by the endings of file names. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
/** The app beside this API, in the words of its own configuration. */
const CONFIG = JSON.stringify({ api: { mode: 'remote', baseUrl: API_PATH } });

/** A file as it was when the server started: what belongs together is served together. */
type AppFile = { bytes: Buffer<ArrayBuffer>; etag: string; contentType: string };

const toAppFile = (name: string, bytes: Buffer<ArrayBuffer>): AppFile => ({
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  contentType: TYPES[path.extname(name)] ?? 'application/octet-stream',
});

async function readFiles(folder: string): Promise<Map<string, AppFile>> {
  const root = path.resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = `/${path.relative(root, file).split(path.sep).join('/')}`;
      return [name, toAppFile(name, Buffer.from(await readFile(file)))] as const;
    });
  return new Map(await Promise.all(files));
}

export type AppFiles = (request: Request) => Response | null;

const plainly = (status: number, words: string, headers: HeadersInit = {}) => {
  const answer = new Headers(headers);
  answer.set('content-type', 'text/plain; charset=utf-8');
  // Not there now is not never: a rule for files that never change must not hold for those that are missing.
  answer.set('cache-control', 'no-cache');
  return new Response(`${words}\n`, { status, headers: answer });
};

/**
 * Serves the built app: the files that were in its folder at start, by exact name, and the app's page for addresses
 * without an extension. Nothing that a request says is ever put together to a path on disk.
 */
export async function openAppFiles(folder: string): Promise<AppFiles | null> {
  const files = await readFiles(folder);
  const page = files.get('/index.html');
  if (page === undefined) return null;
  if (files.has('/config.json'))
    files.set('/config.json', toAppFile('/config.json', Buffer.from(CONFIG)));
  const headersOf = readHeaderRules(files.get('/_headers')?.bytes.toString() ?? '');
  files.delete('/_headers');

  return ({ url, method, headers: asked }) => {
    const { pathname } = new URL(url);
    if (method !== 'GET' && method !== 'HEAD')
      return plainly(405, 'This can only be read', READ_ONLY);
    const isPage = path.posix.extname(pathname) === '';
    const file = isPage ? page : files.get(pathname);
    const headers = headersOf(isPage ? '/' : pathname);
    if (file === undefined || pathname === '/_headers') return plainly(404, 'Not found', headers);
    headers.set('content-type', file.contentType);
    headers.set('etag', file.etag);
    headers.set('vary', 'accept-encoding');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache');
    const held = findHeldTag(asked, file.etag);
    if (held === null) return new Response(file.bytes, { headers });
    headers.set('etag', held);
    return new Response(null, { status: 304, headers });
  };
}

/** The headers that a `_headers` file of static hosts gives a path: where several rules set one, the last holds. */
type HeaderRules = (pathname: string) => Headers;

/** Reads such a file: a path pattern per block, its headers indented below it. */
export function readHeaderRules(text: string): HeaderRules {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1], header[2].trim()]);
    else if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
      const parts = line
        .trim()
        .split('*')
        .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
      rules.push({ pattern: new RegExp(`^${parts.join('.*')}$`), headers: [] });
    }
  }
  return (pathname) => {
    const found = new Headers();
    for (const { pattern, headers } of rules)
      if (pattern.test(pathname)) for (const [name, value] of headers) found.set(name, value);
    return found;
  };
}
