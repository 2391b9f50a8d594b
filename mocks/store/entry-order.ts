import type { EntrySort } from '#src/api/params.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { compareText } from './order.ts';

type Key = 'meeting' | 'kind' | 'party' | 'field' | 'status' | 'source' | 'text';
type Compare = (a: IndexedEntry, b: IndexedEntry) => number;

const COMPARE: Record<Key, Compare> = {
  meeting: (a, b) => a.meeting - b.meeting,
  kind: (a, b) => a.kind - b.kind,
  party: (a, b) => a.party - b.party,
  field: (a, b) => (a.fields[0] ?? 0) - (b.fields[0] ?? 0),
  status: (a, b) => a.status - b.status,
  source: (a, b) => a.source - b.source,
  text: (a, b) => compareText(a.fact.text, b.fact.text),
};

function toCompare(sort: EntrySort): Compare {
  const isDescending = sort.startsWith('-');
  const key = (isDescending ? sort.slice(1) : sort) as Key;
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    if (key === 'source' && (a.source < 0 || b.source < 0)) {
      if (a.source !== b.source) return a.source < 0 ? 1 : -1;
    }
    return sign * COMPARE[key](a, b) || compareText(a.fact.id, b.fact.id);
  };
}

/** The positions of all entries in a stated order, sorted once for each order that is asked for. */
export function createEntryOrders(index: EntryIndex): (sort: EntrySort) => Uint32Array {
  const orders = new Map<EntrySort, Uint32Array>();
  return (sort) => {
    const known = orders.get(sort);
    if (known) return known;
    const compare = toCompare(sort);
    const positions = index.entries
      .map((entry, position) => ({ entry, position }))
      .toSorted((a, b) => compare(a.entry, b.entry));
    const order = Uint32Array.from(positions, ({ position }) => position);
    orders.set(sort, order);
    return order;
  };
}
