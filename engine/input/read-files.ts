import type { RecordFault } from '#src/api/record-fault.ts';
import { toContent } from '../reading/decode-text.ts';
import { isEditionFile } from '../edition/edition.ts';
import { fileFault, foundIn, InputFault } from '../reading/faults.ts';
import { isZip, refuseByEnding, refuseCompound } from '../reading/other-formats.ts';
import { nameFaults } from '../edition/parse-edition.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';
import { noProgress } from '../record/progress.ts';
import { RECORD_FILES } from '../record/record.ts';
import { checkFiles } from './check-files.ts';
import { forPage, type Input, refused } from './check-record.ts';
import { openZip } from './open-zip.ts';
import { DESCRIPTOR, readDataPackage } from './read-data-package.ts';

/** A file under its path, with slashes, and how to read it. */
export type ReadableFile = { path: string; read: () => Promise<Uint8Array> };

type Files = ReadonlyMap<string, () => Promise<Uint8Array | null>>;

/** What systems and programs put beside files by themselves, as of a workbook that is open. */
const BY_THE_SYSTEM = /(^|\/)(\.[^/]*|~\$[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i;
const WORKBOOK = /\.xlsx$/i;

/** The files without the folder that all of them lie in. */
function withoutFolder(files: Files): Files {
  const names = [...files.keys()];
  const folder = /^[^/]+\//.exec(names[0] ?? '')?.[0];
  if (folder === undefined || !names.every((name) => name.startsWith(folder))) return files;
  return withoutFolder(
    new Map([...files].map(([name, read]) => [name.slice(folder.length), read])),
  );
}

async function unpacked(chosen: readonly ReadableFile[]): Promise<Files> {
  const [only, ...others] = chosen;
  if (only === undefined || others.length > 0 || !/\.zip$/i.test(only.path))
    return new Map(chosen.map(({ path, read }) => [path, read]));
  const zip = await openZip(await only.read());
  // A workbook is a zip, and may have been named as one.
  if (zip.names.includes('xl/workbook.xml')) return new Map([[`${only.path}.xlsx`, only.read]]);
  return new Map(zip.names.map((name) => [name, () => zip.read(name)]));
}

/** The record of the only file there is; null where that is no workbook. */
async function readAlone(
  name: string,
  read: () => Promise<Uint8Array | null>,
  today: string,
): Promise<Input | null> {
  const isOld = /\.xls$/i.test(name);
  const bytes = isOld || WORKBOOK.test(name) ? new Uint8Array((await read()) ?? []) : null;
  if (isOld && bytes !== null) refuseCompound(bytes);
  // Whatever its name says, a zip is none of the old kind.
  if (!isOld || bytes === null || !isZip(bytes)) refuseByEnding(name);
  if (bytes === null) return null;
  const { readWorkbook } = await import('./read-workbook.ts');
  return readWorkbook(bytes, today);
}

/** The files of an edition or of a record, as JSON each. */
async function readJsonFiles(files: Files, today: string): Promise<Input> {
  const names = [...files.keys()].filter((name) => /\.json$/i.test(name));
  const unread: RecordFault[] = [];
  const contents: Record<string, unknown> = {};
  for (const name of names.filter(isEditionFile)) {
    try {
      contents[name] = toContent((await files.get(name)?.()) ?? new Uint8Array(), name, unread);
    } catch (error) {
      unread.push(fileFault(name, foundIn(error)));
    }
  }
  const missing = Object.values<string>(RECORD_FILES)
    .filter((file) => !names.includes(file))
    .map((file) => fileFault(file, { code: 'no-file' }));
  return checkFiles(contents, [...nameFaults(names), ...missing, ...unread], today);
}

/**
 * Reads and checks the record that chosen files hold: a zip or a folder, of a data package or of the files of an edition
 * or a record.
 * @param today the day that an edition, which states none, is dated with
 * @returns also the bytes that were read, unpacked
 */
export async function readFiles(
  chosen: readonly ReadableFile[],
  today: string,
): Promise<{ input: Input; bytes: number }> {
  const own = chosen.filter(({ path }) => !BY_THE_SYSTEM.test(path));
  const [first] = own;
  let bytes = 0;
  try {
    const { pageBytes: most, folderFiles } = INPUT_LIMITS;
    if (own.length > folderFiles) throw new InputFault('folder-files', { most: folderFiles });
    const counted = [...(await unpacked(own))]
      .filter(([name]) => !BY_THE_SYSTEM.test(name))
      .map(([name, read]): [string, () => Promise<Uint8Array | null>] => [
        name,
        async () => {
          const content = await read();
          bytes += content?.length ?? 0;
          if (bytes > most) throw new InputFault('page-bytes', { bytes, most });
          return content;
        },
      ]);
    const files = withoutFolder(new Map(counted));
    const [alone, ...more] = files;
    if (alone !== undefined && more.length === 0) {
      const input = await readAlone(...alone, today);
      if (input !== null) return { input: forPage(input), bytes };
    }
    const names = [...files.keys()];
    if (names.includes(DESCRIPTOR)) {
      const read = async (name: string) => (await files.get(name)?.()) ?? null;
      const source = { names, read, changed: () => Promise.resolve([]) };
      return { input: forPage(await readDataPackage(source, today, noProgress)), bytes };
    }
    if (
      !names.some(isEditionFile) &&
      names.some((name) => /\.csv$/i.test(name)) &&
      names.length > 1
    )
      return { input: refused([fileFault(DESCRIPTOR, { code: 'no-package' })]), bytes };
    if (names.filter((name) => WORKBOOK.test(name)).length > 1) throw new InputFault('workbooks');
    const inner = names.find((name) => /\.zip$/i.test(name));
    if (inner !== undefined && !names.some(isEditionFile))
      throw new InputFault('zip-in-zip', { name: inner });
    if (!names.some(isEditionFile)) throw new InputFault('no-record');
    return { input: forPage(await readJsonFiles(files, today)), bytes };
  } catch (error) {
    return { input: refused([fileFault(first?.path ?? '', foundIn(error))]), bytes };
  }
}
