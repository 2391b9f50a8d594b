/** The ordinals on record that lie nearest to one that is not, at most `count`, in ascending order. */
export function nearestOrdinals(ordinals: readonly number[], wanted: number, count = 3): number[] {
  return ordinals
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    .slice(0, count)
    .toSorted((a, b) => a - b);
}

/** An ordinal as an address spells it; null for anything else. */
export function parseOrdinal(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
