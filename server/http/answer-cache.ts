type Kept = { answer: Promise<string>; length: number };

/**
 * Keeps the answers that were asked for last, up to so many characters: an edition never changes, so they hold as long as
 * it is current. Whoever asks the same meanwhile waits for the first answer instead of computing another.
 */
export function createAnswerCache(mostCharacters: number) {
  const kept = new Map<string, Kept>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  /** Counts an answer once it is there, and drops the oldest that are too many. */
  const settle = async (key: string, entry: Kept) => {
    try {
      const { length } = await entry.answer;
      if (kept.get(key) !== entry) return;
      entry.length = length;
      total += length;
    } catch {
      drop(key);
    }
    for (const oldest of kept.keys()) {
      if (total <= mostCharacters) break;
      drop(oldest);
    }
  };
  const compute = (key: string, work: () => Promise<string> | string) => {
    const entry: Kept = { answer: Promise.resolve().then(work), length: 0 };
    kept.set(key, entry);
    void settle(key, entry);
    return entry.answer;
  };
  return (key: string, work: () => Promise<string> | string): Promise<string> => {
    if (mostCharacters === 0) return Promise.resolve().then(work);
    const found = kept.get(key);
    if (found === undefined) return compute(key, work);
    // Asked for again: it is the youngest now.
    kept.delete(key);
    kept.set(key, found);
    return found.answer;
  };
}
