import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import type { SearchMatch, SearchResult, SearchType } from '#src/api/schemas/search.ts';
import type { Filters } from '#src/filters/filters.ts';
import { paths } from '#src/filters/paths.ts';

/** Where a match leads: a page, the filters to set there, and the place on it. */
export interface SearchTarget {
  pathname: string;
  filters?: Partial<Filters>;
  hash?: string;
}

/** One line that can be chosen: a match, or the way to all of a group's matches. */
export interface SearchOption {
  key: string;
  type: SearchType;
  match: SearchMatch | null;
  target: SearchTarget;
}

export interface SearchSection {
  type: SearchType;
  total: number;
  options: SearchOption[];
}

/** The page that a match is read on. A place has none of its own; the meetings' list shows who met where. */
export function searchTarget(type: SearchType, { id, meeting }: SearchMatch): SearchTarget {
  const targets: Record<SearchType, () => SearchTarget> = {
    meeting: () => ({ pathname: paths.meeting(Number(id)) }),
    person: () => ({ pathname: paths.people(), hash: `#person-${id}` }),
    place: () => ({ pathname: paths.meetings() }),
    field: () => ({ pathname: paths.field(id) }),
    'exchange-year': () => ({ pathname: paths.exchangeYear(id) }),
    source: () => ({ pathname: paths.source(id) }),
    entry: () =>
      meeting === null
        ? { pathname: paths.fields(), hash: '#entries' }
        : { pathname: paths.meeting(meeting), hash: `#entry-${id}` },
  };
  return targets[type]();
}

/** Where a group can be read whole, for the groups whose view takes the same text. */
function wholeTarget(type: SearchType, q: string): SearchTarget | null {
  if (type === 'entry') return { pathname: paths.fields(), filters: { q }, hash: '#entries' };
  if (type === 'source') return { pathname: paths.sources(), filters: { q } };
  return null;
}

/** An answer as sections of options, in the backend's order. */
export function toSections({ q, groups }: SearchResult): SearchSection[] {
  return groups.map(({ type, total, items }) => {
    const options: SearchOption[] = items.map((match) => ({
      key: `${type}-${match.id}`,
      type,
      match,
      target: searchTarget(type, match),
    }));
    const whole = total > items.length ? wholeTarget(type, q) : null;
    if (whole !== null) options.push({ key: `${type}-all`, type, match: null, target: whole });
    return { type, total, options };
  });
}

/** The part of a text that a backend must take: no longer than the contract allows, no half of a character at its end. */
export function searchableText(text: string): string {
  return text
    .trim()
    .slice(0, MAX_QUERY_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
