import type { LanguageMap } from '#src/api/schemas/common.ts';
import { inLanguage, type TaggedText } from './shown-text.ts';

/** The name that stands first: in the interface's language, else in English. */
export function shownName(names: LanguageMap, language: string): TaggedText {
  return inLanguage(names, language) ?? { text: names.en, lang: 'en' };
}

/**
 * The name as it is written where its bearer comes from, if the record has that form and it differs from the one
 * already shown. The language follows from the country by Unicode's likely subtags, so no country is listed here.
 */
export function nativeName(
  names: LanguageMap,
  country: string,
  shown: TaggedText,
): TaggedText | null {
  const lang = new Intl.Locale(`und-${country}`).maximize().language;
  const native = inLanguage(names, lang);
  return native?.text === shown.text ? null : native;
}
