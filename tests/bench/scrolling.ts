/**
 * What scrolling through 100,000 entries costs, page after page from a backend over HTTP: the frames while the list moves
 * by a turn of the wheel in each, beside those of the same page at rest in the same run.
 * Run with `npm run bench -- scrolling` after `npm run build`.
 */
import type { Page } from 'playwright-core';
import { preview } from 'vite';

import { startMockServer } from '#mocks/http-server.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { percentile95 } from './percentiles.ts';

const ENTRIES = 100_000;
const FRAMES = 300;
/** A turn of the wheel, in CSS pixels. */
const TURN = 100;

/** The lengths of frames while the page is scrolled by so many pixels in each. */
async function framesWhileScrolling(page: Page, by: number): Promise<number[]> {
  return page.evaluate(
    async ({ count, pixels }) => {
      const lengths: number[] = [];
      let last = await new Promise(requestAnimationFrame);
      for (let index = 0; index < count; index += 1) {
        window.scrollBy(0, pixels);
        const now = await new Promise(requestAnimationFrame);
        lengths.push(now - last);
        last = now;
      }
      return lengths;
    },
    { count: FRAMES, pixels: by },
  );
}

/** Prints the frames at rest and while scrolling, and how far that went. */
export async function benchScrolling(): Promise<void> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  const record = toSyntheticRecord(await readRecord(), ENTRIES);
  const backend = await startMockServer({ record, scenario: 'record', port: 0 });
  const browser = await launchBrowser();
  // The app's own policy asks other sites by https only.
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  await context.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: backend.baseUrl } } }),
  );
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/fields`);
  const rows = page.locator('#entries tbody tr[data-index]');
  await rows.first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const rest = percentile95(await framesWhileScrolling(page, 0));
  const moving = percentile95(await framesWhileScrolling(page, TURN));
  const furthest = Number(await rows.last().getAttribute('data-index'));
  console.log(
    `scrolling ${ENTRIES} entries: 95th percentile frame ${moving.toFixed(1)} ms, ${rest.toFixed(1)} ms at rest, ratio ${(moving / rest).toFixed(2)} (${FRAMES} frames, to row ${furthest})`,
  );
  await browser.close();
  await server.close();
  await backend.close();
}
