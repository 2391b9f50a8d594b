/**
 * What 10,000 dated things over 200 years cost the calendar, beside the record itself: the time to the first drawing,
 * and the frames while zooming and while moving the as-of date, beside those of an empty page in the same run.
 * Run with `npm run bench -- calendar` after `npm run build`.
 */
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';

import type { Handler } from '#engine/requests/answer-requests.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { median, percentile95 } from './percentiles.ts';

const ROUNDS = 5;
const FRAMES = 180;
const FIRST_YEAR = 1850;
const EXCHANGE_YEARS = 100;
const EVENTS_EACH = 100;
type Lane = 'bands' | 'events';
const DAY_MS = 86_400_000;

/** The record with exchange years of two years each, without a gap over 200 years, and 10,000 events in them. */
function toManyEvents(record: RecordData): RecordData {
  const [model] = record.exchangeYears;
  const event = model?.events[0];
  if (!model || !event) throw new Error('The record has no exchange year to copy');
  const exchangeYears = Array.from({ length: EXCHANGE_YEARS }, (_, index) => {
    const first = FIRST_YEAR + index * 2;
    const start = Date.parse(`${first}-01-01T00:00:00Z`);
    return {
      ...model,
      id: `years-${first}`,
      years: `${first}/${first + 1}`,
      hosting: model.hosting.map((one, half) => ({ ...one, year: first + half })),
      events: Array.from({ length: EVENTS_EACH }, (_unused, day) => ({
        ...event,
        kind: 'event' as const,
        date: new Date(start + day * 7 * DAY_MS).toISOString().slice(0, 10),
      })),
    };
  });
  return {
    ...record,
    exchangeYears,
    entries: record.entries.map((entry) => ({ ...entry, exchangeYears: [] })),
  };
}

async function openCalendar(browser: Browser, url: string, handler: Handler): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  });
  await context.route('**/config.json', (route) =>
    route.fulfill({ json: { api: { mode: 'remote', baseUrl: `${url}/bench` } } }),
  );
  await context.route('**/bench/**', async (route) => {
    const response = await handler(new Request(route.request().url()));
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: await response.text(),
    });
  });
  const page = await context.newPage();
  await page.goto(`${url}/about`);
  await page.locator('h1').waitFor();
  return page;
}

/** From the press on the link to the first mark of a lane: the answers' way and the drawing, not the app's start. */
async function firstPaint(page: Page): Promise<Record<Lane, number>> {
  return page.evaluate(async () => {
    const started = performance.now();
    document.querySelector<HTMLAnchorElement>('a[href="/calendar"]')?.click();
    const until = async (lane: string) => {
      while (document.querySelector(`[data-lane="${lane}"] [data-mark]`) === null) {
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - started;
    };
    return { bands: await until('bands'), events: await until('events') };
  });
}

/** The lengths of frames while something happens in each of them. */
async function framesWhile(page: Page, act: 'nothing' | 'zoom' | 'scrub'): Promise<number[]> {
  return page.evaluate(
    async ({ count, what }) => {
      const figure = document.querySelector('svg [data-lane]')?.closest('svg');
      const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
      const box = figure?.getBoundingClientRect();
      const step = (index: number) => {
        if (what === 'zoom' && figure && box) {
          const init = {
            bubbles: true,
            cancelable: true,
            ctrlKey: true,
            deltaY: index % 90 < 45 ? -60 : 60,
            clientX: box.left + box.width * 0.6,
            clientY: box.top + 40,
          };
          figure.dispatchEvent(new WheelEvent('wheel', init));
        }
        if (what === 'scrub' && slider) {
          const next = String(Number(slider.value) + (index % 90 < 45 ? -90 : 90));
          // React hears of a change only if its own setter on the element is passed by.
          Reflect.set(HTMLInputElement.prototype, 'value', next, slider);
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        }
      };
      const seen = new Set<string>();
      const lengths: number[] = [];
      let last = await new Promise(requestAnimationFrame);
      for (let index = 0; index < count; index += 1) {
        step(index);
        const now = await new Promise(requestAnimationFrame);
        lengths.push(now - last);
        last = now;
        seen.add(`${document.querySelector('output')?.textContent} ${slider?.value}`);
      }
      if (what !== 'nothing' && seen.size < count / 10)
        throw new Error(`Nothing moves: ${seen.size}`);
      return lengths;
    },
    { count: FRAMES, what: act },
  );
}

export async function benchCalendar(): Promise<void> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The app is not served');
  const url = `http://127.0.0.1:${address.port}`;
  const browser = await launchBrowser();
  const record = await readRecord();
  const handlers = {
    record: createHandler(record, { baseUrl: `${url}/bench` }),
    large: createHandler(toManyEvents(record), { baseUrl: `${url}/bench` }),
  };
  const paints: Record<'record' | 'large', Record<Lane, number>[]> = { record: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['record', 'large'] as const) {
      const page = await openCalendar(browser, url, handlers[which]);
      paints[which].push(await firstPaint(page));
      await page.context().close();
    }
  }
  for (const lane of ['bands', 'events'] as const) {
    const [small, large] = [paints.record, paints.large].map((all) =>
      median(all.map((times) => times[lane])),
    ) as [number, number];
    console.log(
      `first ${lane}: ${small.toFixed(0)} ms the record, ${large.toFixed(0)} ms 10,000 items, ratio ${(large / small).toFixed(2)} (medians of ${ROUNDS})`,
    );
  }
  const page = await openCalendar(browser, url, handlers.large);
  const empty = percentile95(await framesWhile(page, 'nothing'));
  await firstPaint(page);
  for (const act of ['zoom', 'scrub'] as const) {
    const frames = percentile95(await framesWhile(page, act));
    console.log(
      `${act}: 95th percentile frame ${frames.toFixed(1)} ms, ${empty.toFixed(1)} ms on a page at rest, ratio ${(frames / empty).toFixed(2)} (${FRAMES} frames)`,
    );
  }
  await browser.close();
  await server.close();
}
