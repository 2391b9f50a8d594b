import * as v from 'valibot';

import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import { today } from '#src/lib/dates/clock.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { toContent } from '../reading/decode-text.ts';
import { EDITION_FILES, isEditionFile, translationsFile } from '../edition/edition.ts';
import { fileFault, foundIn, InputFault } from '../reading/faults.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';
import { nameFaults } from '../edition/parse-edition.ts';
import { forPage, type Input, refused } from '../input/check-record.ts';
import { noProgress } from '../record/progress.ts';
import { checkFiles } from '../input/check-files.ts';
import { RECORD_FILES } from '../record/record.ts';

/** The name of the file that lists the others: a web address of a folder does not say what is in it. */
export const FILE_LIST = 'files.json';

const DESCRIPTOR = 'datapackage.json';
/** Without such a list these are looked for beside the ten; a language that is not here needs the list. */
const USUAL_TRANSLATIONS = ['zh', 'ru'];
const isNeeded = (file: string) => Object.values<string>(RECORD_FILES).includes(file);
const USUAL_FILES = [
  ...Object.values<string>(EDITION_FILES),
  ...USUAL_TRANSLATIONS.map(translationsFile),
];

interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  /** As the host says it. */
  modified: string | null;
}

/** A file's bytes and its day, or null where there is none; throws {@link InputFault} for whatever else went wrong. */
async function fetchFile(address: URL): Promise<Fetched | null> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  try {
    const response = await fetch(address, { signal });
    // Hosts of single-page apps answer a missing file with the app's own page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (response.status === 404 || (response.ok && isPage)) return null;
    if (!response.ok) throw new InputFault('host-status', { status: response.status });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const most = INPUT_LIMITS.fileBytes;
    if (bytes.length > most) throw new InputFault('file-too-large', { bytes: bytes.length, most });
    return { bytes, modified: response.headers.get('last-modified') };
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw signal.aborted
      ? new InputFault('host-late', { seconds: LONGEST_WAIT_MS / 1000 })
      : new InputFault('unreadable', { reason: String(error) });
  }
}

const FileNames = v.array(v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)?\.json$/)));

/** The names in the list; null where there is none. */
async function findNames(folder: URL, errors: RecordFault[]): Promise<readonly string[] | null> {
  const list = await fetchFile(new URL(FILE_LIST, folder));
  if (list === null) return null;
  const names = v.safeParse(FileNames, toContent(list.bytes, FILE_LIST, errors));
  if (names.success) return names.output;
  errors.push(fileFault(FILE_LIST, { code: 'file-list' }));
  return [];
}

const dayOf = (modified: readonly (string | null)[]): string => {
  const times = modified.flatMap((one) => (one === null ? [] : [Date.parse(one)]));
  const youngest = times.filter(Number.isFinite).toSorted((a, b) => b - a)[0];
  return youngest === undefined ? today() : new Date(youngest).toISOString().slice(0, 10);
};

/** The files of an edition or of a record, each as far as it is there. */
async function fetchParts(
  folder: URL,
  names: readonly string[],
  errors: RecordFault[],
): Promise<Input> {
  const contents: Record<string, unknown> = {};
  const modified: (string | null)[] = [];
  const readOne = async (file: string) => {
    try {
      const found = await fetchFile(new URL(file, folder));
      if (found !== null) {
        modified.push(found.modified);
        contents[file] = toContent(found.bytes, file, errors);
      } else if (isNeeded(file)) {
        errors.push(fileFault(file, { code: 'no-file' }));
      }
    } catch (error) {
      errors.push(fileFault(file, foundIn(error)));
    }
  };
  errors.push(...nameFaults(names));
  const files = new Set([...Object.values(RECORD_FILES), ...names.filter(isEditionFile)]);
  await Promise.all([...files].map(readOne));
  return checkFiles(contents, errors, dayOf(modified));
}

/** A data package says itself what it consists of. */
async function fetchPackage(folder: URL, descriptor: Fetched): Promise<Input> {
  const { readDataPackage } = await import('../input/read-data-package.ts');
  return readDataPackage(
    {
      names: [],
      read: async (file) =>
        file === DESCRIPTOR
          ? descriptor.bytes
          : ((await fetchFile(new URL(file, folder)))?.bytes ?? null),
      changed: () => Promise.resolve([]),
    },
    dayOf([descriptor.modified]),
    noProgress,
  );
}

async function fetchFolder(folder: URL): Promise<Input> {
  const errors: RecordFault[] = [];
  try {
    const names = await findNames(folder, errors);
    const descriptor = names === null ? await fetchFile(new URL(DESCRIPTOR, folder)) : null;
    return descriptor === null
      ? await fetchParts(folder, names ?? USUAL_FILES, errors)
      : await fetchPackage(folder, descriptor);
  } catch (error) {
    return refused([...errors, fileFault(FILE_LIST, foundIn(error))]);
  }
}

/** One file with all of the record: a zip or a workbook. */
async function fetchWhole(address: URL): Promise<Input> {
  const name = decodeURI(address.pathname.split('/').at(-1) ?? '');
  try {
    const found = await fetchFile(address);
    if (found === null) throw new InputFault('no-file');
    const { readFiles } = await import('../input/read-files.ts');
    const chosen = { path: name, read: () => Promise.resolve(found.bytes) };
    return (await readFiles([chosen], dayOf([found.modified]))).input;
  } catch (error) {
    return refused([fileFault(name, foundIn(error))]);
  }
}

/**
 * Reads a record from the web, and checks it as the import does.
 * @param address of a folder, with a slash at its end: the files of an edition or of a record, or a data package; or of
 * one file, a zip or a workbook
 * @returns the record, of the day of its youngest file where neither it nor the host says another, or every error
 */
export async function fetchRecord(address: URL): Promise<Input> {
  return forPage(
    address.pathname.endsWith('/') ? await fetchFolder(address) : await fetchWhole(address),
  );
}
