import { knownOf } from '#src/api/schemas/common.ts';
import { SearchType } from '#src/api/schemas/search.ts';
import type { Translator } from '#src/i18n/translator.ts';

/** The type of a match in words; one that is newer than this app stands as it was given. */
export function searchTypeWords(given: string, { t }: Pick<Translator, 't'>): string {
  const type = knownOf(SearchType, given);
  return type === null ? given : t(`search.type-${type}`);
}
