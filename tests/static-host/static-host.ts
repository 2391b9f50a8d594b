import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Plugin } from 'vite';

import { readHeaderRules } from '#server/http/app-files.ts';

/** The origin of the backend that a configuration names, for the policy; null for the mock or this same site. */
async function backendOrigin(file: string): Promise<string | null> {
  try {
    const { api } = JSON.parse(await readFile(file, 'utf8')) as { api?: { baseUrl?: unknown } };
    return typeof api?.baseUrl === 'string' && URL.canParse(api.baseUrl)
      ? new URL(api.baseUrl).origin
      : null;
  } catch {
    // A broken configuration is the app's to explain; the page must still be served.
    return null;
  }
}

async function headersFor(folder: string, pathname: string): Promise<Headers> {
  const rules = readHeaderRules(await readFile(path.join(folder, '_headers'), 'utf8'));
  const headers = rules(pathname);
  const origin = await backendOrigin(path.join(folder, 'config.json'));
  const policy = headers.get('content-security-policy');
  if (policy !== null && origin !== null)
    headers.set(
      'content-security-policy',
      policy.replace('connect-src', (name) => `${name} ${origin}`),
    );
  return headers;
}

/** An address with an extension names a file; one without is a page of the app. */
function isMissingFile(folder: string, pathname: string): boolean {
  const file = path.join(folder, pathname);
  return path.extname(pathname) !== '' && !(existsSync(file) && statSync(file).isFile());
}

/** A reader gets the app, which says what it does not have; whoever asks for the file itself gets a plain word. */
async function answerMissing(request: IncomingMessage, response: ServerResponse, folder: string) {
  const isReader = request.headers.accept?.includes('text/html') ?? false;
  response.setHeader('cache-control', 'no-cache');
  response.writeHead(404, { 'content-type': isReader ? 'text/html' : 'text/plain' });
  response.end(isReader ? await readFile(path.join(folder, '404.html')) : 'Not found\n');
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * Makes `vite preview` serve the built app as a good static host would: with the headers that are shipped for one, with
 * 404 for a file that is not there, and with its folder's missing slash mended.
 */
export function staticHost(): Plugin {
  return {
    name: 'communique-static-host',
    configurePreviewServer({ config, middlewares }) {
      const folder = path.resolve(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://host');
        if (`${pathname}/` === config.base) {
          response.writeHead(308, { location: `${config.base}${search}` }).end();
          return;
        }
        const own = decoded(
          pathname.startsWith(config.base) ? `/${pathname.slice(config.base.length)}` : pathname,
        );
        if (own === null) {
          response.writeHead(400, { 'content-type': 'text/plain' }).end('Malformed address\n');
          return;
        }
        const serve = async () => {
          try {
            for (const [name, value] of await headersFor(folder, own))
              response.setHeader(name, value);
            if (isMissingFile(folder, own)) await answerMissing(request, response, folder);
            else next();
          } catch (error) {
            next(error);
          }
        };
        void serve();
      });
    },
  };
}
