import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { knownOf } from '#src/api/schemas/common.ts';
import {
  SearchType as KnownType,
  type SearchMatch,
  type SearchResult,
  type SearchType,
} from '#src/api/schemas/search.ts';
import type { Filters } from '#src/address/filters.ts';
import { paths } from '#src/address/paths.ts';

/** The most matches of a type that the contract gives. */
export const MOST_PER_GROUP = 50;

/** Where a match leads: a page, the filters to set there, and the place on it. */
export interface SearchTarget {
  pathname: string;
  filters?: Partial<Filters>;
  hash?: string;
  /** The search knows no as-of date: a list that is to be as long as the number of matches must not have one either. */
  isOfWholeRecord?: true;
}

/** One line that can be chosen: a match, or the way to all of a group's matches, here where `target` is null. */
export interface SearchOption {
  key: string;
  type: SearchType;
  match: SearchMatch | null;
  target: SearchTarget | null;
}

export interface SearchSection {
  type: SearchType;
  total: number;
  options: SearchOption[];
}

/** How many things match. */
export const countAll = (sections: readonly SearchSection[]): number =>
  sections.reduce((sum, { total }) => sum + total, 0);

/** The page that a match is read on. A place has none of its own; the meetings' list shows who met where. */
function searchTarget(type: SearchType, { id, meeting }: SearchMatch): SearchTarget {
  const targets: Record<(typeof KnownType.options)[number], () => SearchTarget> = {
    meeting: () => ({ pathname: paths.meeting(Number(id)) }),
    person: () => ({ pathname: paths.person(id) }),
    place: () => ({ pathname: paths.meetings() }),
    field: () => ({ pathname: paths.field(id) }),
    'exchange-year': () => ({ pathname: paths.exchangeYear(id) }),
    source: () => ({ pathname: paths.source(id) }),
    entry: () =>
      meeting === null
        ? { pathname: paths.fields(), hash: '#entries' }
        : { pathname: paths.meeting(meeting), hash: `#entry-${id}` },
  };
  const known = knownOf(KnownType, type);
  if (known !== null) return targets[known]();
  // What a newer backend finds has no page here: the meeting that it belongs to comes nearest, else the overview.
  return { pathname: meeting === null ? paths.overview() : paths.meeting(meeting) };
}

/** Where a group can be read whole, for the groups whose view takes the same text. */
function wholeTarget(type: SearchType, q: string): SearchTarget | null {
  const whole = { filters: { q }, isOfWholeRecord: true } as const;
  if (type === 'entry') return { ...whole, pathname: paths.fields(), hash: '#entries' };
  if (type === 'source') return { ...whole, pathname: paths.sources() };
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
    if (total > items.length && (items.length < MOST_PER_GROUP || wholeTarget(type, q) !== null))
      options.push({ key: `${type}-all`, type, match: null, target: wholeTarget(type, q) });
    return { type, total, options };
  });
}

/**
 * The part of a text that a backend must take: no longer than the contract allows, no half of a character at its end,
 * and without the commas of "Li, Qiang", which the record's text may not have.
 */
export function searchableText(text: string): string {
  return text
    .trim()
    .slice(0, MAX_QUERY_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll(/[,;，；、]+(?=\s|$)/g, '')
    .trim();
}
