import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject, test, type TestContext } from 'vitest';

import { AXE_TAGS, REST_OF_A_LIST } from '#tests/browser/axe-rules.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { follow as followIn, settled } from '#tests/browser/settled.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of the built app that remembers what went wrong behind its back. */
export interface AppPage {
  page: Page;
  /** Where the app is served, without a trailing slash. */
  url: string;
  /** Goes to an address of the app and waits until all of the view has come. */
  open: (address: string) => Promise<void>;
  /** The same as a link inside the app does it, without loading the app anew. */
  follow: (address: string) => Promise<void>;
  /** Console errors and warnings, thrown errors and failed requests since the page was made. */
  complaints: string[];
}

/** For all files that a worker goes through: to start one for each takes a third of the processor's time. */
let launching: Promise<Browser> | undefined;

/** The context of the pages of {@link appTest}: the app's files are fetched and compiled once for all of them. */
let shared: Promise<BrowserContext> | undefined;

/** A busy machine is slow, not wrong. */
const SLOW_MACHINE_MS = 60_000;

const WINDOW = { width: 1440, height: 900 };

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

interface ContextOptions extends BrowserContextOptions {
  /**
   * Whether the browser has service workers. As a rule not: what a test does to files and answers must not pass by a
   * worker that has them already.
   */
  hasWorkers?: boolean;
}

/** The browser; a new one where it has broken down, which would take every later file with it. */
async function runningBrowser(): Promise<Browser> {
  launching ??= launchBrowser(FLAGS);
  const browser = await launching;
  if (browser.isConnected()) return browser;
  shared = undefined;
  launching = launchBrowser(FLAGS);
  return launching;
}

/** What is on screen while a test runs, for the pictures of one that fails. */
export async function openPages(): Promise<Page[]> {
  const browser = await launching;
  return browser?.contexts().flatMap((context) => context.pages()) ?? [];
}

/** A fresh browser context, with nothing kept from before; the caller closes it. */
export async function newContext({
  hasWorkers = false,
  ...options
}: ContextOptions = {}): Promise<BrowserContext> {
  const browser = await runningBrowser();
  const context = await browser.newContext({
    viewport: WINDOW,
    locale: 'en-GB',
    ...options,
  });
  context.setDefaultTimeout(SLOW_MACHINE_MS);
  if (!hasWorkers)
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  return context;
}

/**
 * Opens the built app in a fresh browser context, or in the given one; the caller closes it with `page.context().close()`,
 * or with `page.close()` where the context goes on.
 */
export async function newAppPage({
  url = inject('appUrl'),
  context: given,
  ...options
}: ContextOptions & { url?: string; context?: BrowserContext } = {}): Promise<AppPage> {
  const context = given ?? (await newContext(options));
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
    await settled(page);
  };
  const follow = (address: string) => followIn(page, `${url}${address}`);
  return { page, url, open, follow, complaints };
}

interface Opened {
  app: AppPage;
  close: () => Promise<void>;
}

/**
 * A test on a page of the app, which fails on anything that went wrong behind the page's back. Where there can be no page, it
 * is skipped with the reason.
 */
export function testOn(
  openPage: (onTestFailed: TestContext['onTestFailed']) => Promise<Opened | { reason: string }>,
) {
  return test.extend<{ app: AppPage }>({
    app: async ({ skip, onTestFailed }, use) => {
      const opened = await openPage(onTestFailed);
      if ('reason' in opened) return skip(opened.reason);
      const { app, close } = opened;
      await use(app);
      await close();
      const complaints = app.complaints.splice(0);
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
      return undefined;
    },
  });
}

/** A page in the shared context. */
async function newSharedPage(): Promise<AppPage> {
  await runningBrowser();
  shared ??= newContext();
  return newAppPage({ context: await shared });
}

/** Takes away what a test may have stored or been allowed. */
async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.context().clearPermissions();
}

/** A test on a fresh page of the built app, on the mock: nothing that an earlier test has stored is left. */
export const appTest = testOn(async () => {
  const app = await newSharedPage();
  const close = async () => {
    await forget(app.page);
    await app.page.close();
  };
  return { app, close };
});

/** Tests on one page, made by the first of them, with the app loaded: see {@link visitTest}. */
export function visitTestOn(newPage: () => Promise<AppPage>) {
  let visited: AppPage | undefined;
  return testOn(async (onTestFailed) => {
    const app = (visited ??= await newPage());
    await app.page.setViewportSize(WINDOW);
    // From a page of its own to every test, so that none begins with what an earlier one has opened or scrolled to.
    await app.page.evaluate(() => {
      for (const menu of document.querySelectorAll<HTMLElement>(':popover-open'))
        menu.hidePopover();
      for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
        dialog.close();
      document.documentElement.style.fontSize = '';
      // Where the chart library has measured a text, it leaves it, far out of sight, for as long as the page stands.
      document.getElementById('recharts_measurement_span')?.remove();
    });
    await (app.page.url() === 'about:blank' ? app.open : app.follow)('/about');
    // What is folded out in place and stays from view to view, as the settings are; not every view shows it.
    await app.page.evaluate(() => {
      const unfolded = 'header button[aria-expanded="true"][aria-controls]';
      for (const button of document.querySelectorAll<HTMLElement>(unfolded)) button.click();
    });
    // In whatever state a failed test has left it, the next one, or the same once more, has a new page.
    onTestFailed(() => {
      if (visited === app) visited = undefined;
      return app.page.close();
    });
    const close = async () => {
      await forget(app.page);
      await app.page.unrouteAll();
      await app.page.emulateMedia({
        media: null,
        colorScheme: null,
        reducedMotion: null,
        forcedColors: null,
      });
    };
    return { app: { ...app, open: app.follow }, close };
  });
}

/**
 * The same as a reader has it who has opened the app already: `open` goes to an address as a link does, on a page that stays
 * from one test to the next, since to load the app for each takes more of the processor than all that is done in it. Not for
 * tests about loading and about what is kept, nor where the page itself is given a clock, a script or a network of its own.
 */
export const visitTest = visitTestOn(newSharedPage);

export interface AxeChoice {
  /** The rules to go by, instead of all. */
  only?: readonly string[];
  /** The part to judge, where another test judges the page around it as a whole; a selector. */
  within?: string;
}

/** What axe finds wrong on the page as it stands, one line per element. */
export async function accessibilityFaults(
  page: Page,
  { only = AXE_TAGS, within }: AxeChoice = {},
): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async ([runOnly, exclude, part]) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (
            context: object,
            options: object,
          ) => Promise<{
            violations: {
              id: string;
              help: string;
              nodes: { html: string; failureSummary?: string }[];
            }[];
          }>;
        };
      };
      if (part !== undefined && document.querySelector(part) === null)
        throw new Error(`There is no ${part} to judge`);
      const context = {
        exclude: exclude.map((selector) => [selector]),
        ...(part !== undefined && { include: [[part]] }),
      };
      const options = { runOnly, resultTypes: ['violations'] };
      const { violations } = await axe.run(context, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`,
        ),
      );
    },
    [[...only], REST_OF_A_LIST, within] as const,
  );
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
