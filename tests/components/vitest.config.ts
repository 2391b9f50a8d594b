import { playwright } from '@vitest/browser-playwright';
import { defineProject, mergeConfig } from 'vitest/config';

import app from '../../vite.config.ts';
import { installedBrowser } from '../browser/find-browser.ts';

const { test: _whole, ...build } = app;
const root = new URL('../..', import.meta.url).pathname;

/** Asked for when the browser is launched, since a run of other tests reads this file too. */
const launchOptions = {
  get executablePath() {
    return installedBrowser() ?? '';
  },
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
};

/** Parts of the app, mounted by themselves in a real browser, with the engine's answers. */
export default mergeConfig(
  build,
  defineProject({
    root,
    // What is found late is bundled then, and the page loaded anew, under the hands of the tests.
    optimizeDeps: {
      include: [
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        'axe-core',
        'intl-messageformat',
        'react',
        'react-dom',
        'react-dom/client',
        'react-router',
        'react-router/dom',
        'react/jsx-dev-runtime',
        'react/jsx-runtime',
        'recharts',
        'valibot',
      ],
    },
    test: {
      name: 'components',
      // A test waits for the page half of its time: two pages of one browser take turns (84 s alone, 47 s with two).
      maxWorkers: 2,
      include: ['tests/components/**/*.test.tsx'],
      setupFiles: 'tests/components/set-up.ts',
      // A browser takes part: docs/decisions/009.
      retry: 1,
      testTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions, contextOptions: { locale: 'en-GB' } }),
        instances: [{ browser: 'chromium', viewport: { width: 1440, height: 900 } }],
      },
    },
  }),
);
