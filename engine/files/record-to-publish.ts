import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import type { RecordFault } from '#src/api/record-fault.ts';
import { type ReadableFile, readFiles } from '../input/read-files.ts';
import { fileFault } from '../reading/faults.ts';
import { createFiles, toInputFault } from '../reading/read-text.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';

/** A checked record as the files that a site has of it, or everything that is wrong with it. */
type ToPublish = (
  | { files: ReadonlyMap<string, string>; record: RecordData }
  | { files: null; record: null }
) & {
  counts: { meetings: number; entries: number; sources: number };
  errors: readonly RecordFault[];
  warnings: readonly RecordFault[];
};

const nothing = (errors: readonly RecordFault[]): ToPublish => ({
  files: null,
  record: null,
  counts: { meetings: 0, entries: 0, sources: 0 },
  errors,
  warnings: [],
});

/** The files of a folder, or the one that is named. */
async function chooseFiles(from: string) {
  if ((await stat(from)).isFile()) {
    const files = createFiles();
    const [read, start] = [() => files.read(from), () => files.start(from)];
    return { chosen: [{ path: path.basename(from), read, start }], files };
  }
  const files = createFiles(from);
  const found = await readdir(from, { recursive: true, withFileTypes: true });
  const chosen = found
    .filter((entry) => !entry.isDirectory())
    .map((entry): ReadableFile => {
      const name = path.relative(from, path.join(entry.parentPath, entry.name));
      const [read, start] = [() => files.read(name), () => files.start(name)];
      return { path: name.split(path.sep).join('/'), read, start };
    });
  return { chosen, files };
}

/**
 * Reads and checks what is to be published: a folder with an edition, a record or a data package, a workbook, or a zip.
 * What is published is the record as it was checked, and nothing that was read another time.
 */
export async function recordToPublish(from: string, today: string): Promise<ToPublish> {
  try {
    const { chosen, files } = await chooseFiles(from);
    const { record, errors, warnings } = (await readFiles(chosen, today)).input;
    const changed = await files.changed();
    // That there is no record among them is said of none of the files.
    const named = errors.map((one) => (one.code === 'no-record' ? { ...one, file: from } : one));
    if (record === null || changed.length > 0) return nothing([...changed, ...named]);
    const { meetings, entries, sources } = record;
    const parts = Object.entries(RECORD_FILES) as [keyof RecordData, string][];
    return {
      files: new Map(
        parts.map(([part, file]) => [file, `${JSON.stringify(record[part], null, 1)}\n`]),
      ),
      record,
      counts: { meetings: meetings.length, entries: entries.length, sources: sources.length },
      errors,
      warnings,
    };
  } catch (error) {
    return nothing([fileFault(from, toInputFault(error).found)]);
  }
}
