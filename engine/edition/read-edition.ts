import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

import { languageTag } from '#src/api/schemas/common.ts';
import { EDITION_FILES } from './edition.ts';
import { parseEdition, type ReadEdition } from './parse-edition.ts';
import { readNamedFiles } from './read-parts.ts';
import { RECORD_FILES } from '../record/record.ts';

const JSON_FILE = /\.json$/;
const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** The files of a folder: those that every edition has, the others if they are there, and a word on any that has no meaning. */
async function findFiles(folder: string) {
  const there = (await namesIn(folder)).filter((name) => JSON_FILE.test(name));
  const translated = (await namesIn(join(folder, 'translations'))).map((name) => ({
    tag: name.replace(JSON_FILE, ''),
    file: `translations/${name}`,
  }));
  const isLanguage = ({ tag, file }: (typeof translated)[number]) =>
    JSON_FILE.test(file) && v.is(languageTag, tag);
  const known: readonly string[] = Object.values(EDITION_FILES);
  return {
    parts: Object.fromEntries(
      Object.entries(EDITION_FILES).filter(
        ([part, file]) => Object.hasOwn(RECORD_FILES, part) || there.includes(file),
      ),
    ),
    translations: Object.fromEntries(
      translated.filter(isLanguage).map(({ tag, file }) => [tag, file]),
    ),
    errors: [
      ...there.filter((name) => !known.includes(name)),
      ...translated.filter((one) => !isLanguage(one)).map(({ file }) => file),
    ].map((file) => ({ file, path: '$', message: 'no file of an edition has this name' })),
  };
}

/** Reads and checks a folder; a file that is missing, unknown or not JSON is an error like any other. */
export async function readEdition(folder: string): Promise<ReadEdition> {
  const files = await findFiles(folder);
  const { parts, errors: unreadParts } = await readNamedFiles(folder, files.parts);
  const translated = await readNamedFiles(folder, files.translations);
  const unread = [...files.errors, ...unreadParts, ...translated.errors];
  const contents = { ...parts, translations: translated.parts };
  if (unread.length === 0) return parseEdition(contents);
  const { errors } = parseEdition(contents);
  const named = new Set(unread.map(({ file }) => file));
  return { edition: null, errors: [...unread, ...errors.filter(({ file }) => !named.has(file))] };
}
