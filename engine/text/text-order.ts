/** By UTF-16 unit: as {@link compareText} for ids, which are ASCII, and far faster. */
export function compareIds<Id extends string | number>(a: Id, b: Id): number {
  return a < b ? -1 : Number(a > b);
}

/** By code point, as the contract sorts text; `<` compares UTF-16 units, which differs beyond the basic plane. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) {
      const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
      const start = isLow(a.charCodeAt(index)) && isLow(b.charCodeAt(index)) ? index - 1 : index;
      return (a.codePointAt(start) ?? 0) - (b.codePointAt(start) ?? 0);
    }
  }
  return a.length - b.length;
}

/** Null comes last, in either direction. */
export function compareNullable<Value>(
  a: Value | null,
  b: Value | null,
  compare: (a: Value, b: Value) => number,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}
