import { toJsonPath, type Values } from '../reading/faults.ts';
import type { Placed, Steps } from './check-shape.ts';
import type { Part } from './edition.ts';

export type Id = string | number | null | undefined;
/** The ids that nobody could read, as they were written where something was; `all` where none could. */
export type Hidden = 'all' | readonly unknown[];
/** Those of the things in a part, or in one of its lists. */
export type HiddenIds = (part: Part, list?: string) => Hidden;

/** What is said instead of a party, in the record, by the contract or in addresses: both of them, neither, no host. */
export const NO_PARTIES: ReadonlySet<Id> = new Set(['joint', 'third', 'none']);

/** An id without whatever is no letter and no digit: what is left where it was only written otherwise. */
const bare = (id: unknown) =>
  typeof id === 'string' || typeof id === 'number'
    ? String(id)
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '')
    : null;

/**
 * Of faults by the id that they miss, those which follow only from an id that could not be read: each hides the one that it
 * resembles, or else the one that is missed most often.
 */
export function excusedOf<Fault>(missed: ReadonlyMap<Id, Fault[]>, hidden: Hidden): Fault[] {
  if (hidden === 'all') return [...missed.values()].flat();
  const left = new Map(missed);
  const taken: Fault[][] = [];
  const take = (id: Id) => {
    taken.push(left.get(id) ?? []);
    left.delete(id);
  };
  const alike = Map.groupBy(missed.keys(), bare);
  const unlike = hidden.filter((written) => {
    const like = alike.get(bare(written))?.shift();
    if (like !== undefined) take(like);
    return like === undefined;
  });
  // What can be no id is not the one that was meant.
  for (const id of left.keys()) if (!/^[a-z\d-]+$/.test(String(id))) left.delete(id);
  const often = [...left]
    .filter(([, faults]) => faults.length > 1)
    .toSorted(([, a], [, b]) => b.length - a.length);
  for (const [id] of often.slice(0, unlike.length)) take(id);
  // What is missed once alone may be a fault by itself: it is none where no more are missed than cannot be read.
  if (left.size <= unlike.length - often.length) for (const id of left.keys()) take(id);
  return taken.flat();
}

/** A list of ids in which none should stand twice. One that does is reported wherever it stands: nobody else knows which is the wrong one. */
export function checkEachOnce(
  ids: readonly Id[],
  stepsTo: (index: number) => Steps,
  report: (steps: Steps, code: 'used-twice', values: Values) => void,
) {
  const places = Map.groupBy(ids.keys(), (index) => ids[index]);
  for (const [id, alike] of places) {
    const [first = 0] = alike;
    if (id == null || alike.length === 1) continue;
    // Those that are the same are told together.
    const values = { id, first: toJsonPath(stepsTo(first)) };
    for (const index of alike) report(stepsTo(index), 'used-twice', values);
  }
}

const UNIQUE: readonly { part: Part; list?: string; key: string }[] = [
  { part: 'mechanism', list: 'parties', key: 'id' },
  { part: 'fields', list: 'groups', key: 'id' },
  { part: 'fields', list: 'fields', key: 'id' },
  ...(
    ['places', 'people', 'offices', 'entries', 'exchangeYears', 'commissions', 'sources'] as const
  ).map((part) => ({ part, key: 'id' })),
  { part: 'meetings', key: 'ordinal' },
];

type Named = { id: string | number; index: number; item: unknown };

/** What the parts have of each kind of thing that is called by an id, as they came: also things that have other faults. */
const namedIn = (contents: Partial<Record<Part, unknown>>) =>
  UNIQUE.map(({ part, list, key }) => {
    const given = contents[part];
    const items = list === undefined ? given : (given as Record<string, unknown> | null)?.[list];
    const named = (Array.isArray(items) ? items : []).flatMap((item: unknown, index): Named[] => {
      const id = (item as Record<string, unknown> | null)?.[key];
      return typeof id === 'string' || typeof id === 'number' ? [{ id, index, item }] : [];
    });
    return { part, list, key, named };
  });

/** Ids that stand twice. */
export function checkUnique(contents: Partial<Record<Part, unknown>>): (Placed & { part: Part })[] {
  return namedIn(contents).flatMap(({ part, list, key, named }) => {
    const found: (Placed & { part: Part })[] = [];
    checkEachOnce(
      named.map(({ id }) => id),
      (at) => [...(list === undefined ? [] : [list]), named[at]?.index ?? 0, key],
      (steps, code, values) => found.push({ part, steps, found: { code, values } }),
    );
    return found;
  });
}

/**
 * The ids, unknown, of the things of a part, or of one of its lists, in which the id of another one stands: each was to
 * have one of its own. The same thing twice hides nothing.
 */
export function findMixedUp(contents: Partial<Record<Part, unknown>>) {
  const lists = namedIn(contents).map(({ part, list, named }) => {
    const different = [...Map.groupBy(named, ({ id }) => id).values()].map((alike) =>
      alike.length === 1 ? 1 : new Set(alike.map(({ item }) => JSON.stringify(item))).size,
    );
    return { part, list, count: different.reduce((sum, one) => sum + one - 1, 0) };
  });
  return (part: Part, list?: string): null[] =>
    Array.from(
      { length: lists.find((one) => one.part === part && one.list === list)?.count ?? 0 },
      () => null,
    );
}
