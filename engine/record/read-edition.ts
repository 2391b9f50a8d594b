import { RECORD_FILES } from './record.ts';
import { checkReferences } from './check-references.ts';
import { checkShape } from './check-shape.ts';
import { EDITION_SCHEMAS, type Edition } from './edition.ts';
import type { EditionError } from './edition-error.ts';
import { readParts } from './read-parts.ts';

type Read = { edition: Edition; errors: [] } | { edition: null; errors: EditionError[] };

/**
 * Checks the files' parsed contents: every file's shape first, then, once all shapes hold, what the files say of each
 * other. Nothing stops at the first error, so that an editor can mend all of them at once.
 */
export function parseEdition(contents: Partial<Record<keyof Edition, unknown>>): Read {
  const errors: EditionError[] = [];
  const parts: Partial<Record<keyof Edition, unknown>> = {};
  for (const part of Object.keys(EDITION_SCHEMAS) as (keyof Edition)[]) {
    parts[part] = checkShape(EDITION_SCHEMAS[part], contents[part], RECORD_FILES[part], errors);
  }
  if (errors.length > 0) return { edition: null, errors };
  const edition = parts as Edition;
  const wrongReferences = checkReferences(edition);
  return wrongReferences.length > 0
    ? { edition: null, errors: wrongReferences }
    : { edition, errors: [] };
}

/** Reads and checks a folder; a file that is missing or is not JSON is an error like any other. */
export async function readEdition(folder: string): Promise<Read> {
  const { parts, errors: unread } = await readParts(folder);
  if (unread.length === 0) return parseEdition(parts);
  const { errors } = parseEdition(parts);
  const files = new Set(unread.map(({ file }) => file));
  return { edition: null, errors: [...unread, ...errors.filter(({ file }) => !files.has(file))] };
}
