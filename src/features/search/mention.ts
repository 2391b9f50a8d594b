import type { SearchMatch } from '#src/api/schemas/search.ts';

/** What an entry is among all that the words find: the only one, or the earliest or latest where no other shares its meeting. */
export type Mention = 'only' | 'first' | 'latest';

/**
 * Which mention a match is, of entries that stand from the latest meeting to the earliest. Null for those between, and
 * where the entries at hand do not tell.
 * @param total how many match, of which `matches` may be only the first
 */
export function mentionOf(
  matches: readonly Pick<SearchMatch, 'meeting'>[],
  total: number,
  at: number,
): Mention | null {
  if (total === 1) return 'only';
  const meeting = matches[at]?.meeting ?? null;
  if (meeting === null) return null;
  if (at === 0) return matches[1] && matches[1].meeting !== meeting ? 'latest' : null;
  return at === total - 1 && matches[at - 1]?.meeting !== meeting ? 'first' : null;
}
