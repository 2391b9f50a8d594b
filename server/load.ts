/** `npm run server:load -- PATH`: a record in, the current edition of the database at DATABASE_URL out. */
import { formatEditionError } from '#engine/record/edition-error.ts';
import { readConfig } from './config.ts';
import { loadEdition, VersionTakenError } from './edition/load-edition.ts';
import { openEngine } from './database/open-engine.ts';
import { readInput } from './input/read-input.ts';

function refuse(exitCode: number, ...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = exitCode;
}

async function load(path: string): Promise<void> {
  const read = readConfig(process.env);
  if ('faults' in read) return refuse(2, ...read.faults);
  if (read.config.DATABASE_URL === undefined)
    return refuse(2, 'DATABASE_URL says which database to load into');
  const { record, errors } = await readInput(path);
  if (record === null) {
    const lines = errors.map(formatEditionError);
    return refuse(1, ...lines, `${errors.length} errors; nothing was loaded.`);
  }
  const engine = await openEngine(read.config, 'loading');
  try {
    const { dataVersion, isNew } = await loadEdition(engine, record);
    console.log(`Data version ${dataVersion}: ${isNew ? 'loaded' : 'is already there'}.`);
  } catch (error) {
    refuse(1, error instanceof VersionTakenError ? error.message : String(error));
  } finally {
    await engine.close();
  }
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) refuse(2, 'Usage: npm run server:load -- PATH');
else await load(path);
