/** True for names that differ by one letter, or by two that changed places; digits tell things apart that are in a row. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let [start, end] = [0, 0];
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one[start] === other[start]) start += 1;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one, other].map((id) => id.slice(start, id.length - end)) as [
    string,
    string,
  ];
  if (/\d/.test(left + right)) return false;
  const isTurned = left.length === 2 && left === `${right[1]}${right[0]}`;
  return isTurned || Math.max(left.length, right.length) === 1;
}
