import * as v from 'valibot';

import type { RecordFault } from '#src/api/record-fault.ts';
import { decodeText, toContent } from '../reading/decode-text.ts';
import { faultAt, fileFault, type Found, foundIn, InputFault, shown } from '../reading/faults.ts';
import type { Progress } from '../record/progress.ts';
import { type Input, refused } from './check-record.ts';
import { checkTables } from './check-tables.ts';
import { PACKAGE_TABLES } from './package-layout.ts';
import { type PackageTable, type PackageTables, readPackageTable } from './package-tables.ts';

export const DESCRIPTOR = 'datapackage.json';

/** A path of the package's own: relative, with forward slashes, and leading nowhere else. */
const isInside = (file: string) =>
  !/[\\:\0]/.test(file) &&
  !file.split('/').some((step) => step === '..' || step === '.' || step === '');

const Descriptor = v.object({
  mechanism: v.record(v.string(), v.unknown()),
  resources: v.array(v.object({ name: v.string(), path: v.string() })),
});
type Resources = v.InferOutput<typeof Descriptor>['resources'];

/** The files of a package: what each holds, null where there is none, and what they are. */
export type PackageFiles = {
  read: (file: string) => Promise<Uint8Array | null>;
  names: readonly string[];
  /** Files that are not what they were when they were read. */
  changed: () => Promise<RecordFault[]>;
};

/** What the list of tables leaves out, has twice, or has a file for that it does not name. */
function resourceFaults(resources: Resources, names: readonly string[]): RecordFault[] {
  const listed = resources.map(({ name }) => name);
  const used = new Set([DESCRIPTOR, ...resources.map((resource) => resource.path)]);
  const found: Found[] = [
    ...Object.entries(PACKAGE_TABLES)
      .filter(([name, { isNew }]) => !listed.includes(name) && isNew !== true)
      .map(([table]): Found => ({ code: 'table-missing', values: { table } })),
    ...listed
      .filter((name, index) => listed.indexOf(name) !== index)
      .map((table): Found => ({ code: 'table-twice', values: { table } })),
    ...names
      .filter((name) => /\.(csv|json)$/i.test(name) && !used.has(name))
      .map((name): Found => ({ code: 'file-unnamed', values: { name } })),
  ];
  return [
    ...resources.flatMap(({ name, path }, index): RecordFault[] => [
      ...(Object.hasOwn(PACKAGE_TABLES, name)
        ? []
        : [
            resourceFault(index, 'name', { code: 'no-such-table', values: { value: shown(name) } }),
          ]),
      ...(isInside(path)
        ? []
        : [resourceFault(index, 'path', { code: 'path-out', values: { value: shown(path) } })]),
    ]),
    ...found.map((one) => faultAt(DESCRIPTOR, ['resources'], one)),
  ];
}

const resourceFault = (index: number, key: string, found: Found): RecordFault =>
  faultAt(DESCRIPTOR, ['resources', index, key], found);

async function readTables(
  resources: Resources,
  files: PackageFiles,
  errors: RecordFault[],
  progress: Progress,
): Promise<PackageTables> {
  const tables = new Map<string, PackageTable>();
  for (const [index, { name, path: file }] of resources.entries()) {
    if (!isInside(file) || !Object.hasOwn(PACKAGE_TABLES, name)) continue;
    progress(`Reading ${file}`, index, resources.length);
    try {
      const bytes = await files.read(file);
      if (bytes === null) throw new InputFault('file-gone');
      tables.set(name, readPackageTable(name, file, decodeText(bytes), errors));
    } catch (error) {
      errors.push(fileFault(file, foundIn(error)));
    }
  }
  return tables;
}

async function readDescriptor(files: PackageFiles, errors: RecordFault[]) {
  try {
    const bytes = await files.read(DESCRIPTOR);
    if (bytes === null) throw new InputFault('no-package');
    const content = toContent(bytes, DESCRIPTOR, errors);
    if (errors.length > 0) return null;
    const described = v.safeParse(Descriptor, content);
    if (described.success) return described.output;
    for (const issue of described.issues)
      errors.push({
        file: DESCRIPTOR,
        path: `$.${v.getDotPath(issue) ?? ''}`.replaceAll(/\.(\d+)/g, '[$1]'),
        code: 'rule',
        values: { value: shown(issue.input), rule: issue.message },
      });
  } catch (error) {
    errors.push(fileFault(DESCRIPTOR, foundIn(error)));
  }
  return null;
}

/**
 * Reads a Frictionless Data Package as the app writes them, and checks the record that it tells: everything that is
 * wrong with either, in the package's own files and lines.
 */
export async function readDataPackage(files: PackageFiles, progress: Progress): Promise<Input> {
  const errors: RecordFault[] = [];
  const descriptor = await readDescriptor(files, errors);
  if (descriptor === null) return refused(errors);
  const { mechanism, resources } = descriptor;
  errors.push(...resourceFaults(resources, files.names));
  const tables = await readTables(resources, files, errors, progress);
  errors.push(...(await files.changed()));
  progress('Checking what the tables say');
  return checkTables(mechanism, tables, errors);
}
