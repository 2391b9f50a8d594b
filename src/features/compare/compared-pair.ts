/** What an address asks to compare, brought to meetings that exist. */
export interface ComparedPair {
  a: number;
  b: number;
  /** The sides whose meeting is not the one that was asked for; `text` is null where a side was left out. */
  replaced: { side: 'a' | 'b'; text: string | null; ordinal: number }[];
}

const ORDINAL = /^[1-9]\d{0,8}$/;

const nearest = (ordinals: readonly number[], wanted: number) =>
  ordinals.toSorted((x, y) => Math.abs(x - wanted) - Math.abs(y - wanted) || x - y)[0];

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
      text !== null && ORDINAL.test(text)
        ? (nearest(ordinals, Number(text)) ?? fallback)
        : fallback;
    if (!isDefault) replaced.push({ side, text, ordinal });
    return ordinal;
  };
  const a = read('a', before);
  return { a, b: read('b', latest), replaced };
}
