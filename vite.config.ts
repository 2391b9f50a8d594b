import { copyFile, readFile } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The libraries of the first view; recharts and its own stay with the charts. */
const FIRST_LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|react-router|cookie|@tanstack\/(query-core|react-query)|intl-messageformat|@formatjs\/[\w-]+)\//;
const SHARED_LAYERS =
  /src\/(api|lib|i18n|ui|filters|record)\/(?!messages\/|cite\/|en\.ts|zh\.ts|ru\.ts)/;

type HeaderRules = { pattern: RegExp; headers: [string, string][] }[];

/** Reads the `_headers` file of static hosts: a path pattern per block, its headers indented below it. */
function parseHeaders(text: string): HeaderRules {
  const rules: HeaderRules = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1], header[2]]);
    else if (line.trim() !== '') {
      const pattern = line
        .trim()
        .replaceAll('.', String.raw`\.`)
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules;
}

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

async function headersFor(folder: string, pathname: string): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  for (const rule of parseHeaders(await readFile(path.join(folder, '_headers'), 'utf8'))) {
    if (rule.pattern.test(pathname))
      for (const [name, value] of rule.headers) headers.set(name, value);
  }
  const origin = await backendOrigin(path.join(folder, 'config.json'));
  const policy = headers.get('Content-Security-Policy');
  if (policy !== undefined && origin !== null)
    headers.set(
      'Content-Security-Policy',
      policy.replace('connect-src', (name) => `${name} ${origin}`),
    );
  return headers;
}

/**
 * Serves the built app as a good static host would: with the headers that are shipped for one, with 404 for a file that
 * is not there (an address without an extension is a page of the app), and with its folder's missing slash mended.
 */
function staticHost(): Plugin {
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
        const own = pathname.startsWith(config.base)
          ? `/${pathname.slice(config.base.length)}`
          : pathname;
        const file = path.join(folder, decodeURIComponent(own));
        const isMissingFile =
          path.extname(own) !== '' && !(existsSync(file) && statSync(file).isFile());
        const serve = async () => {
          for (const [name, value] of await headersFor(folder, own))
            response.setHeader(name, value);
          if (isMissingFile)
            response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
          else next();
        };
        void serve();
      });
    },
  };
}

/** Static hosts answer an unknown address with 404.html: being the app itself, it makes deep links work there. */
function fallbackPage(): Plugin {
  let folder = '';
  return {
    name: 'communique-fallback-page',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const page = path.join(folder, 'index.html');
      if (existsSync(page)) await copyFile(page, path.join(folder, '404.html'));
    },
  };
}

/**
 * Lets the page ask for the app's own chunk at once, beside the small entry that asks for everything else: otherwise it
 * would wait for the entry to arrive and run.
 */
function preloadApp(): Plugin {
  const APP = 'src/app/start.tsx';
  let base = '/';
  return {
    name: 'communique-preload-app',
    apply: 'build',
    transformIndexHtml(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const closure = (start: (typeof chunks)[number] | undefined) => {
        const found = new Set(start ? [start] : []);
        for (const chunk of found)
          for (const next of chunks) if (chunk.imports.includes(next.fileName)) found.add(next);
        return found;
      };
      const isEntry = closure(chunks.find((chunk) => chunk.isEntry));
      const added = [
        ...closure(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(APP))),
      ];
      const news = added.filter((chunk) => !isEntry.has(chunk));
      const styles = new Set(
        news.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
      );
      const link = (rel: string, file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: base + file },
        injectTo: 'head' as const,
      });
      return [
        ...news.map(({ fileName }) => link('modulepreload', fileName)),
        ...[...styles].map((file) => link('stylesheet', file)),
      ];
    },
    configResolved(config) {
      base = config.base;
    },
  };
}

export default defineConfig({
  // The mock's service worker is emitted from its package, so that no copy of it is kept here.
  plugins: [react(), msw({ mode: 'worker-only' }), preloadApp(), staticHost(), fallbackPage()],
  build: {
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What every view needs comes in two files rather than in twenty: the libraries, and the shared layers.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: FIRST_LIBRARIES, priority: 2 },
            { name: 'shared', test: SHARED_LAYERS, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: 'tests/e2e/serve-built-app.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
