import type { RecordFault } from '#src/api/record-fault.ts';
import { toContent } from '../reading/decode-text.ts';
import { isEditionFile } from '../edition/edition.ts';
import { fileFault, foundIn, InputFault } from '../reading/faults.ts';
import { refuseByEnding, refuseCompound } from '../reading/other-formats.ts';
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

/** What systems put beside files by themselves. */
const BY_THE_SYSTEM = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i;

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
  return new Map(zip.names.map((name) => [name, () => zip.read(name)]));
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
  const [first] = chosen;
  let bytes = 0;
  try {
    const { pageBytes: most, folderFiles } = INPUT_LIMITS;
    if (chosen.length > folderFiles) throw new InputFault('folder-files', { most: folderFiles });
    if (first !== undefined && chosen.length === 1) {
      if (/\.xls$/i.test(first.path)) refuseCompound(await first.read());
      refuseByEnding(first.path);
      if (/\.xlsx$/i.test(first.path)) {
        const { readWorkbook } = await import('./read-workbook.ts');
        const workbook = new Uint8Array(await first.read());
        return { input: forPage(await readWorkbook(workbook, today)), bytes: workbook.length };
      }
    }
    const counted = [...(await unpacked(chosen))]
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
    const names = [...files.keys()];
    if (names.includes(DESCRIPTOR)) {
      const read = async (name: string) => (await files.get(name)?.()) ?? null;
      const source = { names, read, changed: () => Promise.resolve([]) };
      return { input: forPage(await readDataPackage(source, noProgress)), bytes };
    }
    if (
      !names.some(isEditionFile) &&
      names.some((name) => /\.csv$/i.test(name)) &&
      names.length > 1
    )
      return { input: refused([fileFault(DESCRIPTOR, { code: 'no-package' })]), bytes };
    if (!names.some(isEditionFile)) throw new InputFault('no-record');
    return { input: forPage(await readJsonFiles(files, today)), bytes };
  } catch (error) {
    return { input: refused([fileFault(first?.path ?? '', foundIn(error))]), bytes };
  }
}
