import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import type { RecordFault } from '#src/api/record-fault.ts';
import { EDITION_FILES, type Edition, translationsFile } from '../edition/edition.ts';
import { readEdition } from '../edition/read-edition.ts';
import { readFiles } from '../input/read-files.ts';
import { RECORD_FILES, type RecordData } from '../record/record.ts';

/** A checked record as the files that a site has of it, or everything that is wrong with it. */
type ToPublish = {
  files: ReadonlyMap<string, string | Uint8Array> | null;
  counts: { meetings: number; entries: number; sources: number };
  errors: readonly RecordFault[];
  warnings: readonly RecordFault[];
};

const countsOf = ({
  meetings,
  entries,
  sources,
}: Pick<RecordData, 'meetings' | 'entries' | 'sources'> | Edition) => ({
  meetings: meetings.length,
  entries: entries.length,
  sources: sources.length,
});

function namesOf({ translations = {}, ...parts }: Edition): string[] {
  const there = Object.entries(EDITION_FILES).filter(
    ([part]) => parts[part as keyof typeof parts] !== undefined,
  );
  return [...there.map(([, file]) => file), ...Object.keys(translations).map(translationsFile)];
}

const NOTHING = { files: null, counts: { meetings: 0, entries: 0, sources: 0 }, warnings: [] };

/** A folder of an edition's files, which lie in the site as they are. */
async function ofFolder(from: string): Promise<ToPublish> {
  const { edition, errors, warnings } = await readEdition(from);
  if (edition === null) return { ...NOTHING, errors };
  const files = namesOf(edition).map(async (file): Promise<[string, Uint8Array]> => [
    file,
    await readFile(path.join(from, file)),
  ]);
  return { files: new Map(await Promise.all(files)), counts: countsOf(edition), errors, warnings };
}

/** A workbook or a zip: the site has the files of the record that it holds. */
async function ofFile(from: string, today: string): Promise<ToPublish> {
  const chosen = { path: path.basename(from), read: () => readFile(from) };
  const { record, errors, warnings } = (await readFiles([chosen], today)).input;
  if (record === null) return { ...NOTHING, errors };
  const parts = Object.entries(RECORD_FILES) as [keyof RecordData, string][];
  const files = parts.map(([part, file]): [string, string] => [
    file,
    `${JSON.stringify(record[part], null, 1)}\n`,
  ]);
  return { files: new Map(files), counts: countsOf(record), errors, warnings };
}

/** Reads and checks what is to be published: a folder with an edition, a workbook, or a zip. */
export async function recordToPublish(from: string, today: string): Promise<ToPublish> {
  const about = await stat(from).catch(() => null);
  return about?.isFile() === true ? ofFile(from, today) : ofFolder(from);
}
