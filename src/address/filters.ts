import { isEdtfDate, firstDay, lastDay } from '#src/api/edtf.ts';
import type { EntryKind } from '#src/api/schemas/entries.ts';
import type { EvidenceStatus } from '#src/api/schemas/common.ts';
import { MAX_QUERY_LENGTH, type EntryFilters } from '#src/api/params.ts';
import { withoutUnseen } from '#src/lib/shown-text.ts';
import {
  firstOf,
  IDENTIFIER,
  list,
  readParameter,
  text,
  writeTexts,
  type Parameter,
  type Reading,
  type Refused,
} from './parameter.ts';

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
  /** Whose account some evidence of an entry is: a party's id, `joint` or `third`. */
  reportedBy: string[];
  coChair: string[];
  q: string;
}

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
  'reportedBy',
  'coChair',
] as const satisfies readonly FilterName[];
export type ListFilter = (typeof LIST_FILTERS)[number];

const ORDINAL = /^[1-9]\d{0,8}$/;

const date = text((value) => (isEdtfDate(value) ? null : 'not-a-date'));
const known = (name: 'field' | 'group' | 'party' | 'exchangeYear' | 'reportedBy' | 'coChair') =>
  list((value, { vocabulary }) =>
    IDENTIFIER.test(value) && vocabulary[name]?.has(value) !== false ? null : 'unknown',
  );
const ordinals = list((value, { vocabulary }) =>
  ORDINAL.test(value)
    ? vocabulary.meeting?.has(value) === false
      ? 'unknown'
      : null
    : 'not-a-number',
);

export const FILTER_PARAMETERS: { [N in FilterName]: Parameter<Filters[N]> } = {
  from: { ...date, isAhead: true },
  to: { ...date, isAhead: true },
  field: known('field'),
  group: known('group'),
  party: known('party'),
  kind: list<EntryKind>((value, { vocabulary }) => (vocabulary.kind.has(value) ? null : 'unknown')),
  meeting: {
    ...ordinals,
    default: [],
    parse: (texts, refuse, reading) =>
      ordinals
        .parse(texts, refuse, reading)
        .map(Number)
        .toSorted((a, b) => a - b),
    write: (meetings) => meetings.map(String),
  },
  status: list<EvidenceStatus>((value, { vocabulary }) =>
    vocabulary.status.has(value) ? null : 'unknown',
  ),
  exchangeYear: known('exchangeYear'),
  source: list((value, { vocabulary }) =>
    IDENTIFIER.test(value) && !vocabulary.lostSource.has(value) ? null : 'unknown',
  ),
  reportedBy: known('reportedBy'),
  coChair: known('coChair'),
  q: {
    default: '',
    parse: (texts, refuse) => {
      const value = withoutUnseen(firstOf(texts, refuse)).trim();
      if (value.length <= MAX_QUERY_LENGTH) return value;
      refuse(`${value.slice(0, 20)}…`, 'too-long');
      return '';
    },
    write: (value) => (value === '' ? [] : [value]),
    step: 'ends',
    isAhead: true,
  },
};
export const FILTER_NAMES = Object.keys(FILTER_PARAMETERS) as FilterName[];

export const NO_FILTERS = Object.fromEntries(
  FILTER_NAMES.map((name) => [name, FILTER_PARAMETERS[name].default]),
) as unknown as Filters;

/**
 * Reads the filters of an address. Total: whatever cannot be used is left out and told in `refused`, so that every
 * address gives the nearest valid view.
 */
export function parseFilters(
  search: URLSearchParams,
  reading: Reading,
): { filters: Filters; refused: Refused[] } {
  const refused: Refused[] = [];
  const read = FILTER_NAMES.map((name) => [
    name,
    readParameter<unknown, Reading>(name, FILTER_PARAMETERS[name], search, reading, refused),
  ]);
  const filters = Object.fromEntries(read) as Filters;
  const { from, to } = filters;
  if (from === null) return { filters, refused };
  const isBackward = to !== null && firstDay(from) > lastDay(to);
  const isLate = !isBackward && firstDay(from) > reading.asOf;
  if (!isBackward && !isLate) return { filters, refused };
  const reason = isBackward ? 'order' : 'after-as-of';
  refused.push({ parameter: 'from', value: from, reason });
  return { filters: { ...filters, from: null }, refused };
}

/** The filters as one text: the same for the same filters, so that it serves as their identity. */
export function filterText(filters: Filters): string {
  const search = new URLSearchParams();
  for (const name of FILTER_NAMES)
    writeTexts(search, name, (FILTER_PARAMETERS[name] as Parameter<unknown>).write(filters[name]));
  return search.toString();
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
