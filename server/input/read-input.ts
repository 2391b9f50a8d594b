import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

import { checkReferences } from '#engine/record/check-references.ts';
import type { Edition } from '#engine/record/edition.ts';
import { type EditionError, toJsonPath } from '#engine/record/edition-error.ts';
import { RECORD_FILES, RecordData } from '#engine/record/record.ts';
import {
  DESCRIPTOR,
  openFolder,
  openZip,
  readDataPackage,
  toPackageError,
} from './read-data-package.ts';

export type Input = { record: RecordData; errors: [] } | { record: null; errors: EditionError[] };

type Parts = Partial<Record<keyof RecordData, unknown>>;
const PARTS = Object.keys(RECORD_FILES) as (keyof RecordData)[];

/** What the record's own checks leave to the import, which makes these links itself. */
function checkExchangeYears({ entries, exchangeYears }: RecordData): EditionError[] {
  const known = new Set(exchangeYears.map(({ id }) => id));
  return entries.flatMap((entry, index) =>
    entry.exchangeYears.flatMap((id, position) =>
      known.has(id)
        ? []
        : [
            {
              file: RECORD_FILES.entries,
              path: toJsonPath([index, 'exchangeYears', position]),
              message: `no exchange year has the id "${id}"`,
            },
          ],
    ),
  );
}

/** Shapes first, then, once all hold, what the parts say of each other; every error, never only the first. */
export function checkRecord(parts: Parts): Input {
  const errors: EditionError[] = [];
  const checked: Parts = {};
  for (const part of PARTS) {
    const result = v.safeParse(RecordData.entries[part], parts[part]);
    if (result.success) checked[part] = result.output;
    else
      errors.push(
        ...result.issues.map(({ path = [], message }) => ({
          file: RECORD_FILES[part],
          path: toJsonPath(path.map(({ key }) => (typeof key === 'number' ? key : String(key)))),
          message,
        })),
      );
  }
  if (errors.length > 0) return { record: null, errors };
  const record = checked as RecordData;
  // An edition is a record without what the import adds, so the record passes for one here.
  const wrong = [...checkReferences(record as unknown as Edition), ...checkExchangeYears(record)];
  return wrong.length > 0 ? { record: null, errors: wrong } : { record, errors: [] };
}

async function readJson(file: string, errors: EditionError[], name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    errors.push({ file: name, path: '$', message });
    return undefined;
  }
}

async function readPackage(readText: ReturnType<typeof openFolder>): Promise<Input> {
  const { parts, errors } = await readDataPackage(readText);
  if (errors.length > 0) return { record: null, errors };
  const checked = checkRecord(parts);
  return checked.record === null
    ? { record: null, errors: checked.errors.map(toPackageError) }
    : checked;
}

async function readParts(folder: string): Promise<Input> {
  const unread: EditionError[] = [];
  const parts: Parts = {};
  for (const part of PARTS)
    parts[part] = await readJson(join(folder, RECORD_FILES[part]), unread, RECORD_FILES[part]);
  if (unread.length === 0) return checkRecord(parts);
  const files = new Set(unread.map(({ file }) => file));
  const others = checkRecord(parts).errors.filter(({ file }) => !files.has(file));
  return { record: null, errors: [...unread, ...others] };
}

async function readZip(path: string): Promise<Input> {
  try {
    return await readPackage(await openZip(path));
  } catch (error) {
    return { record: null, errors: [{ file: path, path: '$', message: String(error) }] };
  }
}

/**
 * A data package as a folder or as the zip that the app downloads; a folder with the record's ten files; or one file
 * with all parts under their names.
 */
export async function readInput(path: string): Promise<Input> {
  const about = await stat(path).catch(() => null);
  if (about?.isDirectory() === true) {
    const hasDescriptor = await stat(join(path, DESCRIPTOR)).catch(() => null);
    return hasDescriptor === null ? readParts(path) : readPackage(openFolder(path));
  }
  if (/\.zip$/i.test(path)) return readZip(path);
  const unread: EditionError[] = [];
  const content = await readJson(path, unread, path);
  if (unread.length > 0) return { record: null, errors: unread };
  return checkRecord(typeof content === 'object' && content !== null ? content : {});
}
