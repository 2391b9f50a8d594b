const LETTERS = 26;

/** The letters that a spreadsheet calls a column by, of its place from 0: A, B … Z, AA. */
export const letterOf = (at: number): string =>
  (at >= LETTERS ? letterOf(Math.floor(at / LETTERS) - 1) : '') +
  String.fromCharCode(65 + (at % LETTERS));

/** The place of a column by its letters: A is 0, AA is 26. */
export const placeOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
