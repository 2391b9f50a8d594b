import { readdir } from 'node:fs/promises';
import path from 'node:path';

import * as v from 'valibot';

import type { EditionError } from '#engine/edition/edition-error.ts';
import { decodeText, InputFault, toContent } from '#engine/edition/decode-text.ts';
import type { Parts } from '#engine/edition/read-parts.ts';
import { createFiles, toInputFault } from '#engine/edition/read-text.ts';
import type { Progress } from '#engine/record/progress.ts';
import { toRecordParts } from './data-package-tables.ts';
import { openZip } from './open-zip.ts';
import { createPackageEvidence } from './package-evidence.ts';
import { PACKAGE_TABLES } from './package-layout.ts';
import {
  findOrphans,
  findUnlikeOffices,
  type PackageTable,
  type PackageTables,
  readPackageTable,
} from './package-tables.ts';

export const DESCRIPTOR = 'datapackage.json';

/** A path of the package's own: relative, with forward slashes, and leading nowhere else. */
const isInside = (file: string) =>
  !path.posix.isAbsolute(file) &&
  !/[\\:\0]/.test(file) &&
  !file.split('/').some((step) => step === '..' || step === '.' || step === '');

const Descriptor = v.object({
  mechanism: v.record(v.string(), v.unknown()),
  resources: v.array(
    v.object({
      name: v.picklist(Object.keys(PACKAGE_TABLES), 'the record has no such table'),
      path: v.pipe(v.string(), v.check(isInside, 'leads out of the package')),
    }),
  ),
});
type Resources = v.InferOutput<typeof Descriptor>['resources'];

/** The files of a package: what each holds, null where there is none, and what they are. */
export type PackageFiles = {
  read: (file: string) => Promise<Buffer | null>;
  names: readonly string[];
  /** Files that are not what they were when they were read. */
  changed: () => Promise<EditionError[]>;
};

export async function openZipPackage(file: string): Promise<PackageFiles> {
  const files = createFiles();
  const zip = await openZip(await files.read(file));
  const inner = zip.names.find((name) => name.endsWith(`/${DESCRIPTOR}`));
  if (!zip.names.includes(DESCRIPTOR) && inner !== undefined)
    throw new InputFault(`${DESCRIPTOR} lies in a folder (${inner}): pack what is in that folder`);
  return { ...zip, changed: files.changed };
}

export async function openFolderPackage(folder: string): Promise<PackageFiles> {
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

/** What the list of tables leaves out, has twice, or has a file for that it does not name. */
function resourceFaults(resources: Resources, names: readonly string[]): string[] {
  const listed = resources.map(({ name }) => name);
  const used = new Set([DESCRIPTOR, ...resources.map((resource) => resource.path)]);
  return [
    ...Object.entries(PACKAGE_TABLES)
      .filter(([name, { isNew }]) => !listed.includes(name) && isNew !== true)
      .map(([name]) => `the package has no table "${name}"`),
    ...listed
      .filter((name, index) => listed.indexOf(name) !== index)
      .map((name) => `the table "${name}" is there twice`),
    ...names
      .filter((name) => /\.(csv|json)$/i.test(name) && !used.has(name))
      .map((name) => `the package has a file ${name} that it does not name`),
  ];
}

async function readTables(
  resources: Resources,
  files: PackageFiles,
  errors: EditionError[],
  progress: Progress,
): Promise<PackageTables> {
  const tables = new Map<string, PackageTable>();
  for (const [index, { name, path: file }] of resources.entries()) {
    progress(`Reading ${file}`, index, resources.length);
    try {
      const bytes = await files.read(file);
      if (bytes === null) throw new InputFault('the package names this file, but has none');
      tables.set(name, readPackageTable(name, file, decodeText(bytes), errors));
    } catch (error) {
      errors.push({ file, path: '$', message: toInputFault(error).message });
    }
  }
  return tables;
}

async function readDescriptor(files: PackageFiles, errors: EditionError[]) {
  try {
    const bytes = await files.read(DESCRIPTOR);
    if (bytes === null) throw new InputFault('there is none: this is no data package');
    const content = toContent(bytes, DESCRIPTOR, errors);
    if (errors.length > 0) return null;
    const described = v.safeParse(Descriptor, content);
    if (described.success) return described.output;
    for (const issue of described.issues)
      errors.push({
        file: DESCRIPTOR,
        path: `$.${v.getDotPath(issue) ?? ''}`.replaceAll(/\.(\d+)/g, '[$1]'),
        message: issue.message,
      });
  } catch (error) {
    errors.push({ file: DESCRIPTOR, path: '$', message: toInputFault(error).message });
  }
  return null;
}

/**
 * Reads a Frictionless Data Package as the app writes them, each table whole or not at all; what the tables say is
 * checked by the caller, as any record is.
 */
export async function readDataPackage(
  files: PackageFiles,
  progress: Progress,
): Promise<{ parts: Parts; tables: PackageTables; errors: EditionError[] }> {
  const errors: EditionError[] = [];
  const descriptor = await readDescriptor(files, errors);
  if (descriptor === null) return { parts: {}, tables: new Map(), errors };
  const { mechanism, resources } = descriptor;
  for (const message of resourceFaults(resources, files.names))
    errors.push({ file: DESCRIPTOR, path: '$.resources', message });
  const tables = await readTables(resources, files, errors, progress);
  errors.push(...(await files.changed()));
  if (errors.length === 0) errors.push(...findOrphans(tables), ...findUnlikeOffices(tables));
  const evidence = createPackageEvidence(tables.get('evidence'));
  const parts = toRecordParts(mechanism, (name) => tables.get(name)?.rows ?? [], evidence);
  if (errors.length === 0) errors.push(...evidence.unread());
  return { parts, tables, errors };
}
