/** `npm run server:load -- PATH`: a record in, the current edition of the database at DATABASE_URL out. */
import { formatRefusal, formatWarnings } from '#engine/reading/fault-words.ts';
import { readOptions } from '#engine/reading/read-options.ts';
import { createProgress } from '#engine/record/progress.ts';
import { readConfig } from './config.ts';
import { loadEdition } from './edition/load-edition.ts';
import type { Engine } from './database/database-engine.ts';
import { openEngine } from './database/open-engine.ts';
import { readInput } from './input/read-input.ts';

const OUTCOMES = {
  loaded: 'loaded',
  renewed: 'loaded anew, since another release had laid it out',
  there: 'is already there',
};

function refuse(exitCode: number, ...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = exitCode;
}

async function load(path: string): Promise<void> {
  const read = readConfig(process.env);
  if ('faults' in read) return refuse(2, ...read.faults);
  if (read.config.DATABASE_URL === undefined)
    return refuse(2, 'DATABASE_URL says which database to load into');
  const { progress, end } = createProgress();
  const { record, errors, warnings } = await readInput(path, progress);
  if (record === null) {
    end();
    return refuse(1, ...formatRefusal(errors, 'nothing was loaded'));
  }
  let engine: Engine | undefined;
  try {
    engine = await openEngine(read.config, 'loading');
    const { dataVersion, outcome } = await loadEdition(engine, record, progress);
    end();
    for (const line of formatWarnings(warnings)) console.error(line);
    console.log(`Data version ${dataVersion}: ${OUTCOMES[outcome]}.`);
  } catch (error) {
    end();
    refuse(1, error instanceof Error ? error.message : String(error), 'Nothing was loaded.');
  } finally {
    await engine?.close();
  }
}

const USAGE =
  'Usage: npm run server:load -- PATH, with DATABASE_URL in the environment (docs/backend.md)';
const { positionals } = readOptions({ allowPositionals: true }, USAGE);
const [path, ...more] = positionals;
if (path === undefined || more.length > 0) refuse(2, USAGE);
else await load(path);
