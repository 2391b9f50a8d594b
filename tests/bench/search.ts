/**
 * How long the search over 100,000 entries keeps a reader waiting beyond what the server takes: from each keypress to
 * the painted answer, less the server's time, beside the same on a bare page that shows the same answers as plain text.
 * Run with `npm run bench -- search` after `npm run build`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';

import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { percentile95 } from './percentiles.ts';

const ENTRIES = 100_000;
const QUERIES = ['li qiang 2023', 'roadmap', 'мишустин', '北京', '28th meeting', 'energy pilot'];
const ROUNDS = 3;

/** The mock backend over HTTP; `took` holds how many milliseconds it last took for each text. */
async function startBackend() {
  const record = toSyntheticRecord(await readRecord(), ENTRIES);
  const handler = createHandler(record, { baseUrl: 'http://127.0.0.1/api' });
  const took = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const started = performance.now();
    const respond = async () => {
      const answer = await handler(new Request(url));
      const body = await answer.text();
      took.set(url.searchParams.get('q') ?? '', performance.now() - started);
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
      });
      response.end(body);
    };
    void respond();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, took, api: `http://127.0.0.1:${port}/api` };
}

/** The least that shows an answer: a field, a request for each text, and the answer as it came. */
async function openBarePage(browser: Browser, api: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<input role="combobox"><pre role="listbox" aria-busy="false"></pre>');
  await page.evaluate((address) => {
    const [field, answer] = [document.querySelector('input'), document.querySelector('pre')];
    if (field === null || answer === null) return;
    const ask = async () => {
      answer.ariaBusy = 'true';
      const q = encodeURIComponent(field.value.trim());
      const response = await fetch(`${address}/search?q=${q}&limit=5`);
      answer.textContent = await response.text();
      answer.ariaBusy = 'false';
    };
    field.addEventListener('input', () => void ask());
  }, api);
  return page;
}

async function openApp(browser: Browser, url: string, api: string): Promise<Page> {
  // The backend is on another port of this machine, which the page's own policy does not let it ask.
  const page = await browser.newPage({ bypassCSP: true });
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: api } } }),
  );
  await page.goto(`${url}/about`);
  await page.locator('h1').waitFor();
  await page.getByRole('button', { name: 'Search' }).click();
  return page;
}

/** Types one more letter; resolves to the milliseconds until the frame that shows what it asks for. */
async function waitFor(page: Page, letter: string): Promise<number> {
  await page.evaluate(() => {
    const nextFrame = () => new Promise(requestAnimationFrame);
    const pressed = new Promise<number>((resolve) =>
      document.addEventListener('input', ({ timeStamp }) => resolve(timeStamp), { once: true }),
    );
    const painted = async () => {
      const started = await pressed;
      do await nextFrame();
      while (document.querySelector('[role="listbox"]')?.ariaBusy !== 'false');
      await nextFrame();
      return performance.now() - started;
    };
    Object.assign(globalThis, { painted: painted() });
  });
  await page.keyboard.insertText(letter);
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}

/** Every wait of a page beyond the server's time; what was asked before would come from the cache, so each round differs. */
async function waits(page: Page, took: Map<string, number>): Promise<number[]> {
  const field = page.locator('input[role="combobox"]');
  await field.waitFor();
  const own: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      await field.fill('');
      let typed = '';
      for (const letter of round === 0 ? query : `${round} ${query}`) {
        typed += letter;
        took.delete(typed.trim());
        const total = await waitFor(page, letter);
        const server = took.get(typed.trim());
        if (server !== undefined) own.push(total - server);
      }
    }
  }
  return own;
}

export async function benchSearch(): Promise<void> {
  const { server, took, api } = await startBackend();
  const app = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const url = app.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  const browser = await launchBrowser();
  const bare = await waits(await openBarePage(browser, api), took);
  const own = await waits(await openApp(browser, url, api), took);
  console.log(
    `keypress to painted answer, less the server's time, 95th percentile: ${percentile95(own).toFixed(1)} ms in the app (${own.length} keypresses), ${percentile95(bare).toFixed(1)} ms on a bare page (${bare.length}), ratio ${(percentile95(own) / percentile95(bare)).toFixed(2)}`,
  );
  await browser.close();
  await app.close();
  server.close();
}
