/** So long a failure is kept: whoever waits sees it, where a drawing that asks anew each time would ask without end. */
const FAILED_MS = 1000;

/**
 * What is asked for once and then kept: everyone who asks gets the same promise. A failure is forgotten after a moment,
 * so that whoever asks later asks anew.
 */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | null = null;
  return () => {
    if (asked !== null) return asked;
    asked = ask();
    asked.catch(() => setTimeout(() => (asked = null), FAILED_MS));
    return asked;
  };
}
