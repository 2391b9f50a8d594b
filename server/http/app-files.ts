import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { API_PATH } from './backend-handler.ts';

type HeaderRule = { pattern: RegExp; headers: [string, string][] };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
/** The app beside this API, in the words of its own configuration. */
const CONFIG = JSON.stringify({ api: { mode: 'remote', baseUrl: API_PATH } });

/** The file that static hosts read: a path pattern per block, its headers indented below it. */
function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1], header[2]]);
    else if (line.trim() !== '') {
      const pattern = line.trim().replaceAll(/[.*]/g, (sign) => (sign === '.' ? '\\.' : '.*'));
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules;
}

export type AppFiles = (request: Request) => Promise<Response | null>;

/**
 * Serves the built app: the files that were in its folder at start, by exact name, and the app's page for addresses
 * without an extension. Nothing that a request says is ever put together to a path on disk.
 */
export async function openAppFiles(folder: string): Promise<AppFiles | null> {
  const root = path.resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`/${path.relative(root, file).split(path.sep).join('/')}`, file]),
  );
  const page = files.get('/index.html');
  if (page === undefined) return null;
  const headersFile = files.get('/_headers');
  const rules = headersFile ? parseHeaders(await readFile(headersFile, 'utf8')) : [];
  const headersOf = (pathname: string) =>
    rules.flatMap(({ pattern, headers }) => (pattern.test(pathname) ? headers : []));

  return async ({ url, method }) => {
    const { pathname } = new URL(url);
    if (method !== 'GET' && method !== 'HEAD')
      return new Response('This can only be read\n', {
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    const isPage = path.extname(pathname) === '';
    const file = isPage ? page : files.get(pathname);
    const headers = new Headers(headersOf(isPage ? '/' : pathname));
    if (file === undefined || pathname === '/_headers')
      return new Response('Not found\n', { status: 404, headers });
    headers.set('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    return new Response(pathname === '/config.json' ? CONFIG : await readFile(file), { headers });
  };
}
