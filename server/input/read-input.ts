import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { checkReferences } from '#engine/edition/check-references.ts';
import { checkShape } from '#engine/edition/check-shape.ts';
import type { Edition } from '#engine/edition/edition.ts';
import { type EditionError, toJsonPath } from '#engine/edition/edition-error.ts';
import { type Parts, readJsonFile, readParts } from '#engine/edition/read-parts.ts';
import { createFiles, toInputFault } from '#engine/edition/read-text.ts';
import { noProgress, type Progress } from '#engine/record/progress.ts';
import { RECORD_FILES, RecordData } from '#engine/record/record.ts';
import { toPackageError } from './package-tables.ts';
import {
  DESCRIPTOR,
  openFolderPackage,
  openZipPackage,
  type PackageFiles,
  readDataPackage,
} from './read-data-package.ts';

export type Input = { record: RecordData; errors: [] } | { record: null; errors: EditionError[] };

const PARTS = Object.keys(RECORD_FILES) as (keyof RecordData)[];

/** What the record's own checks leave to the import, which makes these links itself. */
function checkExchangeYears({ entries, exchangeYears }: RecordData): EditionError[] {
  const known = new Set(exchangeYears.map(({ id }) => id));
  return entries.flatMap((entry, index) =>
    entry.exchangeYears.flatMap((id, position) => {
      const isTwice = entry.exchangeYears.indexOf(id) !== position;
      if (known.has(id) && !isTwice) return [];
      return [
        {
          file: RECORD_FILES.entries,
          path: toJsonPath([index, 'exchangeYears', position]),
          message: isTwice ? `"${id}" is used twice` : `no exchange year has the id "${id}"`,
        },
      ];
    }),
  );
}

/** Shapes first, then, once all hold, what the parts say of each other; every error, never only the first. */
export function checkRecord(parts: Parts, progress: Progress = noProgress): Input {
  const errors: EditionError[] = [];
  const checked: Parts = {};
  for (const part of PARTS) {
    progress(`Checking ${RECORD_FILES[part]}`);
    checked[part] = checkShape(RecordData.entries[part], parts[part], RECORD_FILES[part], errors);
  }
  if (errors.length > 0) return { record: null, errors };
  const record = checked as RecordData;
  // An edition is a record without what the import adds, so the record passes for one here.
  const wrong = [...checkReferences(record as unknown as Edition), ...checkExchangeYears(record)];
  return wrong.length > 0 ? { record: null, errors: wrong } : { record, errors: [] };
}

async function readPackage(files: PackageFiles, progress: Progress): Promise<Input> {
  const { parts, tables, errors } = await readDataPackage(files, progress);
  if (errors.length > 0) return { record: null, errors };
  const checked = checkRecord(parts, progress);
  return checked.record === null
    ? { record: null, errors: checked.errors.map((error) => toPackageError(error, tables)) }
    : checked;
}

async function readFolder(folder: string, progress: Progress): Promise<Input> {
  const { parts, errors: unread } = await readParts(folder, progress);
  if (unread.length === 0) return checkRecord(parts, progress);
  const files = new Set(unread.map(({ file }) => file));
  const others = checkRecord(parts).errors.filter(({ file }) => !files.has(file));
  return { record: null, errors: [...unread, ...others] };
}

/** One file with all ten parts under their names; what else it has would be lost. */
async function readWhole(file: string, progress: Progress): Promise<Input> {
  progress(`Reading ${basename(file)}`);
  const errors: EditionError[] = [];
  const files = createFiles();
  const content = await readJsonFile(files, file, errors);
  if (errors.length === 0 && (typeof content !== 'object' || content === null))
    errors.push({ file, path: '$', message: `no object with the parts ${PARTS.join(', ')}` });
  if (errors.length === 0)
    for (const name of Object.keys(content as object))
      if (!Object.hasOwn(RECORD_FILES, name))
        errors.push({ file, path: toJsonPath([name]), message: 'no part has this name' });
  errors.push(...(await files.changed()));
  return errors.length > 0
    ? { record: null, errors }
    : checkRecord(content as Record<string, unknown>, progress);
}

/**
 * A data package as a folder or as the zip that the app downloads; a folder with the record's ten files; or one file
 * with all parts under their names. `docs/data.md` states what is refused, and the limits.
 */
export async function readInput(path: string, progress: Progress = noProgress): Promise<Input> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) {
      const hasDescriptor = await stat(join(path, DESCRIPTOR)).catch(() => null);
      return hasDescriptor === null
        ? await readFolder(path, progress)
        : await readPackage(await openFolderPackage(path), progress);
    }
    if (/\.zip$/i.test(path)) return await readPackage(await openZipPackage(path), progress);
    return await readWhole(path, progress);
  } catch (error) {
    return {
      record: null,
      errors: [{ file: path, path: '$', message: toInputFault(error).message }],
    };
  }
}
