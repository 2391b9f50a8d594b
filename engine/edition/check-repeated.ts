import type { RecordFault } from '#src/api/record-fault.ts';
import { faultAt, shown, toJsonPath } from '../reading/faults.ts';
import { EDITION_FILES, type Part } from './edition.ts';

type Item = Readonly<Record<string, unknown>>;

/** The lists of a part in which nothing says twice the same, and those that each thing of a part has. */
const LISTS: readonly (readonly [part: Part, list?: string])[] = [
  ['mechanism', 'notes'],
  ['fields', 'groups'],
  ['fields', 'fields'],
  ['sources'],
  ['places'],
  ['people'],
  ['offices'],
  ['meetings'],
  ['entries'],
  ['exchangeYears'],
  ['commissions'],
];
const INNER: Partial<Record<Part, readonly string[]>> = {
  entries: ['further'],
  exchangeYears: ['hosting', 'events', 'figures'],
  commissions: ['sessions'],
};

/** What a thing says, whatever it is called by. */
const saidBy = (item: Item) => JSON.stringify({ ...item, id: null });

/** What whoever wrote a thing knows it by. */
function knownAs(item: Item): string {
  const name = item['name'] as Item | undefined;
  const known = ['text', 'title', 'label', 'year', 'date', 'source'].map((key) => item[key]);
  return shown(name?.['en'] ?? known.find((one) => one != null) ?? item['id']);
}

function repeatedIn(
  part: Part,
  list: readonly unknown[],
  steps: readonly (string | number)[],
): RecordFault[] {
  const items = list.map((item, at) => ({ item: item as Item, at }));
  const alike = Map.groupBy(items, ({ item }) => saidBy(item));
  return [...alike.values()].flatMap((same) =>
    same.length === 1
      ? []
      : same.map(({ item, at }) =>
          faultAt(EDITION_FILES[part], [...steps, at], {
            code: 'repeated',
            // Those that repeat each other are told together.
            values: { value: knownAs(item), first: toJsonPath([...steps, same[0]?.at ?? at]) },
          }),
        ),
  );
}

/**
 * What no two things of a list say as a rule: filled down, or pasted into more rows than one. Details of one thing that say
 * it, and are `alike` in all that belongs to it, contradict each other where the `other` value is not the same.
 */
type Own = { part: Part; list?: string; key: string; alike?: readonly string[]; other?: string };
const OWN: readonly Own[] = [
  { part: 'entries', key: 'text' },
  { part: 'sources', key: 'url' },
  { part: 'exchangeYears', list: 'hosting', key: 'year', other: 'host' },
  {
    part: 'exchangeYears',
    list: 'figures',
    key: 'label',
    alike: ['unit', 'source'],
    other: 'value',
  },
  { part: 'commissions', list: 'sessions', key: 'ordinal' },
];

function sameIn(
  { part, key, alike = [], other }: Own,
  list: readonly unknown[],
  steps: readonly (string | number)[],
): RecordFault[] {
  const items = list.map((item, at) => ({ item: item as Item, at }));
  const told = items.filter(({ item }) => item[key] !== null);
  const groups = Map.groupBy(told, ({ item }) =>
    JSON.stringify([key, ...alike].map((one) => item[one])),
  );
  return [...groups.values()].flatMap((same) => {
    if (same.length === 1) return [];
    const said = new Set(same.map(({ item }) => saidBy(item)));
    const others = new Set(same.map(({ item }) => (other === undefined ? item : item[other])));
    // Those that say all else alike too are told.
    return said.size < same.length || others.size === 1
      ? []
      : same.map(({ item, at }) =>
          faultAt(EDITION_FILES[part], [...steps, at, key], {
            code: 'same-elsewhere',
            values: { value: shown(item[key]) },
          }),
        );
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What was pasted twice, more likely than meant: things that say what others say, each under an id of its own or under none. */
export function findRepeated(contents: Partial<Record<Part, unknown>>): RecordFault[] {
  const same = OWN.flatMap((own) => {
    const [items, { list }] = [listOf(contents[own.part]), own];
    return list === undefined
      ? sameIn(own, items, [])
      : items.flatMap((item, at) => sameIn(own, listOf((item as Item)[list]), [at, list]));
  });
  const repeated = LISTS.flatMap(([part, list]) => {
    const content = contents[part];
    const items = listOf(list === undefined ? content : (content as Item | null)?.[list]);
    return [
      ...repeatedIn(part, items, list === undefined ? [] : [list]),
      ...items.flatMap((item, at) =>
        (INNER[part] ?? []).flatMap((inner) =>
          repeatedIn(part, listOf((item as Item)[inner]), [at, inner]),
        ),
      ),
    ];
  });
  return [...repeated, ...same];
}
