import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { minify, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

import { compiledMessages } from './src/i18n/compile-messages.ts';
import { LongestFirst } from './tests/setup/longest-first.ts';
import { staticHost } from './tests/static-host/static-host.ts';
import { firstAnswers } from './vite/first-answers.ts';
import { CHUNK_GROUPS, isNamedByDocument, preloadApp } from './vite/first-chunks.ts';
import { offlineWorker } from './vite/offline-worker.ts';
import { thirdParty } from './vite/third-party.ts';
import { recordFile } from './vite/record-file.ts';
import { replacedParts } from './vite/replaced-parts.ts';

/** A busy machine is slow, not wrong. */
const SLOW_MACHINE_MS = 60_000;
/** Where browsers, sockets and databases take part; `npm test` names what needed it (docs/decisions/009). */
const SECOND_TRY = 1;
/** Between two looks at a page: looks by roles and names take a part of the time that the page needs to change. */
const LOOK_MS = 150;
/** A worker keeps modules, and with them the record, the engine and the browser, from one file of tests to the next: nothing in them is changed by a test. */
const ISOLATED = false;
/** Fails tests on console errors that they did not expect; pages in the browser are listened to by their own harness. */
const QUIET = ['tests/setup/quiet-console.ts'];

/** Works on the folder of a build when all of it is written. */
function whenBuilt(name: string, act: (folder: string) => Promise<void>): Plugin {
  let folder = '';
  return {
    name,
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: () => act(folder),
  };
}

/** Static hosts answer an unknown address with 404.html: being the app itself, it makes deep links work there. */
const fallbackPage = () =>
  whenBuilt('communique-fallback-page', async (folder) => {
    const page = path.join(folder, 'index.html');
    if (existsSync(page)) await copyFile(page, path.join(folder, '404.html'));
  });

/** The script before the first paint, without its comments and long names, and in no newer JavaScript than it is written in. */
const shortFirstPaint = () =>
  whenBuilt('communique-short-first-paint', async (folder) => {
    const file = path.join(folder, 'first-paint.js');
    if (!existsSync(file)) return;
    const { code } = await minify(file, await readFile(file, 'utf8'), {
      compress: false,
      mangle: true,
      codegen: { removeWhitespace: false },
    });
    await writeFile(file, code);
  });

export default defineConfig({
  // The mock's service worker is emitted from its package, so that no copy of it is kept here.
  plugins: [
    react(),
    compiledMessages(),
    msw({ mode: 'worker-only' }),
    replacedParts(),
    firstAnswers(),
    recordFile(),
    preloadApp(),
    thirdParty(),
    offlineWorker(),
    staticHost(),
    fallbackPage(),
    shortFirstPaint(),
  ],
  build: {
    target: 'es2024',
    modulePreload: {
      polyfill: false,
      // What the document names is there already, whichever part asks.
      resolveDependencies: (_file, dependencies) =>
        dependencies.filter((one) => !isNamedByDocument(one)),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // How long parts of a build take is no news to who starts the app.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: CHUNK_GROUPS, includeDependenciesRecursively: false } },
    },
  },
  // By its name the page's policy knows a worker of its own (src/lib/trusted.ts).
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/[hash]-[name].js' } },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    // Vitest leaves one core free for watching, which on two is half of them.
    maxWorkers: '100%',
    testTimeout: SLOW_MACHINE_MS,
    hookTimeout: 4 * SLOW_MACHINE_MS,
    // What a failed test has found is told whole.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      // In a file of its own, which only Vitest reads: to drive a browser takes half a second to load.
      'tests/components/vitest.config.ts',
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: ISOLATED,
          include: ['src/**/*.test.{ts,tsx}', 'engine/**/*.test.ts', 'mocks/**/*.test.ts'],
          setupFiles: QUIET,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          isolate: ISOLATED,
          include: ['tests/contract/**/*.test.ts'],
          setupFiles: QUIET,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          isolate: ISOLATED,
          include: ['tests/architecture/*.test.ts'],
          setupFiles: QUIET,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          isolate: ISOLATED,
          include: ['tests/server/**/*.test.ts'],
          setupFiles: QUIET,
          globalSetup: 'tests/server/shared-postgres.ts',
          retry: SECOND_TRY,
          expect: { poll: { timeout: SLOW_MACHINE_MS } },
          testTimeout: 4 * SLOW_MACHINE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          isolate: ISOLATED,
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: 'tests/e2e/serve-built-app.ts',
          setupFiles: 'tests/e2e/picture-failures.ts',
          retry: SECOND_TRY,
          expect: { poll: { timeout: SLOW_MACHINE_MS, interval: LOOK_MS } },
          testTimeout: 4 * SLOW_MACHINE_MS,
        },
      },
    ],
  },
});
