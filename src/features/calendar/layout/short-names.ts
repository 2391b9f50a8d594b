/** What stands in brackets explains a name; a label has no room for it. */
const IN_BRACKETS = /\s*[(（][^)）]*[)）]/g;
/** Scripts written without spaces may be cut after any character. */
const IS_UNSPACED = /[\u2E80-\u9FFF\uAC00-\uD7AF]/;

function commonStart(names: readonly string[]): number {
  const [first = '', ...others] = names;
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  if (IS_UNSPACED.test(first)) return length;
  return first.lastIndexOf(' ', Math.max(0, length - 1)) + 1;
}

/**
 * Names cut down to what tells them apart: without brackets, and without the words that all of them start with. The
 * result has the order of `names`.
 */
export function shortNames(names: readonly string[]): string[] {
  const bare = names.map((name) => name.replaceAll(IN_BRACKETS, '').trim() || name);
  if (bare.length < 2) return bare;
  const start = commonStart(bare);
  return bare.every((name) => name.length - start >= 2)
    ? bare.map((name) => name.slice(start))
    : bare;
}
