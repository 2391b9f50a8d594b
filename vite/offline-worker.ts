/** Builds the service worker that lets the built app open without a network, and gives the build its name. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { build, type Plugin, type Rolldown } from 'vite';

const ENTRY = 'src/app/offline/worker.ts';
/** Never asked for where there is a backend. */
const MOCK = 'mocks/start.ts';
/** The mock in a service worker of its own, which takes the place of this one. */
const MOCK_WORKER = 'mocks/browser-worker.ts';
/** Of the files whose names stay, those that the page brings along. */
const NAMED_FILES = ['first-paint.js', 'favicon.svg'];
/** Fonts are kept when they are used: which ones depends on the language. */
const KEPT = /\.(js|css|json)$/;
const META = 'communique-build';
/** Stands in the worker until it is known, since the worker itself has a part in it. */
const NAMELESS = 'name-of-the-build';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What the worker keeps. */
interface Files {
  /** The app's code: scripts and style sheets. */
  app: readonly string[];
  /** The demonstration: its scripts and data. */
  mock: readonly string[];
}

/** All files that can be reached from the entry, or from the mock. */
function filesOf(bundle: Bundle): Files {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const isModule = ({ moduleIds }: Chunk, module: string) =>
    moduleIds.some((id) => id.endsWith(module));
  const filesFrom = (isStart: (chunk: Chunk) => boolean, left: string) => {
    const reached = new Set(chunks.filter(isStart));
    for (const { imports, dynamicImports } of reached)
      for (const next of chunks)
        if ([...imports, ...dynamicImports].includes(next.fileName) && !isModule(next, left))
          reached.add(next);
    const files = [...reached].flatMap(({ fileName, viteMetadata }) => [
      fileName,
      ...(viteMetadata?.importedCss ?? []),
      ...(viteMetadata?.importedAssets ?? []),
    ]);
    return [...new Set(files)].filter((file) => KEPT.test(file)).toSorted();
  };
  // The scripts of the worker that answers from a record in files: a build of their own, and assets to this one.
  const workers = Object.keys(bundle).filter(
    (file) => /^assets\/.*\.js$/.test(file) && bundle[file]?.type === 'asset',
  );
  const app = [...filesFrom((chunk) => chunk.isEntry, MOCK), ...workers];
  const mock = filesFrom((chunk) => isModule(chunk, MOCK), MOCK_WORKER);
  return { app, mock: mock.filter((file) => !app.includes(file)) };
}

async function buildWorker(root: string, name: string, files: Files): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILT: JSON.stringify({ name, ...files }) },
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: path.resolve(root, ENTRY), formats: ['iife'], name: 'worker' },
    },
  });
  const [built] = [output].flat();
  const chunk = built !== undefined && 'output' in built ? built.output[0] : undefined;
  if (chunk === undefined) throw new Error('The offline worker was not built');
  return chunk.code;
}

/**
 * Writes `offline-worker.js` beside the page. The build's name stands in the page and in the worker, and changes with
 * anything that the worker keeps.
 */
export function offlineWorker(): Plugin {
  let root = '.';
  let publicFolder = '';
  return {
    name: 'communique-offline-worker',
    apply: 'build',
    configResolved(config) {
      ({ root, publicDir: publicFolder } = config);
    },
    generateBundle: {
      // When all that is named in the page has its name.
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        const files = filesOf(bundle);
        const html = page.source.toString();
        const digest = createHash('sha256').update(html);
        for (const file of Object.keys(bundle).toSorted()) digest.update(file);
        for (const file of NAMED_FILES) digest.update(readFileSync(path.join(publicFolder, file)));
        const nameless = await buildWorker(root, NAMELESS, files);
        const name = digest.update(nameless).digest('hex').slice(0, 16);
        page.source = html.replace(
          '<title>',
          `<meta name="${META}" content="${name}" />\n    <title>`,
        );
        const source = nameless.replace(NAMELESS, name);
        this.emitFile({ type: 'asset', fileName: 'offline-worker.js', source });
      },
    },
  };
}
