/**
 * `npm run bench:server [-- growth|load] [--postgres URL]`: what the reference backend costs as its data grow, and whether
 * it holds under load. Without an address it starts a PostgreSQL server of its own; with one, what is loaded there stays.
 */
import { parseArgs } from 'node:util';

import { benchGrowth } from './growth.ts';
import { benchLoad } from './load.ts';
import { openDatabases } from './synthetic-databases.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' } },
});
const BENCHES = { growth: benchGrowth, load: benchLoad };

const databases = await openDatabases(values.postgres);
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`# ${name}`);
    await bench(databases);
  }
} finally {
  await databases.stop();
}
