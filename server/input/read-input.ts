import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import type { RecordFault } from '#src/api/record-fault.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { today } from '#src/lib/dates/clock.ts';
import { faultAt, fileFault, InputFault } from '#engine/reading/faults.ts';
import { readJsonFile, readParts } from '#engine/edition/read-parts.ts';
import { createFiles, toInputFault } from '#engine/reading/read-text.ts';
import {
  checkReadParts,
  checkRecord,
  type Input,
  refused,
  underOwnVersion,
} from '#engine/input/check-record.ts';
import { openZip, type Zip } from '#engine/input/open-zip.ts';
import { DESCRIPTOR, type PackageFiles, readDataPackage } from '#engine/input/read-data-package.ts';
import { kindOf, refuseOther } from '#engine/input/read-files.ts';
import { readWorkbook } from '#engine/input/read-workbook.ts';
import { noProgress, type Progress } from '#engine/record/progress.ts';
import { RECORD_FILES } from '#engine/record/record.ts';

const PARTS = Object.keys(RECORD_FILES);

async function openZipPackage(bytes: Uint8Array): Promise<Zip> {
  const zip = await openZip(bytes);
  const inner = zip.names.find((name) => name.endsWith(`/${DESCRIPTOR}`));
  if (!zip.names.includes(DESCRIPTOR) && inner !== undefined)
    throw new InputFault('package-in-folder', { name: DESCRIPTOR, inner });
  return zip;
}

async function openFolderPackage(folder: string): Promise<PackageFiles> {
  const files = createFiles(folder);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
  return {
    names,
    read: async (file) => (names.includes(file) ? files.read(file) : null),
    changed: files.changed,
  };
}

async function readFolder(folder: string, progress: Progress): Promise<Input> {
  const { parts, errors: unread } = await readParts(folder, progress);
  progress('Checking what the files say');
  return underOwnVersion(checkReadParts(parts, unread), today());
}

/** One file with all ten parts under their names; what else it has would be lost. */
async function readWhole(file: string, progress: Progress): Promise<Input> {
  progress(`Reading ${path.basename(file)}`);
  const errors: RecordFault[] = [];
  const files = createFiles();
  const content = await readJsonFile(files, file, errors);
  if (errors.length === 0 && (typeof content !== 'object' || content === null))
    errors.push(fileFault(file, { code: 'no-parts', values: { parts: PARTS.join(', ') } }));
  if (errors.length === 0)
    for (const name of Object.keys(content as object))
      if (!Object.hasOwn(RECORD_FILES, name))
        errors.push(faultAt(file, [name], { code: 'part-unknown' }));
  errors.push(...(await files.changed()));
  if (errors.length > 0) return refused(errors);
  return underOwnVersion(checkRecord(content as Record<string, unknown>), today());
}

async function readFile(at: string, progress: Progress): Promise<Input> {
  const files = createFiles();
  const content = {
    read: askedOnce(async () => new Uint8Array(await files.read(at))),
    start: () => files.start(at),
  };
  const kind = await kindOf({ path: at, ...content });
  if (kind === 'workbook') {
    progress(`Reading ${path.basename(at)}`);
    return readWorkbook(await content.read(), today());
  }
  if (kind === 'zip') {
    const zip = await openZipPackage(await content.read());
    return readDataPackage({ ...zip, changed: files.changed }, today(), progress);
  }
  await refuseOther(at, content);
  return readWhole(at, progress);
}

/**
 * A data package as a folder or as the zip that the app downloads; a workbook; a folder with the record's ten files; or one file
 * with all parts under their names. What one file is, is read off its content rather than its name. `docs/data.md` states
 * what is refused, and the limits.
 */
export async function readInput(at: string, progress: Progress = noProgress): Promise<Input> {
  try {
    const about = await stat(at);
    if (about.isDirectory()) {
      const hasDescriptor = await stat(path.join(at, DESCRIPTOR)).catch(() => null);
      return hasDescriptor === null
        ? await readFolder(at, progress)
        : await readDataPackage(await openFolderPackage(at), today(), progress);
    }
    return await readFile(at, progress);
  } catch (error) {
    return refused([fileFault(at, toInputFault(error).found)]);
  }
}
