/**
 * What every view waits for comes in three files: the opening, which asks for everything else and therefore waits for
 * nothing, the libraries, and the frame of the app; in the demonstration also in the mock's first part, which the engine
 * follows when the facts are painted. What only later parts share is one file beside these.
 */
import path from 'node:path';

import { normalizePath, type Plugin, type Rolldown } from 'vite';

const ROOT = normalizePath(path.resolve(import.meta.dirname, '..'));
const PAGE = `${ROOT}/index.html`;
const APP = `${ROOT}/src/app/start.tsx`;
const MOCK = `${ROOT}/mocks/start.ts`;
/** What the page loads when the facts are painted, so that it can answer any question. */
const ENGINE = `${ROOT}/mocks/mock-handler.ts`;
const ENGINE_ROOMS = /\/(engine|mocks)\//;
/** Words, each language and time by itself. */
const WORDS = /\/src\/i18n\/(messages\/|(late-)?\w\w\.ts)/;
const OURS = /\/src\//;

type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1];
type Chunk = Rolldown.OutputChunk;

const closures = new Map<string, ReadonlySet<string>>();

/** A module and all that comes with it; looked for once in a build. */
function closureOf(start: string, modules: Modules): ReadonlySet<string> {
  const known = closures.get(start);
  if (known !== undefined) return known;
  const found = new Set([start]);
  closures.set(start, found);
  for (const id of found)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** The file of the first view, or of the engine right after it, that a module comes in; null for what comes later. */
function firstFileOf(id: string, modules: Modules): string | null {
  const isOf = (start: string) => closureOf(start, modules).has(id);
  if (isOf(PAGE)) return 'opening';
  if (isOf(APP)) return id.includes('/node_modules/') ? 'libraries' : 'app';
  if (isOf(MOCK)) return 'mock';
  return isOf(ENGINE) && ENGINE_ROOMS.test(id.slice(ROOT.length)) ? 'engine' : null;
}

/**
 * What later parts share of our own, in one file; null for what brings a library along, such as the charts': beside what
 * all pages share, each page would wait for it.
 */
function sharedFileOf(id: string, modules: Modules): string | null {
  const app = closureOf(APP, modules);
  const brought = [...closureOf(id, modules)].filter((one) => one.includes('/node_modules/'));
  return brought.every((one) => app.has(one)) ? 'shared' : null;
}

export const CHUNK_GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: firstFileOf, debugName: 'first', priority: 1 },
  {
    name: sharedFileOf,
    debugName: 'shared',
    test: (id) => OURS.test(id) && !WORDS.test(id),
    minShareCount: 2,
  },
];

/** The chunks that come with one, itself among them. */
function withImports(start: Chunk | undefined, chunks: readonly Chunk[]): Set<Chunk> {
  const found = new Set(start ? [start] : []);
  for (const { imports } of found)
    for (const next of chunks) if (imports.includes(next.fileName)) found.add(next);
  return found;
}

/** Lets the page ask for the app at once, beside the opening: otherwise it would wait for that to arrive and run. */
export function preloadApp(): Plugin {
  let base = '/';
  return {
    name: 'communique-preload-app',
    apply: 'build',
    transformIndexHtml(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const isNamed = withImports(
        chunks.find(({ isEntry }) => isEntry),
        chunks,
      );
      const news = [
        ...withImports(
          chunks.find(({ moduleIds }) => moduleIds.includes(APP)),
          chunks,
        ),
      ].filter((chunk) => !isNamed.has(chunk));
      const styles = new Set(
        news.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
      );
      const link = (rel: string, file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: base + file },
        injectTo: 'head' as const,
      });
      // What stands first is asked for first: a browser has six connections to a host, and the opening waits for the styles.
      return [
        ...[...styles].map((file) => link('stylesheet', file)),
        ...news
          .toSorted((a, b) => b.code.length - a.code.length)
          .map(({ fileName }) => link('modulepreload', fileName)),
      ];
    },
    configResolved(config) {
      base = config.base;
    },
  };
}
