import { noProgress, type Progress } from '../record/progress.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { fileFault } from '../reading/faults.ts';
import { toContent } from '../reading/decode-text.ts';
import { createFiles, toInputFault } from '../reading/read-text.ts';

/** The record's parts as they stand in files: whether they are good is for whoever asked. */
export type Parts = Partial<Record<keyof RecordData, unknown>>;

/** One file of JSON; a file that cannot be read is an error like any other. */
export async function readJsonFile(
  files: ReturnType<typeof createFiles>,
  file: string,
  errors: RecordFault[],
): Promise<unknown> {
  try {
    return toContent(await files.read(file), file, errors);
  } catch (error) {
    errors.push(fileFault(file, toInputFault(error).found));
    return undefined;
  }
}

export async function readParts(
  folder: string,
  progress: Progress = noProgress,
): Promise<{ parts: Parts; errors: RecordFault[] }> {
  return readNamedFiles(folder, RECORD_FILES, progress);
}

/** Files of a folder by the names that they go by here. */
export async function readNamedFiles<Name extends string>(
  folder: string,
  named: Readonly<Record<Name, string>>,
  progress: Progress = noProgress,
): Promise<{ parts: Partial<Record<Name, unknown>>; errors: RecordFault[] }> {
  const errors: RecordFault[] = [];
  const files = createFiles(folder);
  const parts: Partial<Record<Name, unknown>> = {};
  for (const [part, file] of Object.entries(named) as [Name, string][]) {
    progress(`Reading ${file}`);
    parts[part] = await readJsonFile(files, file, errors);
  }
  errors.push(...(await files.changed()));
  return { parts, errors };
}
