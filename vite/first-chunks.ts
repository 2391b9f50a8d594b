/**
 * What every view waits for comes in three files: the opening, which asks for everything else and therefore waits for
 * nothing, the libraries, and the frame of the app; in the demonstration also in the mock's first part, which the engine
 * follows when the facts are painted. What only later parts share stands beside these, by who waits for it.
 */
import path from 'node:path';

import { normalizePath, type Plugin, type Rolldown } from 'vite';

const ROOT = normalizePath(path.resolve(import.meta.dirname, '..'));
const PAGE = `${ROOT}/index.html`;
const APP = `${ROOT}/src/app/start.tsx`;
const MOCK = `${ROOT}/mocks/start.ts`;
/** Asks for the page of each address, in a file of its own. */
const PAGES = `${ROOT}/src/app/pages.ts`;
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

/** The features of which a page waits for a module. */
function featuresOf(id: string, modules: Modules): Set<string> {
  const pages = modules.getModuleInfo(PAGES)?.dynamicallyImportedIds ?? [];
  return new Set(
    pages
      .filter((page) => closureOf(page, modules).has(id))
      .flatMap((page) => /\/features\/([^/]+)\//.exec(page)?.[1] ?? []),
  );
}

/**
 * Whether a module is our own and brings along no library beyond the app's, such as the charts': in a file beside what
 * others share, whoever needs these would wait for that.
 */
function isOurs(id: string, modules: Modules): boolean {
  const app = closureOf(APP, modules);
  const brought = [...closureOf(id, modules)].filter((one) => one.includes('/node_modules/'));
  return OURS.test(id) && !WORDS.test(id) && brought.every((one) => app.has(one));
}

/** What later parts share and only one feature's pages wait for. */
function fileOfFeature(id: string, modules: Modules): string | null {
  const [feature, ...others] = featuresOf(id, modules);
  return feature !== undefined && others.length === 0 && isOurs(id, modules)
    ? `${feature}-shared`
    : null;
}

/** What else later parts share: what pages wait for, and what none does. */
function sharedFile(id: string, modules: Modules): string | null {
  if (!isOurs(id, modules)) return null;
  return featuresOf(id, modules).size > 0 ? 'shared' : 'parts';
}

export const CHUNK_GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: firstFileOf, debugName: 'first', priority: 2 },
  // A file costs a turn on a slow line: a small one is not worth it.
  { name: fileOfFeature, debugName: 'feature', minShareCount: 2, minSize: 10_000, priority: 1 },
  { name: sharedFile, debugName: 'shared', minShareCount: 2 },
];

/** The chunks that come with one, itself among them. */
function withImports(start: Chunk | undefined, chunks: readonly Chunk[]): Set<Chunk> {
  const found = new Set(start ? [start] : []);
  for (const { imports } of found)
    for (const next of chunks) if (imports.includes(next.fileName)) found.add(next);
  return found;
}

/** Whether a file of the build is one that {@link preloadApp} has the document name: by the names of the chunks. */
export const isNamedByDocument = (file: string): boolean =>
  /\/(libraries|app|index|rolldown-runtime)-[\w-]+\.(js|css)$/.test(file);

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
