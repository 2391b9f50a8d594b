import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject, test } from 'vitest';

import { findBrowser } from '#tests/browser/find-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page of the built app that remembers what went wrong behind its back. */
export interface AppPage {
  page: Page;
  /** Where the app is served, without a trailing slash. */
  url: string;
  /** Goes to an address of the app and waits until its heading stands. */
  open: (address: string) => Promise<void>;
  /** Console errors and warnings, thrown errors and failed requests since the page was made. */
  complaints: string[];
}

let launching: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** Opens a fresh browser context on the built app; the caller closes it with `page.context().close()`. */
export async function newAppPage({
  url = inject('appUrl'),
  ...options
}: BrowserContextOptions & { url?: string } = {}): Promise<AppPage> {
  launching ??= launch();
  const browser = await launching;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!/ERR_ABORTED/.test(reason)) complaints.push(`${request.url()} ${reason}`);
  });
  const open = async (address: string) => {
    await page.goto(`${url}${address}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
  };
  return { page, url, open, complaints };
}

/** A test on a fresh page of the built app, which fails on anything that went wrong behind the page's back. */
export const appTest = test.extend<{ app: AppPage }>({
  // Vitest reads the fixture's dependencies off the pattern, and there are none.
  app: async ({}, use) => {
    const app = await newAppPage();
    await use(app);
    await app.page.context().close();
    if (app.complaints.length > 0) throw new Error(app.complaints.join('\n'));
  },
});

/** What axe finds wrong on the page as it stands, one line per element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (options: object) => Promise<{
          violations: {
            id: string;
            help: string;
            nodes: { html: string; failureSummary?: string }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`,
      ),
    );
  }, AXE_TAGS);
}

/** By how many CSS pixels the page can be scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(
    // The body leaves out the gutter kept for the scroll bar, which the root element counts in.
    () =>
      document.documentElement.scrollWidth -
      Math.floor(document.body.getBoundingClientRect().width),
  );
}
