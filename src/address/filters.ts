import { isEdtfDate, firstDay, lastDay } from '#src/api/edtf.ts';
import type { EntryKind } from '#src/api/schemas/entries.ts';
import type { EvidenceStatus } from '#src/api/schemas/common.ts';
import type { EntryFilters } from '#src/api/params.ts';
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';

/** The filters that all views share, as the address states them. Lists are sorted and hold no value twice. */
export interface Filters {
  field: string[];
  group: string[];
  party: string[];
  kind: EntryKind[];
  /** Ordinals. */
  meeting: number[];
  /** EDTF dates that bound the meeting's date. */
  from: string | null;
  to: string | null;
  status: EvidenceStatus[];
  exchangeYear: string[];
  source: string[];
  q: string;
}

export const NO_FILTERS: Filters = {
  field: [],
  group: [],
  party: [],
  kind: [],
  meeting: [],
  from: null,
  to: null,
  status: [],
  exchangeYear: [],
  source: [],
  q: '',
};

export type FilterName = keyof Filters;
export const LIST_FILTERS = [
  'group',
  'field',
  'party',
  'kind',
  'meeting',
  'status',
  'exchangeYear',
  'source',
] as const satisfies readonly FilterName[];
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Why a value in the address was left out. */
export type IgnoredReason =
  | 'unknown'
  | 'not-a-date'
  | 'not-a-number'
  | 'order'
  | 'after-as-of'
  | 'too-long';
export interface Ignored {
  parameter: string;
  value: string;
  reason: IgnoredReason;
}

/** The ids that exist in this mechanism; null where a list is not (wholly) known, so nothing of it is refused. */
export interface Vocabulary {
  field: ReadonlySet<string> | null;
  group: ReadonlySet<string> | null;
  party: ReadonlySet<string> | null;
  meeting: ReadonlySet<string> | null;
  exchangeYear: ReadonlySet<string> | null;
  /** The contract's, and those that the backend names beyond it. */
  kind: ReadonlySet<string>;
  status: ReadonlySet<string>;
}

/** What an id of the contract looks like. */
export const IDENTIFIER = /^[a-z0-9][a-z0-9-]{0,99}$/;
const ORDINAL = /^[1-9]\d{0,8}$/;
const VALUES_AT_MOST = 200;

function readList(
  search: URLSearchParams,
  name: ListFilter,
  accepts: (value: string) => IgnoredReason | null,
  ignored: Ignored[],
): string[] {
  const kept = new Set<string>();
  for (const value of search.getAll(name)) {
    if (value === '') continue;
    const reason = kept.size >= VALUES_AT_MOST ? 'too-long' : accepts(value);
    if (reason === null) kept.add(value);
    else ignored.push({ parameter: name, value, reason });
  }
  return [...kept].toSorted();
}

function readDate(search: URLSearchParams, name: 'from' | 'to', ignored: Ignored[]): string | null {
  const value = search.get(name);
  if (value === null || value === '') return null;
  if (isEdtfDate(value)) return value;
  ignored.push({ parameter: name, value, reason: 'not-a-date' });
  return null;
}

function readText(search: URLSearchParams, ignored: Ignored[]): string {
  const value = (search.get('q') ?? '').trim();
  if (value.length <= MAX_QUERY_LENGTH) return value;
  ignored.push({ parameter: 'q', value: `${value.slice(0, 20)}…`, reason: 'too-long' });
  return '';
}

/**
 * Reads the filters of an address. Total: whatever cannot be used is left out and told in `ignored`, so that every
 * address gives the nearest valid view.
 */
export function parseFilters(
  search: URLSearchParams,
  vocabulary: Vocabulary,
  asOf: string,
): { filters: Filters; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const known = (name: keyof Vocabulary) => (value: string) =>
    IDENTIFIER.test(value) && vocabulary[name]?.has(value) !== false ? null : ('unknown' as const);
  const isOrdinal = (value: string) =>
    ORDINAL.test(value)
      ? vocabulary.meeting?.has(value) === false
        ? ('unknown' as const)
        : null
      : ('not-a-number' as const);
  const within = (options: ReadonlySet<string>) => (value: string) =>
    options.has(value) ? null : ('unknown' as const);
  const from = readDate(search, 'from', ignored);
  const to = readDate(search, 'to', ignored);
  const isBackward = from !== null && to !== null && firstDay(from) > lastDay(to);
  const isLate = from !== null && !isBackward && firstDay(from) > asOf;
  if (isBackward) ignored.push({ parameter: 'from', value: from, reason: 'order' });
  if (isLate) ignored.push({ parameter: 'from', value: from, reason: 'after-as-of' });
  const filters: Filters = {
    field: readList(search, 'field', known('field'), ignored),
    group: readList(search, 'group', known('group'), ignored),
    party: readList(search, 'party', known('party'), ignored),
    kind: readList(search, 'kind', within(vocabulary.kind), ignored) as EntryKind[],
    meeting: readList(search, 'meeting', isOrdinal, ignored)
      .map(Number)
      .toSorted((a, b) => a - b),
    from: isBackward || isLate ? null : from,
    to,
    status: readList(search, 'status', within(vocabulary.status), ignored) as EvidenceStatus[],
    exchangeYear: readList(search, 'exchangeYear', known('exchangeYear'), ignored),
    source: readList(
      search,
      'source',
      (value) => (IDENTIFIER.test(value) ? null : 'unknown'),
      ignored,
    ),
    q: readText(search, ignored),
  };
  return { filters, ignored };
}

/** Writes a change of filters into an address: what equals the default is absent, unknown parameters survive. */
export function withFilters(current: URLSearchParams, change: Partial<Filters>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(change) as [FilterName, Filters[FilterName]][]) {
    next.delete(name);
    const values = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
    for (const one of values) next.append(name, String(one));
  }
  return next;
}

/** The filters as request parameters; with an as-of date only meetings held by then count. */
export function toEntryFilters(filters: Filters, asOf: string): EntryFilters {
  const params: EntryFilters = { to: asOf };
  for (const name of LIST_FILTERS) {
    const values = filters[name];
    if (values.length > 0) Object.assign(params, { [name]: values });
  }
  if (filters.from !== null) params.from = filters.from;
  if (filters.to !== null && lastDay(filters.to) <= asOf) params.to = filters.to;
  if (filters.q !== '') params.q = filters.q;
  return params;
}

/** A list filter's values with one more, or without it where it was among them; in the order that addresses have. */
export function toggled(values: readonly string[], value: string): string[] {
  const chosen = new Set(values);
  if (!chosen.delete(value)) chosen.add(value);
  return [...chosen].toSorted();
}

/** How many choices are active, each value of a list counted once. */
export function countActive(filters: Filters): number {
  const lists = LIST_FILTERS.reduce((sum, name) => sum + filters[name].length, 0);
  return lists + Number(filters.from !== null || filters.to !== null) + Number(filters.q !== '');
}
