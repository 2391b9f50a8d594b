import { IDENTIFIER, type Ignored } from './filters.ts';

const PARAMETER = 'entry';

/** How the page of a meeting names an entry's place. */
const PART = '#entry-';

/**
 * The id of the entry that an address has selected, or that its hash names as on the page of a meeting. Whether there is
 * such an entry, only the list can tell.
 */
export function parseSelectedEntry(
  search: URLSearchParams,
  hash: string,
  ignored: Ignored[] = [],
): string | null {
  const value = search.get(PARAMETER);
  if (value === null || value === '') {
    const named = hash.startsWith(PART) ? hash.slice(PART.length) : '';
    return IDENTIFIER.test(named) ? named : null;
  }
  if (IDENTIFIER.test(value)) return value;
  ignored.push({ parameter: PARAMETER, value, reason: 'unknown' });
  return null;
}

/** Writes the selected entry into an address; null selects none. */
export function withSelectedEntry(current: URLSearchParams, id: string | null): URLSearchParams {
  const next = new URLSearchParams(current);
  if (id === null) next.delete(PARAMETER);
  else next.set(PARAMETER, id);
  return next;
}
