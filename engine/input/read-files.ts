import type { RecordFault } from '#src/api/record-fault.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { toContent } from '../reading/decode-text.ts';
import { isEditionFile } from '../edition/edition.ts';
import { fileFault, foundIn, InputFault } from '../reading/faults.ts';
import {
  isCompound,
  isZip,
  refuseByEnding,
  refuseByParts,
  refuseCompound,
} from '../reading/other-formats.ts';
import { nameFaults } from '../edition/parse-edition.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';
import { noProgress } from '../record/progress.ts';
import { RECORD_FILES } from '../record/record.ts';
import { checkFiles } from './check-files.ts';
import { forPage, type Input, refused } from './check-record.ts';
import { openZip } from './open-zip.ts';
import { PACKAGE_TABLES } from './package-layout.ts';
import { DESCRIPTOR, readDataPackage } from './read-data-package.ts';

type Content<Read = Uint8Array | null> = {
  read: () => Promise<Read>;
  /** Its first bytes, where they can be had without all the others. */
  start?: () => Promise<Uint8Array>;
};
/** A file under its path, with slashes, and how to read it. */
export type ReadableFile = Content<Uint8Array> & { path: string };

type Files = ReadonlyMap<string, Content>;

/** What systems and programs put beside files by themselves, as of a workbook that is open. */
const BY_THE_SYSTEM = /(^|\/)(\.[^/]*|~\$[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i;
const WORKBOOK = /\.xlsx$/i;
/** The part that every workbook has. */
const BOOK = 'xl/workbook.xml';

/** The files without the folder that all of them lie in. */
function withoutFolder(files: Files): Files {
  const names = [...files.keys()];
  const folder = /^[^/]+\//.exec(names[0] ?? '')?.[0];
  if (folder === undefined || !names.every((name) => name.startsWith(folder))) return files;
  return withoutFolder(
    new Map([...files].map(([name, content]) => [name.slice(folder.length), content])),
  );
}

/** True for a file of a data package, of an edition or of a record: where there is one, no workbook is looked for beside it. */
const isOfRecord = (name: string) =>
  name === DESCRIPTOR ||
  isEditionFile(name) ||
  Object.hasOwn(PACKAGE_TABLES, /(?:^|\/)([^/]+)\.csv$/.exec(name)?.[1] ?? '');

const startOf = async ({ read, start }: Content) => (await (start ?? read)()) ?? new Uint8Array();

/** The parts of a zip, as every workbook is one; none of any other file, and of one that cannot be read. */
async function partsOf(content: Content): Promise<readonly string[]> {
  try {
    if (!isZip(await startOf(content))) return [];
    return (await openZip((await content.read()) ?? new Uint8Array())).names;
  } catch {
    return [];
  }
}

/** What one file is, by what is in it, and only where that does not say it by its name. */
export async function kindOf({
  path,
  ...content
}: ReadableFile): Promise<'workbook' | 'zip' | 'other'> {
  const parts = await partsOf(content);
  if (parts.includes(BOOK)) return 'workbook';
  if (parts.some((part) => isOfRecord(part.replace(/^.*\//, '')))) return 'zip';
  if (WORKBOOK.test(path)) return 'workbook';
  return /\.zip$/i.test(path) ? 'zip' : 'other';
}

/** What is packed in the only file, where it is a zip; else the files as they are. */
async function unpacked(chosen: readonly ReadableFile[]): Promise<Files> {
  const [given, ...others] = chosen;
  if (given === undefined || others.length > 0)
    return new Map<string, Content>(chosen.map(({ path, ...content }) => [path, content]));
  // What it is, and what is in it, comes of the same bytes.
  const { path, ...content } = { ...given, read: askedOnce(given.read) };
  if ((await kindOf({ path, ...content })) !== 'zip') return new Map([[path, content]]);
  const zip = await openZip(await content.read());
  return new Map(
    zip.names.map((name) => [name, { read: () => zip.read(name), start: () => zip.start(name) }]),
  );
}

/** The only workbook among files, by its name or by what is in it; null where there is none. */
async function findWorkbook(files: Files): Promise<string | null> {
  const books: string[] = [];
  for (const [name, content] of files)
    if (WORKBOOK.test(name) || (await partsOf(content)).includes(BOOK)) books.push(name);
  if (books.length > 1) throw new InputFault('workbooks');
  return books[0] ?? null;
}

/** Refuses the only file there is where it is of another program, by what is in it, or else by its name. */
export async function refuseOther(name: string, content: Content): Promise<void> {
  if (isCompound(await startOf(content)))
    refuseCompound((await content.read()) ?? new Uint8Array());
  refuseByParts(await partsOf(content));
  refuseByEnding(name);
}

/** The files of an edition or of a record, as JSON each. */
async function readJsonFiles(files: Files, today: string): Promise<Input> {
  const names = [...files.keys()].filter((name) => /\.json$/i.test(name));
  const unread: RecordFault[] = [];
  const contents: Record<string, unknown> = {};
  for (const name of names.filter(isEditionFile)) {
    try {
      contents[name] = toContent((await files.get(name)?.read()) ?? new Uint8Array(), name, unread);
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
    const unpackedFiles = [...(await unpacked(own))].filter(([name]) => !BY_THE_SYSTEM.test(name));
    const given = withoutFolder(new Map(unpackedFiles));
    const names = [...given.keys()];
    const [alone, ...more] = given;
    const isAlone = more.length === 0;
    // What is looked into to find the workbook is none of what is read.
    const workbook = isAlone || !names.some(isOfRecord) ? await findWorkbook(given) : null;
    const files: Files = new Map(
      Array.from(given, ([name, { read }]) => [
        name,
        {
          read: async () => {
            const content = await read();
            bytes += content?.length ?? 0;
            if (bytes > most) throw new InputFault('page-bytes', { bytes, most });
            return content;
          },
        },
      ]),
    );
    if (workbook !== null) {
      const { readWorkbook } = await import('./read-workbook.ts');
      const book = new Uint8Array((await files.get(workbook)?.read()) ?? []);
      return { input: forPage(await readWorkbook(book, today)), bytes };
    }
    if (alone !== undefined && isAlone) await refuseOther(...alone);
    if (names.includes(DESCRIPTOR)) {
      const read = async (name: string) => (await files.get(name)?.read()) ?? null;
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
