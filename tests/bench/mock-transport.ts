/**
 * How long the first view waits for the mock, in the page and in a service worker: from the navigation to the first
 * meeting's facts, in turn, on the built app. Run with `npm run bench -- mock-transport` after `npm run build`.
 */
import { preview } from 'vite';

import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { median } from './percentiles.ts';

const ROUNDS = 7;
const TRANSPORTS = ['page', 'worker'] as const;

/** Measures and prints both transports, and their ratio. */
export async function benchMockTransport(): Promise<void> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  const url = `http://127.0.0.1:${address.port}/`;
  const browser = await launchBrowser();
  const first: Record<string, number[]> = { page: [], worker: [] };
  const again: Record<string, number[]> = { page: [], worker: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const transport of TRANSPORTS) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.route('**/config.json', (route) =>
        route.fulfill({ json: { api: { mode: 'mock', transport } } }),
      );
      for (const times of [first, again]) {
        const page = await context.newPage();
        const started = performance.now();
        await page.goto(url, { waitUntil: 'commit' });
        await page.locator('main h2').first().waitFor();
        await page.locator('article').first().waitFor();
        times[transport]?.push(performance.now() - started);
        await page.close();
      }
      await context.close();
    }
  }
  await browser.close();
  await server.close();
  for (const [name, times] of [
    ['first visit', first],
    ['second visit', again],
  ] as const) {
    const [page, worker] = TRANSPORTS.map((transport) => median(times[transport] ?? []));
    if (page === undefined || worker === undefined) continue;
    console.log(
      `${name}: facts after ${page.toFixed(0)} ms in the page, ${worker.toFixed(0)} ms in a worker, ratio ${(worker / page).toFixed(2)} (medians of ${ROUNDS})`,
    );
  }
}
