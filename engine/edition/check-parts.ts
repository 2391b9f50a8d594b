import type * as v from 'valibot';

import { checkShape, type Placed, type Steps } from './check-shape.ts';

type Item = Record<string, unknown>;
export type PartsOf<Part extends string> = Partial<Record<Part, unknown>>;

/** What is left of a part without the things that have faults, and what is known of those. */
export type SoundPart = {
  content: unknown;
  /** Ids and ordinals of what was left out: a reference to one of them leads somewhere. */
  leftOut: readonly (string | number)[];
  /** True where things are there whose ids cannot be read: no reference can be said to lead nowhere. */
  isOpen: boolean;
  /** The steps in the file to what stands at these steps in what is left. */
  original: (steps: Steps) => Steps;
};

const unchanged = (steps: Steps) => steps;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
const idOf = (value: unknown) => {
  const id = isItem(value) ? (value['id'] ?? value['ordinal']) : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

/** A list without its items that have faults; `depth` is how many steps lead to the list. */
function soundList(content: unknown, faults: readonly Placed[], depth: number): SoundPart {
  const given: unknown[] = Array.isArray(content) ? content : [];
  const bad = new Set(faults.map(({ steps }) => steps[depth]));
  const kept = given.flatMap((_, index) => (bad.has(index) ? [] : [index]));
  const isIdBad = faults.some(({ steps }) => {
    const [index, property] = [steps[depth], steps[depth + 1]];
    return (
      typeof index !== 'number' ||
      idOf(given[index]) === null ||
      property === 'id' ||
      property === 'ordinal'
    );
  });
  return {
    content: kept.map((index) => given[index]),
    leftOut: given.flatMap((item, index) => (bad.has(index) ? [idOf(item) ?? []].flat() : [])),
    isOpen: isIdBad,
    original: (steps) =>
      steps.map((step, at) =>
        at === depth && typeof step === 'number' ? (kept[step] ?? 0) : step,
      ),
  };
}

/** An object of lists (the fields and their groups, a mechanism's parties), each list without its faulty items. */
function soundLists(content: unknown, faults: readonly Placed[], lists: readonly string[]) {
  const given = isItem(content) ? content : {};
  const sound = new Map(
    lists.map((list) => {
      const own = faults.filter(({ steps }) => steps[0] === list || steps.length === 0);
      return [list, soundList(given[list], own, 1)];
    }),
  );
  return {
    content: {
      ...given,
      ...Object.fromEntries([...sound].map(([key, part]) => [key, part.content])),
    },
    of: (list: string) => sound.get(list),
    original: (steps: Steps) => sound.get(String(steps[0]))?.original(steps) ?? steps,
  };
}

/** An object without the properties that have faults, by which things are told there. */
const soundProperties = (content: unknown, faults: readonly Placed[]): SoundPart => {
  const bad = new Set(faults.map(({ steps }) => steps[0]));
  const given = isItem(content) && !faults.some(({ steps }) => steps.length === 0) ? content : {};
  return {
    content: Object.fromEntries(Object.entries(given).filter(([key]) => !bad.has(key))),
    leftOut: [],
    isOpen: true,
    original: unchanged,
  };
};

const LISTS: Record<string, readonly string[]> = {
  mechanism: ['parties'],
  fields: ['groups', 'fields'],
};

export type CheckedPart = { faults: Placed[]; sound: (list?: string) => SoundPart };

/** A part held against its schema; what nobody could read is open, and has no faults beside the one that says so. */
export function checkPart(
  part: string,
  schema: v.GenericSchema,
  content: unknown,
  isUnread: boolean,
): CheckedPart {
  const checked = isUnread ? null : checkShape(schema, content);
  const faults = checked?.faults ?? [];
  const known = faults.length > 0 ? content : checked?.output;
  const open = (sound: SoundPart): SoundPart => ({ ...sound, isOpen: sound.isOpen || isUnread });
  const lists = LISTS[part];
  if (lists !== undefined) {
    const sound = soundLists(known, faults, lists);
    return {
      faults,
      sound: (list = '') => open({ leftOut: [], isOpen: false, ...sound.of(list), ...sound }),
    };
  }
  const isLeftOut = known === undefined && faults.length === 0 && !isUnread;
  const sound =
    part === 'secondSources' ? soundProperties(known, faults) : soundList(known, faults, 0);
  return { faults, sound: () => open(isLeftOut ? { ...sound, content: undefined } : sound) };
}
