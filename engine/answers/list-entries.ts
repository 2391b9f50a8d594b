import {
  DEFAULT_LIMIT,
  type EntryFilters,
  type EntryParams,
  type EntrySort,
} from '#src/api/params.ts';
import type { Entry, EntryList } from '#src/api/schemas/entries.ts';
import { createCursors, toWalk } from '../requests/list-cursor.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { entryStatus, pagesOf, toEvidence } from '../record/evidence.ts';
import { compareIds, compareText } from '../text/text-order.ts';
import { matchEntries, refuseUnknownIds } from './entry-match.ts';
import type { Lookup } from './record-lookup.ts';

/** In the order of the contract's schema, whatever order a record's own properties have. */
export function toEntry({ fact }: IndexedEntry, lookup: Lookup): Entry {
  const { id, kind, party, text, lang, translations, locator, quote } = fact;
  return {
    id,
    meeting: { ordinal: fact.meeting, date: lookup.meeting(fact.meeting).date },
    kind,
    party,
    fields: fact.fields.map(lookup.field),
    exchangeYears: fact.exchangeYears.map(lookup.exchangeYear),
    text,
    lang,
    ...(translations && { translations }),
    source: lookup.source(fact.source),
    locator,
    status: entryStatus(fact, lookup.accountOf),
    ...(quote && { quote }),
    evidence: toEvidence(pagesOf(fact), lookup.document),
  };
}

type Matched = { isMatch: Uint8Array; total: number };

function matchAll(index: EntryIndex, filters: EntryFilters): Matched {
  const isMatch = new Uint8Array(index.entries.length);
  let total = 0;
  matchEntries(index, filters).each((_, fails, position) => {
    if (fails !== 0) return;
    isMatch[position] = 1;
    total += 1;
  });
  return { isMatch, total };
}

/** Keeps the last walk's matches, so that each further page of a long list costs only itself. */
export function createEntryLister(index: EntryIndex, lookup: Lookup, dataVersion: string) {
  const orderOf = createEntryOrders(index);
  let last: { key: string; matched: Matched } | null = null;

  const matchedFor = (filters: EntryFilters): Matched => {
    const key = JSON.stringify([dataVersion, ...toWalk(filters)]);
    if (last?.key !== key) last = { key, matched: matchAll(index, filters) };
    return last.matched;
  };

  return ({
    sort = '-meeting',
    limit = DEFAULT_LIMIT,
    cursor,
    ...filters
  }: EntryParams): EntryList => {
    refuseUnknownIds(filters, lookup);
    const cursors = createCursors([dataVersion, ...toWalk({ ...filters, sort })]);
    const start = cursors.parse(cursor, index.entries.length);
    const { isMatch, total } = matchedFor(filters);
    const { items, next } = collect(index, orderOf(sort), isMatch, { start, limit });
    return {
      items: items.map((entry) => toEntry(entry, lookup)),
      total,
      nextCursor: next === null ? null : cursors.format(next),
    };
  };
}

/** `next` is the place in the order of the first match after the page, or null if the page is the last. */
function collect(
  index: EntryIndex,
  order: Uint32Array,
  isMatch: Uint8Array,
  { start, limit }: { start: number; limit: number },
): { items: IndexedEntry[]; next: number | null } {
  const items: IndexedEntry[] = [];
  for (let place = start; place < order.length; place += 1) {
    const position = order[place] ?? 0;
    const entry = index.entries[position];
    if (isMatch[position] !== 1 || entry === undefined) continue;
    if (items.length === limit) return { items, next: place };
    items.push(entry);
  }
  return { items, next: null };
}

type Key = Exclude<Unsigned<EntrySort>, 'text'>;
type Unsigned<Sort> = Sort extends `-${string}` ? never : Sort;

const KEYS: Record<Key, (entry: IndexedEntry) => number> = {
  meeting: ({ meeting }) => meeting,
  kind: ({ kind }) => kind,
  party: ({ party }) => party,
  field: ({ fields }) => fields[0] ?? 0,
  status: ({ status }) => status,
  source: ({ source }) => source,
  account: ({ side }) => side,
};
const SURROGATE = /[\uD800-\uDFFF]/;

/** Positions by a small number of each, without comparing: where the number is the same, the order given stays. */
function byNumber(
  order: Uint32Array,
  numberOf: (position: number) => number,
  size: number,
): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const position of order) starts[numberOf(position) + 1]! += 1;
  for (let at = 1; at <= size; at += 1) starts[at]! += starts[at - 1]!;
  const sorted = new Uint32Array(order.length);
  for (const position of order) sorted[starts[numberOf(position)]!++] = position;
  return sorted;
}

/** By code point, like everything that the contract sorts; units will do where no text goes beyond the basic plane. */
function byText({ entries, idOrder }: EntryIndex, sign: number): Uint32Array {
  const texts = entries.map(({ fact }) => fact.text);
  const rank = new Uint32Array(idOrder.length);
  idOrder.forEach((position, place) => (rank[position] = place));
  const compare = texts.some((text) => SURROGATE.test(text)) ? compareText : compareIds;
  return idOrder.toSorted(
    (a, b) => sign * compare(texts[a] ?? '', texts[b] ?? '') || (rank[a] ?? 0) - (rank[b] ?? 0),
  );
}

/** The positions of all entries in a stated order, sorted once for each order that is asked for; ties are by id. */
function createEntryOrders(index: EntryIndex): (sort: EntrySort) => Uint32Array {
  const { entries, idOrder } = index;
  const orders = new Map<EntrySort, Uint32Array>();
  const toOrder = (sort: EntrySort): Uint32Array => {
    const isDescending = sort.startsWith('-');
    const key = isDescending ? sort.slice(1) : sort;
    if (key === 'text') return byText(index, isDescending ? -1 : 1);
    const valueOf = KEYS[key as Key];
    const { meetings, kinds, parties, fields, statuses, sources, sides } = index;
    const lists = [meetings, kinds, parties, fields, statuses, sources, sides];
    const last = Math.max(...lists.map(({ length }) => length));
    // An entry without a source, or on nobody's account, comes last in either direction.
    const numberOf = (position: number) => {
      const value = valueOf(entries[position]!);
      if (value < 0) return last + 1;
      return isDescending ? last - value : value;
    };
    return byNumber(idOrder, numberOf, last + 2);
  };
  return (sort) => {
    const order = orders.get(sort) ?? toOrder(sort);
    orders.set(sort, order);
    return order;
  };
}
