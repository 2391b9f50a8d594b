/** Numbers in ascending order as runs of consecutive ones, by their first and last. */
export function runsOf(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const one of numbers) {
    const last = runs.at(-1);
    if (last?.to === one - 1) last.to = one;
    else runs.push({ from: one, to: one });
  }
  return runs;
}
