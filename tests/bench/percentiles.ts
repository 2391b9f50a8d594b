/**
 * The least of some figures that so large a part of them does not exceed, by nearest rank; not a number where there are none.
 * @param part above 0, at most 1: 0.95 for the 95th percentile, 1 for the maximum
 */
export const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN;

export const percentile95 = (values: readonly number[]): number => percentile(values, 0.95);

/** The middle one of some figures, of an even number the upper middle one; not a number where there are none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
