/** The parts of a bar that are there, each with how much it counts and what lies before it. */
export function withStarts<Part>(
  parts: readonly Part[],
  countOf: (part: Part, index: number) => number,
): { part: Part; count: number; before: number }[] {
  let sum = 0;
  return parts
    .map((part, index) => {
      const count = countOf(part, index);
      const before = sum;
      sum += count;
      return { part, count, before };
    })
    .filter(({ count }) => count > 0);
}
