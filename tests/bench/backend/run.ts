/**
 * `npm run bench:server [-- growth|load] [--postgres URL]`: what the reference backend costs as its data grow, and whether
 * it holds under load. Without an address it starts a PostgreSQL server of its own; with one, what is loaded there stays.
 */
import { readOptions } from '#engine/reading/read-options.ts';
import { benchGrowth } from './growth.ts';
import { benchLoad } from './load.ts';
import { databaseFault, openDatabases } from './synthetic-databases.ts';

const USAGE = 'Usage: npm run bench:server [-- growth|load] [--postgres URL]';
const { positionals, values } = readOptions(
  { allowPositionals: true, options: { postgres: { type: 'string' } } },
  USAGE,
);
const BENCHES = { growth: benchGrowth, load: benchLoad };

async function runBenches(): Promise<void> {
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
}

/** What is wrong with what was asked, before a database starts for it. */
async function faultOfAsked(): Promise<string | null> {
  const unknown = positionals.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined)
    return `No benchmark is named "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}`;
  const { postgres } = values;
  if (postgres === undefined) return null;
  if (!/^postgres(ql)?:\/\//.test(postgres) || !URL.canParse(postgres))
    return `--postgres needs an address such as postgres://host/name, not "${postgres}"`;
  return await databaseFault(postgres);
}

const fault = await faultOfAsked();
if (fault !== null) {
  console.error(fault);
  process.exitCode = 2;
} else await runBenches();
