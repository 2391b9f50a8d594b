/** `npm run data:import -- FOLDER [--to FOLDER]`: an edition of the record in, `mocks/data` out, or a list of errors. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { today } from '#src/lib/dates/clock.ts';
import { formatRefusal, formatWarnings } from '#engine/reading/fault-words.ts';
import { readOptions } from '#engine/reading/read-options.ts';
import { writeRefusal } from '#engine/reading/system-refusal.ts';
import { readEdition, writeRecord } from '#engine/edition/write-record.ts';
import { toRecordContent } from '#engine/edition/to-record.ts';

const USAGE = 'Usage: npm run data:import -- FOLDER [--to FOLDER]';
const { positionals, values } = readOptions(
  {
    allowPositionals: true,
    options: { to: { type: 'string', default: join(import.meta.dirname, 'data') } },
  },
  USAGE,
);
const [folder] = positionals;

/** What is wrong with the place itself, before each file is said to be missing from it; null where it is a folder. */
async function folderFault(named: string): Promise<string | null> {
  const about = await stat(named).catch(() => null);
  if (about === null) return `${named}: there is no such folder.`;
  if (about.isDirectory()) return null;
  return `${named} is a file, and an edition is a folder. A workbook or a zip is for npm run publish or npm run server:load.`;
}

async function importFrom(from: string): Promise<number> {
  const fault = await folderFault(from);
  if (fault !== null) {
    console.error(fault);
    return 1;
  }
  const { edition, errors, warnings } = await readEdition(from);
  if (edition === null) {
    for (const line of formatRefusal(errors, 'nothing was written')) console.error(line);
    return 1;
  }
  for (const line of formatWarnings(warnings)) console.error(line);
  try {
    const content = toRecordContent(edition);
    const { dataVersion, dataDate, changed } = await writeRecord(values.to, content, today());
    console.log(
      `Data version ${dataVersion} of ${dataDate}: ` +
        (changed.length > 0 ? `wrote ${changed.join(', ')}.` : 'nothing had changed.'),
    );
    return 0;
  } catch (error) {
    // What the folder already holds is read as well, for what it keeps.
    console.error(
      error instanceof SyntaxError
        ? `--to ${values.to} holds a record that cannot be read: ${error.message}`
        : writeRefusal(`--to ${values.to}`, error),
    );
    return 2;
  }
}

if (folder === undefined || positionals.length > 1) {
  console.error(USAGE);
  process.exitCode = 2;
} else process.exitCode = await importFrom(folder);
