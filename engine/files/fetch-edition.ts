import * as v from 'valibot';

import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import { today } from '#src/lib/clock.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { toContent } from '../reading/decode-text.ts';
import { EDITION_FILES, isEditionFile, translationsFile } from '../edition/edition.ts';
import { fileFault, foundIn, InputFault } from '../reading/faults.ts';
import { INPUT_LIMITS } from '../record/input-limits.ts';
import { nameFaults } from '../edition/parse-edition.ts';
import type { Input } from '../input/check-record.ts';
import { checkFiles } from '../input/check-files.ts';
import { RECORD_FILES } from '../record/record.ts';

/** The name of the file that lists the others: a web address of a folder does not say what is in it. */
export const FILE_LIST = 'files.json';

/** Without such a list these are looked for beside the ten; a language that is not here needs the list. */
const USUAL_TRANSLATIONS = ['zh', 'ru'];
const isNeeded = (file: string) => Object.values<string>(RECORD_FILES).includes(file);
const USUAL_FILES = [
  ...Object.values<string>(EDITION_FILES),
  ...USUAL_TRANSLATIONS.map(translationsFile),
];

/** A file's bytes and its day, or null where there is none; throws {@link InputFault} for whatever else went wrong. */
async function fetchFile(address: URL) {
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

async function findNames(folder: URL, errors: RecordFault[]): Promise<readonly string[]> {
  const list = await fetchFile(new URL(FILE_LIST, folder));
  if (list === null) return USUAL_FILES;
  const names = v.safeParse(FileNames, toContent(list.bytes, FILE_LIST, errors));
  if (names.success) return names.output;
  errors.push(fileFault(FILE_LIST, { code: 'file-list' }));
  return [];
}

/**
 * Reads the files of an edition, or of a record, from a folder on the web and checks them as the import does.
 * @param folder ends with a slash
 * @returns the record, of the day of its youngest file where neither it nor the host says another, or every error
 */
export async function fetchEdition(folder: URL): Promise<Input> {
  const errors: RecordFault[] = [];
  const contents: Record<string, unknown> = {};
  const days: number[] = [];
  const readOne = async (file: string) => {
    try {
      const found = await fetchFile(new URL(file, folder));
      if (found !== null) {
        if (found.modified !== null) days.push(Date.parse(found.modified));
        contents[file] = toContent(found.bytes, file, errors);
      } else if (isNeeded(file)) {
        errors.push(fileFault(file, { code: 'no-file' }));
      }
    } catch (error) {
      errors.push(fileFault(file, foundIn(error)));
    }
  };
  try {
    const names = await findNames(folder, errors);
    errors.push(...nameFaults(names));
    const files = new Set([...Object.values(RECORD_FILES), ...names.filter(isEditionFile)]);
    await Promise.all([...files].map(readOne));
  } catch (error) {
    errors.push(fileFault(FILE_LIST, foundIn(error)));
  }
  const youngest = days.filter(Number.isFinite).toSorted((a, b) => b - a)[0];
  const day = youngest === undefined ? today() : new Date(youngest).toISOString().slice(0, 10);
  return checkFiles(contents, errors, day);
}
