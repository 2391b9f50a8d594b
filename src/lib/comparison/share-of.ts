/** A part of a whole, 0 to 1; of nothing it is 0, since 0 / 0 is no number that a page could show. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
