/**
 * For every part of a chart of recharts: drawn where it stands, in the order in which it is written. Otherwise the library
 * draws each into a layer of its own, keeps the last of these layers for as long as the page is open, and with it all that
 * hangs together with it: the whole view that has gone, thousands of rows too.
 */
export const IN_PLACE = { zIndex: 0 } as const;
