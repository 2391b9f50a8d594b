import { INPUT_LIMITS } from '../record/input-limits.ts';
import type { Found } from './faults.ts';

/**
 * Signs that no text is written with, and that nobody sees in one: controls, what marks the order of bytes, no characters.
 * Later controls are what is left of letters in another encoding, which is warned of.
 */
const NO_SIGN = /(?![\t\n\r\u0080-\u009F])[\p{Cc}\uFEFF\p{Noncharacter_Code_Point}]/u;

const codeOf = (sign: string) =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** What keeps a text from being stored and shown as it is; null if nothing does. */
export function textFault(text: string): Found | null {
  const most = INPUT_LIMITS.textLength;
  if (text.length > most) return { code: 'text-long', values: { length: text.length, most } };
  const odd = NO_SIGN.exec(text);
  if (odd !== null)
    return { code: 'text-sign', values: { sign: codeOf(odd[0]), place: odd.index + 1 } };
  if (text.isWellFormed()) return null;
  const lone = /\p{Surrogate}/u.exec(text);
  return {
    code: 'text-half',
    values: { half: codeOf(lone?.[0] ?? ''), place: (lone?.index ?? 0) + 1 },
  };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number in the one way that all write it who write it by its value: 3.0 and 3 are one. */
export const plainNumber = (text: string | null | undefined) =>
  text == null || numberFault(text) !== null ? text : String(Number(text));

/** The significant digits of a number as it is written, without sign, point, exponent and zeros at either end. */
const digitsOf = (text: string) =>
  text
    .replace(/[eE].*$/, '')
    .replaceAll(/[-.]/g, '')
    .replaceAll(/^0+|0+$/g, '');

/** What keeps a number from being held exactly as it is written; null if nothing does. */
export function numberFault(text: string): Found | null {
  if (!NUMBER.test(text)) return { code: 'number-wrong', values: { value: text.slice(0, 40) } };
  const number = Number(text);
  const value = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (!Number.isFinite(number)) return { code: 'number-large', values: { value } };
  if (Object.is(number, -0)) return { code: 'number-minus-zero', values: { value } };
  if (digitsOf(text) !== digitsOf(String(number)) || (number === 0 && digitsOf(text) !== ''))
    return { code: 'number-inexact', values: { value, kept: String(number) } };
  return null;
}
