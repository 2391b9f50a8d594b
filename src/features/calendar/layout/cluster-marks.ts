/** Marks that stand too close to be told apart, drawn as one; `x` is its middle. */
export interface Cluster<Item> {
  x: number;
  /** Which one it is from the left, from 0. */
  place: number;
  items: readonly Item[];
}

/**
 * Joins marks that would touch, so that the result fits one row: middles lie at least `size` apart and within the
 * width. Items are given from left to right.
 */
export function clusterMarks<Item>(
  items: readonly Item[],
  toX: (item: Item) => number,
  size: number,
  width: number,
): Cluster<Item>[] {
  const half = size / 2;
  const groups: { first: number; last: number; items: Item[] }[] = [];
  for (const item of items) {
    const x = Math.min(Math.max(toX(item), half), Math.max(half, width - half));
    const group = groups.at(-1);
    if (group && x - group.first < size) {
      group.items.push(item);
      group.last = x;
    } else {
      groups.push({ first: x, last: x, items: [item] });
    }
  }
  let previous = -Infinity;
  const placed = groups.map(({ first, last, items: members }, place) => {
    const x = Math.max((first + last) / 2, previous + size);
    previous = x;
    return { x, place, items: members };
  });
  // What the right edge would cut is pushed back, and pushes its neighbours in turn.
  let limit = width - half;
  for (const cluster of placed.toReversed()) {
    cluster.x = Math.min(cluster.x, limit);
    limit = cluster.x - size;
  }
  return placed;
}
