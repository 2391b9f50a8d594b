import { lastDay } from '#src/api/edtf.ts';
import type { Entry } from '#src/api/schemas/entries.ts';

/** A meeting that is not on record, of which an entry says in what year it is due. */
export interface DueMeeting {
  ordinal: number;
  /** `2026`. */
  date: string;
  /** The entry that says so. */
  entry: Entry;
}

/** True where its year has passed by a day (`YYYY-MM-DD`). */
export const isOverdue = ({ date }: DueMeeting, asOf: string): boolean => lastDay(date) < asOf;

type Announcing = Pick<Entry, 'text' | 'translations' | 'quote'>;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Up to 99, as an ordinal stands in Chinese texts: 三十一. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}

/** What names the meeting of an ordinal, or the next one, in the languages of read-outs. */
function namesOf(ordinal: number): RegExp {
  const meeting = '(?:regular |regularly scheduled )?meeting';
  const names = [
    `(?<!\\d)${ordinal}(?:st|nd|rd|th) ${meeting}`,
    `\\bnext ${meeting}`,
    `(?<!\\d)${ordinal}-[а-я]{1,2} (?:регулярн[а-я]+ |очередн[а-я]+ )?встреч`,
    `(?:следующ|очередн)[а-я]+ (?:регулярн[а-я]+ )?встреч`,
    `第(?:${ordinal}${ordinal < 100 ? `|${inChinese(ordinal)}` : ''})次(?:定期)?会晤`,
    `下(?:一)?次(?:定期)?会晤`,
  ];
  return new RegExp(names.join('|'), 'i');
}

const YEAR = /(?<!\d)[12]\d{3}(?!\d)/g;

/** The languages in which an entry says what it says, each by itself. */
const textsOf = ({ text, translations, quote }: Announcing) => [
  text,
  ...Object.values(translations ?? {}),
  ...(quote === undefined ? [] : [quote.text]),
];

/** The one year, no earlier than the meeting before, that a text names. */
function yearIn(text: string, earliest: string): string | null {
  const [year, ...others] = new Set(text.match(YEAR)?.filter((one) => one >= earliest));
  return year !== undefined && others.length === 0 ? year : null;
}

/**
 * What the announcements of the last meeting held say of the one after it: a year, where one of them names that meeting
 * and one year. A sentence that names two years, or a meeting of something else, says nothing here.
 */
export function dueMeeting(
  entries: readonly Entry[],
  held: { ordinal: number; date: string },
): DueMeeting | null {
  const ordinal = held.ordinal + 1;
  const names = namesOf(ordinal);
  for (const entry of entries.filter(({ kind }) => kind === 'announcement'))
    for (const text of textsOf(entry)) {
      const date = names.test(text) ? yearIn(text, held.date.slice(0, 4)) : null;
      if (date !== null) return { ordinal, date, entry };
    }
  return null;
}
