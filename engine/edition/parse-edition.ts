import { checkReferences } from './check-references.ts';
import { checkShape } from './check-shape.ts';
import {
  EDITION_FILES,
  EDITION_SCHEMAS,
  type Edition,
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
