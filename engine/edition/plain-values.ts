import { INPUT_LIMITS } from '../record/input-limits.ts';

/** What keeps a text from being stored and shown as it is, in words; null if nothing does. */
export function textFault(text: string): string | null {
  if (text.length > INPUT_LIMITS.textLength)
    return `a text of ${text.length} characters; at most ${INPUT_LIMITS.textLength} are taken`;
  const zero = text.indexOf('\0');
  if (zero >= 0) return `the character U+0000, which no text can hold, at its place ${zero + 1}`;
  if (text.isWellFormed()) return null;
  const lone = /\p{Surrogate}/u.exec(text);
  const code = lone?.[0].charCodeAt(0).toString(16).toUpperCase() ?? '';
  return `half of a character (U+${code} without its other half), at its place ${(lone?.index ?? 0) + 1}`;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The significant digits of a number as it is written, without sign, point, exponent and zeros at either end. */
const digitsOf = (text: string) =>
  text
    .replace(/[eE].*$/, '')
    .replaceAll(/[-.]/g, '')
    .replaceAll(/^0+|0+$/g, '');

/** What keeps a number from being held exactly as it is written, in words; null if nothing does. */
export function numberFault(text: string): string | null {
  if (!NUMBER.test(text)) return `no number: "${text.slice(0, 40)}"`;
  const value = Number(text);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (!Number.isFinite(value)) return `the number ${shown} is too large to be held`;
  if (Object.is(value, -0)) return `the number ${shown} is minus zero`;
  if (digitsOf(text) !== digitsOf(String(value)) || (value === 0 && digitsOf(text) !== ''))
    return `the number ${shown} cannot be held exactly: it would become ${value}`;
  return null;
}
