/** `npm run server`: the reference backend, and the built app where there is one. `docs/backend.md` has the variables. */
import path from 'node:path';

import { formatFaults } from '#engine/reading/fault-words.ts';
import { readOptions } from '#engine/reading/read-options.ts';
import { createProgress } from '#engine/record/progress.ts';
import { ListenError } from '#engine/requests/listen-error.ts';
import { type Config, readConfig } from './config.ts';
import { loadEdition } from './edition/load-edition.ts';
import type { Engine } from './database/database-engine.ts';
import { openEngine } from './database/open-engine.ts';
import { readInput } from './input/read-input.ts';
import { type Backend, startBackend } from './start.ts';

const RECORD = path.join(import.meta.dirname, '../mocks/data');

/** Without a database the data live in this process, so this process loads them. */
async function loadOwn(engine: Engine, config: Config): Promise<boolean> {
  const { progress, end } = createProgress();
  const { record, errors } = await readInput(config.RECORD ?? RECORD, progress);
  if (record !== null) await loadEdition(engine, record, progress);
  end();
  for (const line of formatFaults(errors)) console.error(line);
  if (record === null) return false;
  return true;
}

/** Null where it cannot listen, which is said. */
async function start(config: Config, engine: Engine): Promise<Backend | null> {
  try {
    return await startBackend(config, engine, process.stdout);
  } catch (error) {
    await engine.close();
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return null;
  }
}

async function serve(config: Config): Promise<void> {
  const engine = await openEngine(config, 'serving').catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
  if (engine === undefined) return;
  if (config.DATABASE_URL === undefined && !(await loadOwn(engine, config))) {
    await engine.close();
    process.exitCode = 1;
    return;
  }
  const backend = await start(config, engine);
  if (backend === null) return;
  console.error(`Backend (${engine.name}): ${backend.baseUrl}`);
  if (backend.hasApp) console.error(`App: ${backend.origin}/`);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await backend.stop();
    await engine.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

readOptions(
  {},
  'Usage: npm run server, with all settings in variables of the environment (docs/backend.md)',
);
const read = readConfig(process.env);
if ('faults' in read) {
  console.error('The environment is not as it has to be:');
  for (const fault of read.faults) console.error(`  ${fault}`);
  process.exitCode = 2;
} else await serve(read.config);
