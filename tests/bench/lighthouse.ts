/**
 * Lighthouse (its default, mobile preset) on the built app with the mock, several times over, medians. Run with
 * `npm run lighthouse`, which builds first.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { findBrowser } from '#tests/browser/find-browser.ts';
import { serveFolder } from '#tests/e2e/serve-folder.ts';

const ROUNDS = 3;
const PAGES = ['/', '/meetings/28', '/fields', '/calendar'];
const AUDITS = {
  'LCP ms': 'largest-contentful-paint',
  'blocking ms': 'total-blocking-time',
  'layout shift': 'cumulative-layout-shift',
} as const;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface NetworkRequest {
  resourceType?: string;
  transferSize: number;
}

/** What came over the wire, compressed as it was served. */
function kilobytes(requests: NetworkRequest[]): number {
  return requests.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
}

async function measure(address: string, port: number): Promise<Record<string, number>> {
  const result = await lighthouse(address, { port, logLevel: 'error' });
  if (!result) throw new Error(`Lighthouse has no result for ${address}`);
  const figures: Record<string, number> = {};
  for (const [id, { score }] of Object.entries(result.lhr.categories)) figures[id] = score ?? 0;
  for (const [name, id] of Object.entries(AUDITS))
    figures[name] = result.lhr.audits[id]?.numericValue ?? Number.NaN;
  const { details } = result.lhr.audits['network-requests'] ?? {};
  const requests = details?.type === 'table' ? (details.items as unknown as NetworkRequest[]) : [];
  figures['script kB'] = kilobytes(requests.filter((one) => one.resourceType === 'Script'));
  figures['all kB'] = kilobytes(requests);
  for (const audit of Object.values(result.lhr.audits)) {
    const isCounted = ['accessibility', 'best-practices', 'seo'].some((id) =>
      result.lhr.categories[id]?.auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0),
    );
    if (isCounted && audit.score !== null && audit.score < 1)
      console.log(`  ${address}: ${audit.id}: ${audit.title}`);
  }
  return figures;
}

/** Prints the medians of each page's scores and times. */
export async function benchLighthouse(): Promise<void> {
  const server = await serveFolder();
  const isRoot = process.getuid?.() === 0;
  for (const page of PAGES) {
    const runs: Record<string, number>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const chrome = await launch({
        chromePath: await findBrowser(),
        chromeFlags: ['--headless=new', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
      });
      runs.push(await measure(`${server.origin}${page}`, chrome.port));
      chrome.kill();
    }
    const names = Object.keys(runs[0] ?? {});
    const medians = names.map((name) => {
      const value = median(runs.map((run) => run[name] ?? Number.NaN));
      return `${name} ${Number(value.toFixed(3))}`;
    });
    console.log(`${page}: ${medians.join(', ')} (medians of ${ROUNDS})`);
  }
  await server.close();
}
