import { toWords } from '#engine/text/folded-text.ts';
import type { Values } from './statement.ts';

/** Every folded word of a query occurs in the column `folded`; one condition for each, so that an index can serve them. */
export function hasWords(q: string | undefined, values: Values): string[] {
  if (q === undefined) return [];
  return toWords(q).map((word) => {
    // No text in the database can hold this character, and no statement can carry it.
    if (word.includes('\0')) return 'false';
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    return `folded LIKE ${values.add(pattern)}`;
  });
}
