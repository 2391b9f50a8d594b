import { startServerProcess } from '#tests/server/server-process.ts';
import type { Databases } from './synthetic-databases.ts';
import { median } from '../percentiles.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 21;
const WARM_UP = 3;
const FACTOR_ALLOWED = 3;

const QUESTIONS: Record<string, string> = {
  'summary by kind, and facets': '/fields/summary',
  'summary by meeting': '/fields/summary?by=meeting',
  'summary by year, to a date': '/fields/summary?by=year&to=2015',
  'summary of a field': '/fields/summary?field=energy&by=meeting',
  'summary of a party and kind': '/fields/summary?party=china&kind=agreement',
  'summary of an exchange year': '/fields/summary?exchangeYear=sports-2022-2023',
  'summary of a field in a meeting': '/fields/summary?field=energy&meeting=28',
  'summary of a field and kind in a meeting':
    '/fields/summary?field=energy&meeting=28&kind=agreement&party=china',
  'entries, first page': '/entries?limit=50',
  'entries by text, first page': '/entries?limit=50&sort=text',
  'entries of a field, first page': '/entries?limit=50&field=energy',
  'one entry of a meeting': '/entries?limit=1&meeting=28',
  meetings: '/meetings?limit=500',
};
const DEEP = 'entries, a page thousands of entries in';

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** The address of the page after half of so many entries, which a walk leads to. */
async function findDeepPage(baseUrl: string, count: number): Promise<string> {
  let path = '/entries?limit=500';
  for (let seen = 0; seen < count / 2; seen += 500) {
    const { nextCursor } = (await ask(`${baseUrl}${path}`)) as { nextCursor: string };
    path = `/entries?limit=500&cursor=${nextCursor}`;
  }
  const { nextCursor } = (await ask(`${baseUrl}${path}`)) as { nextCursor: string };
  return `/entries?limit=500&cursor=${nextCursor}`;
}

/** The same questions to each size in turn; prints medians and how much dearer each is than the smallest. */
export async function benchGrowth(databases: Databases): Promise<void> {
  const servers = [];
  for (const size of SIZES) {
    const url = await databases.withEntries(size);
    servers.push(
      await startServerProcess({ DATABASE_URL: url, DATABASE_POOL: '2', ANSWER_CACHE_MB: '0' }),
    );
  }
  const deep = await Promise.all(
    servers.map(({ baseUrl }, index) => findDeepPage(baseUrl, Math.min(SIZES[index] ?? 0, 20_000))),
  );
  const rows = [...Object.keys(QUESTIONS), DEEP];
  const times = new Map(rows.map((row) => [row, SIZES.map((): number[] => [])]));
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1)
    for (const row of rows)
      for (const [index, { baseUrl }] of servers.entries()) {
        const started = performance.now();
        await ask(`${baseUrl}${QUESTIONS[row] ?? deep[index]}`);
        if (round >= WARM_UP) times.get(row)?.[index]?.push(performance.now() - started);
      }
  console.log(
    `median of ${ROUNDS}, ms`.padEnd(40),
    ...SIZES.map((size) => String(size).padStart(9)),
    '   ratio',
  );
  let worst = 0;
  for (const [row, all] of times) {
    const medians = all.map(median);
    const ratio = (medians.at(-1) ?? 0) / (medians[0] ?? 1);
    worst = Math.max(worst, ratio);
    const shown = medians.map((value) => value.toFixed(1).padStart(9));
    console.log(row.padEnd(40), ...shown, `${ratio.toFixed(2).padStart(7)}x`);
  }
  console.log(
    `dearest at a hundred times the entries: ${worst.toFixed(2)}x (at most ${FACTOR_ALLOWED})`,
  );
  if (worst > FACTOR_ALLOWED) process.exitCode = 1;
  for (const server of servers) await server.end('SIGTERM');
}
