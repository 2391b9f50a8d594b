import * as fc from 'fast-check';

type Place = readonly (string | number)[];
type Mutation = (value: unknown, at: Place) => unknown;
type Holder = Record<string | number, unknown>;

const OTHER_VALUES = [
  null,
  true,
  '',
  ' ',
  'nonsense',
  'No Identifier',
  'a'.repeat(101),
  '2023-02-30',
  '2023-13',
  '2023/2022',
  'javascript:alert(1)',
  'https://example.org/',
  'zh-Hant',
  'CN',
  -1,
  0,
  1,
  1.5,
  400,
  10_000,
  [],
  [null],
  ['text'],
  {},
  { en: 1 },
];

/** Every place inside a value, the value itself first. */
export function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value)
    ? value.map((item, index): [number, unknown] => [index, item])
    : Object.entries(value);
  return [at, ...inside.flatMap(([key, item]) => placesOf(item, [...at, key]))];
}

/** Calls back with what holds the place; the value itself is held by nothing and stays as it is. */
export function change(
  value: unknown,
  at: Place,
  edit: (holder: Holder, key: string | number) => void,
) {
  const copy = structuredClone(value);
  const key = at.at(-1);
  if (key === undefined) return copy;
  const holder = at.slice(0, -1).reduce((part, step) => (part as Holder)[step], copy) as Holder;
  edit(holder, key);
  return copy;
}

const drop: Mutation = (value, at) =>
  change(value, at, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  });

const add: Mutation = (value, at) =>
  change(value, at, (holder) => {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[0]));
    else holder['unforeseen'] = 7;
  });

const replaceBy =
  (other: unknown): Mutation =>
  (value, at) =>
    at.length === 0
      ? other
      : change(value, at, (holder, key) => {
          holder[key] = other;
        });

const MUTATIONS: readonly Mutation[] = [drop, drop, add, ...OTHER_VALUES.map(replaceBy)];

/** One to three things of an example dropped, added or replaced, mostly so that it is no longer valid. */
export function arbitraryMutant(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const steps = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MUTATIONS)), {
    minLength: 1,
    maxLength: 3,
  });
  return fc.tuple(fc.constantFrom(...examples), steps).map(([example, all]) =>
    all.reduce((value, [n, mutation]) => {
      const places = placesOf(value);
      return mutation(value, places[n % places.length] ?? []);
    }, example),
  );
}
