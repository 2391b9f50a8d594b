/**
 * What a large record in files costs the reader's page: when its facts stand, the longest tasks of the page's own thread
 * before and after them while the views are gone through, and what the page holds in memory. Tasks are told by the
 * processor time that they took, which on a busy machine is less than what a clock says. The record as it is stands beside
 * the large ones in the same run: what it costs is the drawing.
 * Run with `npm run bench -- large-record` after `npm run build`; `--entries 100000` measures one size.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { launchBrowser } from '#tests/browser/launch-browser.ts';
import { follow, settled } from '#tests/browser/settled.ts';
import { serveFolder } from '#tests/e2e/serve-folder.ts';

const SIZES = [20_000, 100_000];
/** Longer tasks keep a reader waiting. */
const LONG_MS = 50;
const FACT = 'main p > time';
/** The views after the first, as a reader goes through them without loading the app anew. */
const WAY = [
  '/fields',
  '/fields?group=kind&kind=agreement',
  '/fields?chart=heat',
  '/fields?q=roadmap',
  '/fields/energy',
  '/meetings',
  '/meetings/28',
  '/compare?a=27&b=28',
  '/calendar',
  '/sources',
  '/people',
  '/',
];

/** Of a trace, as much as is read here; times in microseconds, `tdur` of the processor. */
interface Traced {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args: { name?: string };
}
interface Task {
  start: number;
  ms: number;
}

/** Runs in the page, before anything of it. */
function markFacts(selector: string): void {
  new MutationObserver((_changes, observer) => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('facts')));
  }).observe(document, { childList: true, subtree: true });
}

/** What the page's own thread did meanwhile that took long, and when the facts stood. */
async function traced(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<{ tasks: Task[]; facts: number }> {
  await browser.startTracing(page, {
    categories: [
      '__metadata',
      'toplevel',
      'blink.user_timing',
      'disabled-by-default-devtools.timeline',
    ],
  });
  await act();
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { traceEvents: Traced[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`))
    .map(({ ts, tdur = 0 }) => ({ start: ts, ms: tdur / 1000 }))
    .filter(({ ms }) => ms > LONG_MS);
  return { tasks, facts: traceEvents.find(({ name }) => name === 'facts')?.ts ?? Number.NaN };
}

/** What the process that draws the page holds, in MB, workers included; where the system does not tell, nothing. */
async function memoryOf(browser: Browser): Promise<number> {
  const debug = await browser.newBrowserCDPSession();
  const { processInfo } = await debug.send('SystemInfo.getProcessInfo');
  const held = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1000;
      }),
  );
  return Math.max(...held);
}

const longest = (tasks: readonly Task[]) =>
  tasks.length === 0
    ? `none over ${LONG_MS} ms`
    : `${Math.max(...tasks.map(({ ms }) => ms)).toFixed(0)} ms (${tasks.length} over ${LONG_MS})`;

/** A site of the build with the record beside it. */
async function writeSite(record: RecordData, dist: string): Promise<string> {
  const site = await mkdtemp(path.join(tmpdir(), 'communique-large-'));
  await cp(dist, site, { recursive: true });
  await mkdir(path.join(site, 'record'));
  for (const [part, file] of Object.entries(RECORD_FILES) as [keyof RecordData, string][])
    await writeFile(path.join(site, 'record', file), JSON.stringify(record[part]));
  const files = Object.values(RECORD_FILES);
  await writeFile(path.join(site, 'record/files.json'), JSON.stringify(files));
  const config = { api: { mode: 'files', url: './record/' } };
  await writeFile(path.join(site, 'config.json'), JSON.stringify(config));
  return site;
}

async function measure(record: RecordData, dist: string): Promise<void> {
  const site = await writeSite(record, dist);
  const host = await serveFolder(site);
  const browser = await launchBrowser(['--disable-gpu']);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.addInitScript(markFacts, FACT);
  const first = await traced(browser, page, async () => {
    await page.goto(host.origin);
    await page.locator(FACT).first().waitFor();
    await settled(page);
  });
  const isBefore = ({ start }: Task) => start < first.facts;
  const after = await page.evaluate(() => performance.getEntriesByName('facts')[0]?.startTime ?? 0);
  const rows = [
    `facts after ${after.toFixed(0)} ms`,
    `longest task before ${longest(first.tasks.filter(isBefore))}`,
    `after, at the start ${longest(first.tasks.filter((task) => !isBefore(task)))}`,
  ];
  for (const view of WAY) {
    const start = performance.now();
    const { tasks } = await traced(browser, page, () => follow(page, `${host.origin}${view}`));
    const took = performance.now() - start;
    rows.push(`${view} ${longest(tasks)}, whole after ${took.toFixed(0)} ms`);
  }
  rows.push(`${(await memoryOf(browser)).toFixed(0)} MB`);
  console.log(`${record.entries.length} entries: ${rows.join('\n  ')}`);
  await browser.close();
  await host.close();
  await rm(site, { recursive: true });
}

/** Prints one block for the record as it is and one for each size. */
export async function benchLargeRecord(
  entries: number | undefined,
  dist: string = 'dist',
): Promise<void> {
  const record = await readRecord();
  if (entries === undefined) await measure(record, dist);
  for (const size of entries === undefined ? SIZES : [entries])
    await measure(toSyntheticRecord(record, size), dist);
}
