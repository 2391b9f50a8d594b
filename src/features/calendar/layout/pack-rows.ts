/** A stretch of a drawing's width, in pixels. */
export interface Extent {
  left: number;
  right: number;
}

/**
 * Gives each extent the first row in which it touches none of those before it. Extents are given from left to right by
 * their left edges; the result has their rows in the same order.
 */
export function packRows(extents: readonly Extent[], gap: number): number[] {
  const ends: number[] = [];
  return extents.map(({ left, right }) => {
    const free = ends.findIndex((end) => end + gap <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}

/** The extent of a box of this width that starts at `x`, moved left as far as it must to end within `limit`. */
export function fitExtent(x: number, width: number, limit: number): Extent {
  const left = Math.max(0, Math.min(x, limit - width));
  return { left, right: left + width };
}
