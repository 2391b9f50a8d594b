/** The cosine of the angle between two rows of counts: 1 for the same profile, 0 for nothing in common. */
function similarity(a: readonly number[], b: readonly number[]): number {
  let product = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    product += value * other;
    squaresOfA += value * value;
    squaresOfB += other * other;
  }
  return product === 0 ? 0 : product / Math.sqrt(squaresOfA * squaresOfB);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * The order in which rows with like profiles stand side by side, as their positions: a chain that starts at the largest
 * row and goes on to the one most like the last. Ties go to the earlier row, so that the order is always the same.
 */
export function similarityOrder(rows: readonly (readonly number[])[]): number[] {
  const left = new Set(rows.keys());
  const order: number[] = [];
  const take = (scoreOf: (position: number) => number) => {
    let best = -1;
    let bestScore = -Infinity;
    for (const position of left) {
      const score = scoreOf(position);
      if (score > bestScore) [best, bestScore] = [position, score];
    }
    left.delete(best);
    order.push(best);
  };
  if (left.size > 0) take((position) => sum(rows[position] ?? []));
  while (left.size > 0) {
    const last = rows[order.at(-1) ?? 0] ?? [];
    take((position) => similarity(last, rows[position] ?? []));
  }
  return order;
}
