/** A date in words that is not broken at the end of a line: it is read as one. */
export const unbroken = (date: string): string => date.replaceAll(' ', '\u00A0');
