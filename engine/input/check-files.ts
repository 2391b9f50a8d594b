import type { RecordFault } from '#src/api/record-fault.ts';
import { fileFault } from '../reading/faults.ts';
import { parseFiles } from '../edition/parse-edition.ts';
import { toRecord } from '../edition/to-record.ts';
import { RECORD_FILES } from '../record/record.ts';
import { checkReadParts, type Input, refused, underOwnVersion } from './check-record.ts';

/**
 * Checks the parsed contents of an edition's files, or of a record's, by their names.
 * @param faults what is wrong with the files as such
 * @param today the day that an edition, which states none, is dated with
 */
export async function checkFiles(
  contents: Readonly<Record<string, unknown>>,
  faults: readonly RecordFault[],
  today: string,
): Promise<Input> {
  if (isRecord(contents))
    return underOwnVersion(
      checkReadParts(partsIn(contents), [...faults, ...surplus(contents)]),
      today,
    );
  const { edition, errors, warnings } = parseFiles(contents, faults);
  if (edition === null) return refused(errors);
  return { record: await toRecord(edition, today), errors: [], warnings };
}

/** An edition has no version yet; the record that an import made of it has. */
const isRecord = (contents: Readonly<Record<string, unknown>>) => {
  const mechanism = contents[RECORD_FILES.mechanism];
  return typeof mechanism === 'object' && mechanism !== null && 'dataVersion' in mechanism;
};

const PART_FILES: readonly string[] = Object.values(RECORD_FILES);

/** A record holds already what an edition has in further files: those beside it would be lost without a word. */
const surplus = (contents: Readonly<Record<string, unknown>>): RecordFault[] =>
  Object.keys(contents)
    .filter((file) => !PART_FILES.includes(file))
    .map((file) => fileFault(file, { code: 'unknown-file' }));

const partsIn = (contents: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(RECORD_FILES).map(([part, file]) => [part, contents[file]]));
