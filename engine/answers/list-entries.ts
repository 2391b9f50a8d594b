import { DEFAULT_LIMIT, type EntryFilters, type EntryParams } from '#src/api/params.ts';
import type { Entry, EntryList } from '#src/api/schemas/entries.ts';
import { createCursors, toWalk } from '../requests/list-cursor.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { entryStatus, pagesOf, toEvidence } from '../record/evidence.ts';
import { matchEntries, refuseUnknownIds } from './entry-match.ts';
import { createEntryOrders } from './entry-order.ts';
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
