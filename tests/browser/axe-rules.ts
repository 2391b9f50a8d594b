/** What axe judges by, of a whole page and of a part. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rows of a list beyond these many are made of the same parts as the ones before, and so are those of a further part of a
 * table behind its heading and its first ones; axe takes a minute over four hundred.
 */
export const REST_OF_A_LIST = [
  ...['tbody > tr', 'ol > li', 'ul > li'].map((row) => `${row}:nth-child(n + 21)`),
  'tbody ~ tbody > tr:nth-child(n + 4)',
];
