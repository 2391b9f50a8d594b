import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

import { RECORD_FILES } from './record.ts';
import { checkReferences } from './check-references.ts';
import { EDITION_SCHEMAS, type Edition } from './edition.ts';
import { type EditionError, toJsonPath } from './edition-error.ts';

type Read = { edition: Edition; errors: [] } | { edition: null; errors: EditionError[] };

function toErrors(file: string, issues: readonly v.BaseIssue<unknown>[]): EditionError[] {
  return issues.map((issue) => ({
    file,
    path: toJsonPath(
      (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    ),
    message: issue.message,
  }));
}

async function readJson(folder: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, file), 'utf8'));
}

/**
 * Checks the files' parsed contents: every file's shape first, then, once all shapes hold, what the files say of each
 * other. Nothing stops at the first error, so that an editor can mend all of them at once.
 */
export function parseEdition(contents: Partial<Record<keyof Edition, unknown>>): Read {
  const errors: EditionError[] = [];
  const parts: Partial<Record<keyof Edition, unknown>> = {};
  for (const part of Object.keys(EDITION_SCHEMAS) as (keyof Edition)[]) {
    const result = v.safeParse(EDITION_SCHEMAS[part], contents[part]);
    if (result.success) parts[part] = result.output;
    else errors.push(...toErrors(RECORD_FILES[part], result.issues));
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
  const contents: Partial<Record<keyof Edition, unknown>> = {};
  const unread: EditionError[] = [];
  for (const part of Object.keys(RECORD_FILES) as (keyof Edition)[]) {
    try {
      contents[part] = await readJson(folder, RECORD_FILES[part]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      unread.push({ file: RECORD_FILES[part], path: '$', message });
    }
  }
  if (unread.length === 0) return parseEdition(contents);
  const { errors } = parseEdition(contents);
  const files = new Set(unread.map(({ file }) => file));
  return { edition: null, errors: [...unread, ...errors.filter(({ file }) => !files.has(file))] };
}
