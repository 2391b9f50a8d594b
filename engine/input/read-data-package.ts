import * as v from 'valibot';

import type { RecordFault } from '#src/api/record-fault.ts';
import { stepsTo, toFound } from '../edition/check-shape.ts';
import { decodeText, toContent } from '../reading/decode-text.ts';
import { faultAt, fileFault, type Found, foundIn, InputFault, shown } from '../reading/faults.ts';
import type { Progress } from '../record/progress.ts';
import { type Input, refused, underOwnVersion } from './check-record.ts';
import { checkTables } from './check-tables.ts';
import { pairNames, renamed } from '../reading/meant-names.ts';
import { PACKAGE_TABLES, type TableLayout } from './package-layout.ts';
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

/** What the list of tables leaves out, has twice, or calls by another name. */
function resourceFaults(resources: Resources): RecordFault[] {
  const listed = resources.map(({ name }) => name);
  const tell = (found: Found) => faultAt(DESCRIPTOR, ['resources'], found);
  const isMissing = ([name, { isNew }]: [string, TableLayout]) =>
    !listed.includes(name) && isNew !== true;
  const unknown = new Set(listed.filter((name) => !Object.hasOwn(PACKAGE_TABLES, name)));
  const missing = Object.entries(PACKAGE_TABLES).filter(isMissing);
  const twice = new Set(listed.filter((name, index) => listed.indexOf(name) !== index));
  return [
    ...pairNames(
      [...unknown],
      missing.map(([name]) => name),
      ['evidence'],
      {
        unknown: (name) => tell({ code: 'no-such-table', values: { value: shown(name) } }),
        missing: (table) => tell({ code: 'table-missing', values: { table } }),
        renamed: (name, meant) => tell(renamed(name, meant)),
      },
    ),
    ...[...twice].map((table) => tell({ code: 'table-twice', values: { table } })),
    ...resources.flatMap(({ path }, index) =>
      isInside(path)
        ? []
        : [
            faultAt(DESCRIPTOR, ['resources', index, 'path'], {
              code: 'path-out',
              values: { value: shown(path) },
            }),
          ],
    ),
  ];
}

/** Files that are not where the list of tables says, and those that it does not name. */
function fileFaults(
  resources: Resources,
  names: readonly string[],
  gone: readonly string[],
): RecordFault[] {
  const used = new Set([DESCRIPTOR, ...resources.map((resource) => resource.path)]);
  const unnamed = names.filter((name) => /\.(csv|json)$/i.test(name) && !used.has(name));
  const tell = (found: Found) => faultAt(DESCRIPTOR, ['resources'], found);
  return pairNames(unnamed, gone, [], {
    unknown: (name) => tell({ code: 'file-unnamed', values: { name } }),
    missing: (file) => fileFault(file, { code: 'file-gone' }),
    renamed: (name, meant) => tell(renamed(name, meant)),
  });
}

async function readTables(
  resources: Resources,
  files: PackageFiles,
  errors: RecordFault[],
  progress: Progress,
): Promise<PackageTables> {
  const tables = new Map<string, PackageTable>();
  const gone: string[] = [];
  for (const [index, { name, path: file }] of resources.entries()) {
    const layout = Object.hasOwn(PACKAGE_TABLES, name) ? PACKAGE_TABLES[name] : undefined;
    if (!isInside(file) || layout === undefined) continue;
    progress(`Reading ${file}`, index, resources.length);
    try {
      const bytes = await files.read(file);
      if (bytes === null) gone.push(file);
      else tables.set(name, readPackageTable(layout, file, decodeText(bytes), errors));
    } catch (error) {
      errors.push(fileFault(file, foundIn(error)));
    }
  }
  errors.push(...fileFaults(resources, files.names, gone));
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
      errors.push(faultAt(DESCRIPTOR, stepsTo(issue), toFound(issue)));
  } catch (error) {
    errors.push(fileFault(DESCRIPTOR, foundIn(error)));
  }
  return null;
}

/**
 * Reads a Frictionless Data Package as the app writes them, and checks the record that it tells: everything that is
 * wrong with either, in the package's own files and lines.
 * @param today the day that a content is dated with whose version the package does not state
 */
export async function readDataPackage(
  files: PackageFiles,
  today: string,
  progress: Progress,
): Promise<Input> {
  const errors: RecordFault[] = [];
  const descriptor = await readDescriptor(files, errors);
  if (descriptor === null) return refused(errors);
  const { mechanism, resources } = descriptor;
  errors.push(...resourceFaults(resources));
  const tables = await readTables(resources, files, errors, progress);
  errors.push(...(await files.changed()));
  progress('Checking what the tables say');
  const checked = checkTables({ read: () => mechanism }, tables, errors);
  const isAbsent = checked.record !== null && !tables.has('evidence');
  const absent = faultAt(DESCRIPTOR, ['resources'], { code: 'table-absent' });
  return underOwnVersion(
    isAbsent ? { ...checked, warnings: [absent, ...checked.warnings] } : checked,
    today,
  );
}
