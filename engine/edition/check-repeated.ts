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

/** What no two things of a list say as a rule: filled down, or pasted into more rows than one. */
const OWN: readonly (readonly [part: Part, key: string])[] = [
  ['entries', 'text'],
  ['sources', 'url'],
];

function sameIn(part: Part, key: string, list: readonly unknown[]): RecordFault[] {
  const items = list.map((item, at) => ({ item: item as Item, at }));
  return [...Map.groupBy(items, ({ item }) => item[key]).values()].flatMap((same) =>
    // Those that say all else alike too are told.
    same.length === 1 || new Set(same.map(({ item }) => saidBy(item))).size < same.length
      ? []
      : same.map(({ item, at }) =>
          faultAt(EDITION_FILES[part], [at, key], {
            code: 'same-elsewhere',
            values: { value: shown(item[key]) },
          }),
        ),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What was pasted twice, more likely than meant: things that say what others say, each under an id of its own or under none. */
export function findRepeated(contents: Partial<Record<Part, unknown>>): RecordFault[] {
  const same = OWN.flatMap(([part, key]) => sameIn(part, key, listOf(contents[part])));
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
