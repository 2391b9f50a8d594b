/**
 * For a question whose answer is read by what {@link BelowFacts} draws later. A query tells of a change only of what was
 * read: a failure that came before anything had read whether there is one would never be shown.
 */
export const READ_BELOW = { notifyOnChangeProps: 'all' } as const;
