/**
 * What is asked for once and then kept: everyone who asks gets the same promise. A failure is not kept, so that whoever
 * asks after it asks anew.
 */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | null = null;
  return () => {
    if (asked !== null) return asked;
    const mine = ask();
    asked = mine;
    mine.catch(() => (asked = null));
    return mine;
  };
}
