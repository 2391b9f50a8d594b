/** The marks of an axis from 0 to at least the highest value, at round steps, about four of them. */
export function axisMarks(highest: number): number[] {
  if (highest <= 0) return [0];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  // Rounded, since 3 times 0.1 is not 0.3.
  const count = Math.ceil(Number((highest / step).toFixed(6)));
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}
