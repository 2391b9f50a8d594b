/**
 * Lighthouse on the built app with the mock, compressed as a good host sends it, and on the floor beside it, in turn, on a
 * phone and on a desktop; medians. Run with `npm run lighthouse`, which builds first, or with fewer rounds by
 * `npm run bench -- lighthouse --rounds 1`.
 */
import { rm } from 'node:fs/promises';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';

import { findBrowser } from '#tests/browser/find-browser.ts';
import { hostCompressed } from './compressed-host.ts';
import { buildFloor } from './floor/build-floor.ts';
import { median } from './percentiles.ts';

const ROUNDS = 5;
const VIEWS = ['/', '/meetings/28', '/fields', '/calendar'];
const DEVICES = { phone: undefined, desktop } as const;
const AUDITS = {
  'largest paint ms': 'largest-contentful-paint',
  'blocking ms': 'total-blocking-time',
  'layout shift': 'cumulative-layout-shift',
} as const;
/** What the largest paint was of, as Lighthouse shows it. */
const PAINTED = 'lcp-breakdown-insight';

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];
type Device = keyof typeof DEVICES;

async function report(address: string, device: Device): Promise<Report> {
  const isRoot = process.getuid?.() === 0;
  const chrome = await launch({
    chromePath: await findBrowser(),
    chromeFlags: ['--headless=new', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  const result = await lighthouse(
    address,
    { port: chrome.port, logLevel: 'error' },
    DEVICES[device],
  );
  chrome.kill();
  if (!result) throw new Error(`Lighthouse has no result for ${address}`);
  return result.lhr;
}

/** What a page lost points for, other than its speed. */
function complaints({ categories, audits }: Report): string[] {
  const counted = Object.values(categories)
    .filter(({ id }) => id !== 'performance')
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return [...new Set(counted.map(({ id }) => id))]
    .filter((id) => (audits[id]?.score ?? 1) < 1)
    .map((id) => `${id}: ${audits[id]?.title}`);
}

/** The element of the largest paint, as markup. */
function largestIn({ audits }: Report): string {
  const [, markup = 'unknown'] =
    /"snippet":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(audits[PAINTED]?.details ?? null)) ?? [];
  return markup;
}

function told(name: string, reports: readonly Report[]): string {
  const scores = Object.keys(reports[0]?.categories ?? {}).map((id) => {
    const score = median(reports.map(({ categories }) => categories[id]?.score ?? Number.NaN));
    return `${id} ${score}`;
  });
  const figures = Object.entries(AUDITS).map(([what, id]) => {
    const value = median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
    return `${what} ${Number(value.toFixed(3))}`;
  });
  const largest = [...new Set(reports.map(largestIn))];
  const lost = [...new Set(reports.flatMap(complaints))];
  return [
    `${name}: ${[...scores, ...figures].join(', ')}`,
    `  largest paint: ${largest.join(' or ')}`,
    ...lost.map((one) => `  ${one}`),
  ].join('\n');
}

/** Prints the medians of each page's scores and times, the floor's first. */
export async function benchLighthouse(rounds = ROUNDS): Promise<void> {
  const folder = await buildFloor();
  const floor = await hostCompressed(folder);
  const app = await hostCompressed('dist');
  const pages = new Map([
    ['floor', `${floor.origin}/`],
    ...VIEWS.map((view) => [view, app.origin + view] as const),
  ]);
  for (const device of Object.keys(DEVICES) as Device[]) {
    const reports = new Map<string, Report[]>();
    for (let round = 0; round < rounds; round += 1)
      for (const [name, address] of pages)
        reports.set(name, [...(reports.get(name) ?? []), await report(address, device)]);
    for (const [name, of] of reports) console.log(`${device}, ${told(name, of)}`);
  }
  floor.close();
  app.close();
  await rm(folder, { recursive: true });
}
