import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { RECORD_FILES } from '../record/record.ts';
import { isEditionFile } from './edition.ts';
import { nameFaults, parseFiles, type ReadEdition } from './parse-edition.ts';
import { readNamedFiles } from './read-parts.ts';

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** The files that have a say: those of JSON, and whatever lies among the translations. */
async function findFiles(folder: string): Promise<string[]> {
  const beside = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const translations = await namesIn(join(folder, 'translations'));
  return [...beside, ...translations.map((name) => `translations/${name}`)];
}

/** Reads and checks a folder; a file that is missing, unknown or not JSON is an error like any other. */
export async function readEdition(folder: string): Promise<ReadEdition> {
  const found = await findFiles(folder);
  const files = new Set([...Object.values(RECORD_FILES), ...found.filter(isEditionFile)]);
  const byName = Object.fromEntries([...files].map((file) => [file, file]));
  const { parts, errors } = await readNamedFiles(folder, byName);
  return parseFiles(parts, [...nameFaults(found), ...errors]);
}
