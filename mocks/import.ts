/** `npm run data:import -- FOLDER [--to FOLDER]`: an edition of the record in, `mocks/data` out, or a list of errors. */
import { join } from 'node:path';

import { today } from '#src/lib/dates/clock.ts';
import { formatRefusal, formatWarnings } from '#engine/reading/fault-words.ts';
import { readOptions } from '#engine/reading/read-options.ts';
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

if (folder === undefined || positionals.length > 1) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { edition, errors, warnings } = await readEdition(folder);
  if (edition === null) {
    for (const line of formatRefusal(errors, 'nothing was written')) console.error(line);
    process.exitCode = 1;
  } else {
    for (const line of formatWarnings(warnings)) console.error(line);
    const { dataVersion, dataDate, changed } = await writeRecord(
      values.to,
      toRecordContent(edition),
      today(),
    );
    console.log(
      `Data version ${dataVersion} of ${dataDate}: ` +
        (changed.length > 0 ? `wrote ${changed.join(', ')}.` : 'nothing had changed.'),
    );
  }
}
