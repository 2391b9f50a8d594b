import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';

import type { EditionError } from '#engine/record/edition-error.ts';
import { RECORD_FILES, type RecordData } from '#engine/record/record.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { toRecordParts } from './data-package-tables.ts';

export const DESCRIPTOR = 'datapackage.json';

const Descriptor = v.object({
  mechanism: v.record(v.string(), v.unknown()),
  resources: v.array(
    v.object({
      name: v.string(),
      path: v.pipe(
        v.string(),
        v.check((file) => !path.isAbsolute(file) && !file.split('/').includes('..'), 'leads out'),
      ),
    }),
  ),
});

/** The text of a file of the package, by its path there; null where it has none. */
type ReadText = (file: string) => Promise<string | null>;

export async function openZip(file: string): Promise<ReadText> {
  const files = unzipSync(await readFile(file));
  return (name) => Promise.resolve(Object.hasOwn(files, name) ? strFromU8(files[name]!) : null);
}

export const openFolder =
  (folder: string): ReadText =>
  (name) =>
    readFile(path.join(folder, name), 'utf8').catch(() => null);

type Parts = Partial<Record<keyof RecordData, unknown>>;

async function readTables(
  resources: readonly { name: string; path: string }[],
  readText: ReadText,
  errors: EditionError[],
) {
  const tables = new Map<string, CsvRow[]>();
  for (const { name, path: file } of resources) {
    const text = await readText(file);
    const fail = (message: string) => errors.push({ file, path: '$', message });
    try {
      if (text === null) fail('the package names this file, but has none');
      else tables.set(name, readCsvRows(text));
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }
  return tables;
}

/** Reads a Frictionless Data Package as the app writes them; its tables are checked by the caller, as any record is. */
export async function readDataPackage(
  readText: ReadText,
): Promise<{ parts: Parts; errors: EditionError[] }> {
  const errors: EditionError[] = [];
  const fail = (message: string) => {
    errors.push({ file: DESCRIPTOR, path: '$', message });
    return { parts: {}, errors };
  };
  const text = await readText(DESCRIPTOR);
  if (text === null) return fail('there is none: this is no data package');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return fail(String(error));
  }
  const described = v.safeParse(Descriptor, content);
  if (!described.success)
    return fail(`${v.getDotPath(described.issues[0]) ?? ''}: ${described.issues[0].message}`);
  const { mechanism, resources } = described.output;
  const tables = await readTables(resources, readText, errors);
  return { parts: toRecordParts(mechanism, (name) => tables.get(name) ?? []), errors };
}

/** Names the file of the package where a check names that of the record: rows count from 0 in both. */
export function toPackageError({ file, ...error }: EditionError): EditionError {
  const part = Object.entries(RECORD_FILES).find(([, name]) => name === file)?.[0];
  if (part === 'mechanism') return { file: DESCRIPTOR, ...error };
  return { file: `data/${file.replace(/\.json$/, '.csv')}`, ...error };
}
