/** What texts hold that nobody means to write: another encoding, another column, signs that are left of other programs. */
import type { FaultCode, RecordFault } from '#src/api/record-fault.ts';
import { faultAt, shown } from '../reading/faults.ts';
import { BY_LANGUAGE, type Steps } from './check-shape.ts';
import { findInTexts } from './warn.ts';

/**
 * Letters of UTF-8 that were read as Latin-1, Windows-1252, Windows-1251, GBK or not at all; Cyrillic letters that were read
 * as Latin ones; what is left of letters that an encoding does not have.
 */
const GARBLED = new RegExp(
  [
    '[\\uFFFD\\u0080-\\u009F]|锟斤拷|\\?{4}|â€',
    '[ÃÐÑ][\\u0080-\\u00BF\\u2018-\\u203A]|[äåæçèé][\\u0080-\\u00BF]{2}',
    '(?:[РС][\\u00A0-\\u00BF\\u0401-\\u040F\\u0451-\\u045F\\u0490\\u0491\\u2013-\\u203A\\u20AC\\u2116\\u2122]){2}',
    '[À-ÖØ-öø-ÿ]{5}|[À-ÖØ-Þ]{4}',
  ].join('|'),
  'u',
);
/** A letter that was none of the encoding's; in an address it begins what is asked for. */
const LOST = /\p{L}\?\p{L}/u;

/**
 * Spaces at an end, and signs that nobody sees: a text with them is another one, and is not found by what it says. Among them
 * what turns the direction of reading, so that a text shows another one, or turns what follows it on the page.
 */
const UNSEEN =
  /^[\s\p{Zs}\u200B-\u200D]|[\s\p{Zs}\u200B-\u200D]$|[\u00AD\u200B\u202A-\u202E\u2060-\u2064\u206A-\u206F\uFFF9-\uFFFB]/u;
/** Marks and isolates, which keep words of two directions in order; without a letter that is read from the right there is nothing to keep. */
const DIRECTING = /[\u061C\u200E\u200F\u2066-\u2069]/;
const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isUnseen = (text: string) =>
  UNSEEN.test(text) || (DIRECTING.test(text) && !FROM_RIGHT.test(text));
/** A mark of hypertext, an apostrophe that kept a program from working the text out, letters of two scripts in one word. */
const LEFT_OVER =
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|&(?:amp|lt|gt|quot|nbsp|#\d+);|^'(?!.*'(?:\P{L}|$))|^=[\w$.]+[(!:+*/-]|\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/iu;
/** What is no words: a date, a number, an address, an answer. */
const NO_WORDS = /^(?:[\d\s.,/-]+|https?:\/\/\S+|yes|no)$/i;
/** What people write where they know nothing. */
const NOTHING =
  /^(?:[-–—?.…]+|n\/?a|tbd|none|null|unknown|нет|无|#(?:REF|VALUE|NULL|NUM|SPILL|CALC|DIV\/0)!|#NAME\?|#N\/A)$/i;

/** The properties that hold words. */
const WORDS: ReadonlySet<unknown> = new Set([
  'text',
  'title',
  'publisher',
  'venue',
  'label',
  'notes',
  'basis',
]);
/** Those that may also hold a number alone, a quotation among them. */
const OF_ANY: ReadonlySet<unknown> = new Set(['unit', 'locator', 'written', 'other', 'text']);
const isOfWords = (steps: Steps) =>
  (WORDS.has(steps.at(-1)) && steps.at(-2) !== 'quote') ||
  BY_LANGUAGE.test(String(steps.at(-2) ?? ''));

function oddIn(text: string, steps: Steps, codes: ReadonlySet<string>): FaultCode | null {
  const isLost = text.includes('?') && LOST.test(text) && !text.includes('://');
  if (isLost || GARBLED.test(text)) return 'garbled';
  if (isUnseen(text)) return 'text-unseen';
  if (LEFT_OVER.test(text)) return 'text-left-over';
  const isName = isOfWords(steps);
  const isNothing = NOTHING.test(text) && (isName || OF_ANY.has(steps.at(-1)));
  return isNothing || (isName && (NO_WORDS.test(text) || codes.has(text))) ? 'no-words' : null;
}

/**
 * Texts within a file that look as if they were not meant so.
 * @param codes what parties and accounts are called by
 */
export const findOddTexts = (
  file: string,
  value: unknown,
  codes: ReadonlySet<string>,
): RecordFault[] =>
  findInTexts(value, (text, steps) => {
    const code = oddIn(text, steps, codes);
    return code === null ? [] : [faultAt(file, steps, { code, values: { sample: shown(text) } })];
  });
