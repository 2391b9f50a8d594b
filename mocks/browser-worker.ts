import { setupWorker } from 'msw/browser';

import { workerScript } from '#src/lib/trusted.ts';
import { fetchRecord } from './browser-page.ts';
import { createHandler } from './mock-handler.ts';
import { createMswHandlers } from './msw-handlers.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

type Options = {
  baseUrl: string;
  scenario: ScenarioId;
  /** The app's own folder, with a slash at both ends: where the worker's file lies, and what it may see. */
  basePath: string;
};

/**
 * A worker only sees pages below its folder. Starting one for a page outside (the folder's name without its slash)
 * would leave the requests unanswered, and reload the page endlessly while another tab uses the worker.
 */
function requireScope(basePath: string): void {
  if (!('serviceWorker' in navigator))
    throw new Error('This browser allows no service worker here');
  if (!location.pathname.startsWith(basePath))
    throw new Error(`${location.pathname} is outside of the worker's folder ${basePath}`);
}

/**
 * Registers the worker here, since the library would do so by a string, which the page's policy (Trusted Types) forbids;
 * and waits until a worker that is new has taken the page over, or the library would reload the page.
 */
async function register(basePath: string): Promise<void> {
  const workers = navigator.serviceWorker;
  const taken = new Promise((resolve) => {
    workers.addEventListener('controllerchange', resolve, { once: true });
  });
  const script = workerScript('mockServiceWorker.js');
  const registration = await workers.register(script, { scope: basePath });
  const { active, installing } = registration;
  if (active?.scriptURL.endsWith('/mockServiceWorker.js') === true) {
    if (workers.controller !== null) return;
    // A hard reload goes past the worker. The library would load the page again too, and let it ask nobody meanwhile.
    location.reload();
    await new Promise(() => undefined);
  }
  const refused = new Promise((_resolve, reject) => {
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant') reject(new Error('The service worker broke'));
    });
  });
  await Promise.race([taken, refused]);
}

/** One for the page, whatever scenarios it passes through. */
let started: ReturnType<typeof setupWorker> | null = null;

/**
 * The mock backend in a service worker, so that developer tools list its requests; called again, it goes on under another
 * scenario. Rejects where that is not possible.
 */
export async function startWorkerMock({ baseUrl, scenario, basePath }: Options): Promise<void> {
  requireScope(basePath);
  const [record] = await Promise.all([fetchRecord(), register(basePath)]);
  const handlers = createMswHandlers(createHandler(record, { baseUrl, scenario }), baseUrl);
  if (started !== null) {
    started.resetHandlers(...handlers);
    return;
  }
  const worker = setupWorker(...handlers);
  const registration = await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${basePath}mockServiceWorker.js`, options: { scope: basePath } },
  });
  if (registration === undefined) throw new Error('The service worker did not start');
  started = worker;
}
