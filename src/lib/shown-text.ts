import type { Translations } from '#src/api/schemas/common.ts';

/** A free text of the record, with what it was translated to. */
export interface Told {
  text: string;
  /** BCP 47. */
  lang: string;
  translations?: Translations | undefined;
}

/** A text as it is shown, in its language. */
export interface ShownText {
  text: string;
  lang: string;
  isTranslation: boolean;
}

/** True where both tags are of one language, whatever script or region they name. */
export const isSameLanguage = (one: string, other: string): boolean =>
  one.split('-')[0] === other.split('-')[0];

/** A text in the reader's language where it has that, else as it was written. */
export function shownText({ text, lang, translations }: Told, language: string): ShownText {
  const translated = isSameLanguage(lang, language) ? undefined : translations?.[language];
  return translated === undefined
    ? { text, lang, isTranslation: false }
    : { text: translated, lang: language, isTranslation: true };
}

/** What stands where a document's title would: the title, or without one what the page is. */
export function sourceTitle(source: {
  title: string;
  language: string;
  standIn?: { text: string; isFromAddress: boolean } | undefined;
}): Told {
  const { title, language, standIn } = source;
  if (standIn === undefined) return { text: title, lang: language };
  return { text: standIn.text, lang: standIn.isFromAddress ? language : 'en' };
}

/** Letters of scripts in which signs without width join words, or part them. */
const JOINING = /[\p{L}--[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Han}]]/v;

/**
 * A text that somebody typed or pasted, without the signs that nobody sees: soft hyphens, spaces without width, marks of
 * direction. Pages, chats and documents put them into words, and a word that has one is found nowhere.
 */
export const withoutUnseen = (text: string): string =>
  JOINING.test(text)
    ? text.replaceAll(/[\p{Cf}--[\u200C\u200D]]/gv, '')
    : text.replaceAll(/\p{Cf}/gu, '');
