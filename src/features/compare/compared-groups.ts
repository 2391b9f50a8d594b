import { type Group, groupText, parseGroup } from '#src/address/groups.ts';

/** What an address asks to compare, brought to what is on record. */
export interface ComparedGroups {
  a: Group;
  b: Group;
  /** The sides that are not what was asked for; `text` is null where a side was left out. */
  replaced: { side: 'a' | 'b'; text: string | null; group: Group }[];
}

/** What there is to compare. */
export interface KnownGroups {
  ordinals: readonly number[];
  /** Of the meetings held by the as-of date. */
  held: readonly number[];
  /** Null where the meetings are not wholly known, so that nobody is refused. */
  coChair: ReadonlySet<string> | null;
  /** Those that have begun by the as-of date. */
  exchangeYear: ReadonlySet<string>;
}

const nearest = (ordinals: readonly number[], wanted: number) =>
  ordinals.toSorted((x, y) => Math.abs(x - wanted) - Math.abs(y - wanted) || x - y)[0] ?? wanted;

/** The group that a text means, brought to the meetings held; null where it is a meeting, or nothing on record. */
function toKnownGroup(text: string | null, known: KnownGroups): Group | null {
  const group = text === null ? null : parseGroup(text);
  if (group === null || group.kind === 'meeting') return null;
  if (group.kind !== 'range') return known[group.kind]?.has(group.id) === false ? null : group;
  const [from, to] = [nearest(known.held, group.from), nearest(known.held, group.to)];
  // Before the first meeting there is no range of those held.
  return known.held.length > 0 && from < to ? { kind: 'range', from, to } : null;
}

/**
 * Reads two groups as an address gives them. A side that means none, or one that is not on record, is a meeting as
 * {@link parsePair} finds it. Null with fewer than two meetings.
 */
export function parseGroups(
  given: { a: string | null; b: string | null },
  known: KnownGroups,
): ComparedGroups | null {
  const pair = parsePair(given, known.ordinals);
  if (pair === null) return null;
  const replaced: ComparedGroups['replaced'] = [];
  const read = (side: 'a' | 'b'): Group => {
    const text = given[side];
    const named = toKnownGroup(text, known);
    const group = named ?? { kind: 'meeting' as const, ordinal: pair[side] };
    const isReplaced =
      named === null ? pair.replaced.some((one) => one.side === side) : groupText(named) !== text;
    if (isReplaced) replaced.push({ side, text, group });
    return group;
  };
  return { a: read('a'), b: read('b'), replaced };
}

/** What an address asks to compare, brought to meetings that exist. */
interface ComparedPair {
  a: number;
  b: number;
  /** The sides whose meeting is not the one that was asked for; `text` is null where a side was left out. */
  replaced: { side: 'a' | 'b'; text: string | null; ordinal: number }[];
}

const ORDINAL = /^[1-9]\d{0,8}$/;

/**
 * Reads two ordinals as an address gives them. Without any, the latest two are compared; a number that is not on record gives
 * the nearest that is, and anything else what would stand there by default. Null with fewer than two meetings.
 */
export function parsePair(
  given: { a: string | null; b: string | null },
  ordinals: readonly number[],
): ComparedPair | null {
  const [latest, before] = ordinals.toSorted((x, y) => y - x);
  if (latest === undefined || before === undefined) return null;
  const isDefault = given.a === null && given.b === null;
  const replaced: ComparedPair['replaced'] = [];
  const read = (side: 'a' | 'b', fallback: number) => {
    const text = given[side];
    if (text !== null && ORDINAL.test(text) && ordinals.includes(Number(text))) return Number(text);
    const ordinal =
      text !== null && ORDINAL.test(text) ? nearest(ordinals, Number(text)) : fallback;
    if (!isDefault) replaced.push({ side, text, ordinal });
    return ordinal;
  };
  const a = read('a', before);
  return { a, b: read('b', latest), replaced };
}
