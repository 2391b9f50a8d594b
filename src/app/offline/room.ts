/** So many answers are kept, and not longer than this together, in characters. */
export const MOST_ANSWERS = 500;
export const MOST_LENGTH = 10_000_000;

interface Kept {
  /** Milliseconds since 1970. */
  savedAt: number;
  /** In characters. */
  length: number;
}

/** Which of the kept answers, given in the order in which they were stored, have to go: those that were kept first. */
export function withoutRoom<Answer extends Kept>(answers: readonly Answer[]): Answer[] {
  const newestFirst = answers.toReversed().toSorted((a, b) => b.savedAt - a.savedAt);
  let length = 0;
  return newestFirst.filter((answer, index) => {
    length += answer.length;
    return index >= MOST_ANSWERS || length > MOST_LENGTH;
  });
}
