/** Beyond this many results it starts anew rather than grow without end. */
const MOST = 5000;

/**
 * Makes a function that works each key out once, for drawings that ask for the same in every frame. Two values with
 * the same key must give the same result.
 */
export function keptByKey<Value, Result extends string>(
  make: (value: Value) => Result,
): (key: string, value: Value) => Result {
  const known = new Map<string, Result>();
  return (key, value) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= MOST) known.clear();
    const made = make(value);
    known.set(key, made);
    return made;
  };
}
