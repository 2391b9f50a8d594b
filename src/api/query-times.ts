/** How long an answer is taken as it is before it is asked for again. */
export const FRESH_MS = 5 * 60_000;
/**
 * How long the numbers of filters that the reader has left are kept, and a page of a walk once no row of it is near the
 * window: long enough to look back, and a day of choices does not pile up.
 */
export const LEFT_MS = 20_000;
