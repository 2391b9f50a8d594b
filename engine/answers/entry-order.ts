import type { EntrySort } from '#src/api/params.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { compareIds, compareText } from '../text/text-order.ts';

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
export function createEntryOrders(index: EntryIndex): (sort: EntrySort) => Uint32Array {
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
