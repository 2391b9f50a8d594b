import type { LanguageMap } from '#src/api/schemas/common.ts';

/** A name in a script of its own, with the BCP 47 tag that a screen reader needs to say it. */
export interface TaggedName {
  text: string;
  lang: string;
}

/** The name that stands first: in the interface's language, else in English. */
export function shownName(names: LanguageMap, language: string): TaggedName {
  const own = names[language];
  return own === undefined ? { text: names.en, lang: 'en' } : { text: own, lang: language };
}

/**
 * The name as it is written where its bearer comes from, if the record has that form and it differs from the one
 * already shown. The language follows from the country by Unicode's likely subtags, so no country is listed here.
 */
export function nativeName(
  names: LanguageMap,
  country: string,
  shown: TaggedName,
): TaggedName | null {
  const lang = new Intl.Locale(`und-${country}`).maximize().language;
  const text = names[lang];
  return text === undefined || text === shown.text ? null : { text, lang };
}
