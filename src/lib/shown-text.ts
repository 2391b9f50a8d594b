import type { Translations } from '#src/api/schemas/common.ts';

/** A free text of the record, with what it was translated to. */
export interface Told {
  text: string;
  /** BCP 47. */
  lang: string;
  translations?: Translations | undefined;
}

/** A text with the BCP 47 tag that a screen reader needs to say it. */
export interface TaggedText {
  text: string;
  lang: string;
}

/** A text as it is shown, in its language. */
export interface ShownText extends TaggedText {
  isTranslation: boolean;
}

/** True where both tags are of one language, whatever script or region they name. */
export const isSameLanguage = (one: string, other: string): boolean =>
  one.split('-')[0] === other.split('-')[0];

/** The script of a tag, or the one that it is usually written in; null for what is no tag. */
function scriptOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
}

/**
 * Of a text in several languages, the one in this language: by its own tag, else by one that says more than that, `zh-Hans`
 * for `zh`, and of several the one in the script that the language is usually written in. Null where there is none.
 */
export function inLanguage(
  texts: Readonly<Partial<Record<string, string>>>,
  language: string,
): TaggedText | null {
  const own = texts[language];
  if (own !== undefined) return { text: own, lang: language };
  const alike = Object.entries(texts).flatMap(([lang, text]) =>
    text !== undefined && lang.startsWith(`${language}-`) ? [{ text, lang }] : [],
  );
  const [first = null, ...others] = alike;
  // The platform takes its time over a tag, and hardly any language has two.
  if (others.length === 0) return first;
  const usual = scriptOf(language);
  return alike.find(({ lang }) => scriptOf(lang) === usual) ?? first;
}

/** A text in the reader's language where it has that, else as it was written. */
export function shownText({ text, lang, translations = {} }: Told, language: string): ShownText {
  const translated = isSameLanguage(lang, language) ? null : inLanguage(translations, language);
  return translated === null
    ? { text, lang, isTranslation: false }
    : { ...translated, isTranslation: true };
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
