/** Some columns of a table: from one place to before another. */
export interface Block {
  from: number;
  to: number;
}

/**
 * Paper cannot be scrolled sideways: a table that is wider than a sheet is set as several below each other, of about as
 * many columns each and at most so many, and each with the heads of its rows. One block where all columns fit.
 */
export function paperBlocks(columns: number, most: number): Block[] {
  const count = Math.max(1, Math.ceil(columns / most));
  return Array.from({ length: count }, (_, index) => ({
    from: Math.round((index * columns) / count),
    to: Math.round(((index + 1) * columns) / count),
  }));
}
