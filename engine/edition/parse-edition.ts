import { checkReferences } from './check-references.ts';
import { checkShape } from './check-shape.ts';
import {
  EDITION_FILES,
  EDITION_SCHEMAS,
  type Edition,
  isEditionFile,
  translatedInto,
  translationsFile,
  TranslationsFile,
} from './edition.ts';
import type { EditionError } from './edition-error.ts';

export type ReadEdition =
  | { edition: Edition; errors: [] }
  | { edition: null; errors: EditionError[] };
type Contents = Partial<Record<Exclude<keyof Edition, 'translations'>, unknown>> & {
  translations?: Record<string, unknown> | undefined;
};

function checkTranslations(contents: Contents, errors: EditionError[]) {
  return Object.fromEntries(
    Object.entries(contents.translations ?? {}).map(([tag, content]) => [
      tag,
      checkShape(TranslationsFile, content, translationsFile(tag), errors) ?? {},
    ]),
  );
}

/**
 * Checks the files' parsed contents: every file's shape first, then, once all shapes hold, what the files say of each
 * other. Nothing stops at the first error, so that an editor can mend all of them at once.
 */
export function parseEdition(contents: Contents): ReadEdition {
  const errors: EditionError[] = [];
  const parts: Partial<Record<keyof Edition, unknown>> = {};
  for (const part of Object.keys(EDITION_SCHEMAS) as (keyof typeof EDITION_SCHEMAS)[]) {
    parts[part] = checkShape(EDITION_SCHEMAS[part], contents[part], EDITION_FILES[part], errors);
  }
  parts.translations = checkTranslations(contents, errors);
  if (errors.length > 0) return { edition: null, errors };
  const edition = parts as Edition;
  const wrongReferences = checkReferences(edition);
  return wrongReferences.length > 0
    ? { edition: null, errors: wrongReferences }
    : { edition, errors: [] };
}

/** What is wrong with the names of files: what one of another name says would be lost without a word. */
export const nameFaults = (files: readonly string[]): EditionError[] =>
  files
    .filter((file) => !isEditionFile(file))
    .map((file) => ({ file, path: '$', message: 'no file of an edition has this name' }));

/**
 * An edition from its files' parsed contents by their names, or every error: those of files that could not be read, and
 * what is wrong with the others.
 */
export function parseFiles(
  contents: Readonly<Record<string, unknown>>,
  unread: readonly EditionError[],
): ReadEdition {
  const parts = Object.entries(EDITION_FILES).map(([part, file]) => [part, contents[file]]);
  const translations = Object.entries(contents).flatMap(([file, content]) => {
    const tag = translatedInto(file);
    return tag === null ? [] : [[tag, content]];
  });
  const read = parseEdition({
    ...Object.fromEntries(parts),
    translations: Object.fromEntries(translations),
  });
  if (unread.length === 0) return read;
  const named = new Set(unread.map(({ file }) => file));
  const others = read.errors.filter(({ file }) => !named.has(file));
  return { edition: null, errors: [...unread, ...others] };
}
