const CLASSES = 5;

/**
 * The class of a count, from 1 to {@link CLASSES}, where `max` is the highest there is: by the square root, so that the many
 * small counts differ from each other too. In whole numbers, so that a count at the edge of a class is always of that one.
 */
export function heatClass(count: number, max: number): number {
  for (let level = 1; level < CLASSES; level += 1)
    if (count * CLASSES ** 2 <= max * level ** 2) return level;
  return CLASSES;
}

/** The counts that each class holds, from the first to the last; without those that hold none. */
export function heatClasses(max: number): { level: number; from: number; to: number }[] {
  const endOf = (level: number) => Math.floor((max * level ** 2) / CLASSES ** 2);
  return Array.from({ length: CLASSES }, (_, place) => ({
    level: place + 1,
    from: endOf(place) + 1,
    to: endOf(place + 1),
  })).filter(({ from, to }) => from <= to);
}
