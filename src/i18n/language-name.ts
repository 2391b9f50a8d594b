const names = new Map<string, Intl.DisplayNames>();

/**
 * The name of a language in the words of a locale; the tag itself where it has none, or where it is not one of BCP 47:
 * the contract also lets tags through that are none.
 */
export function languageName(tag: string, locale: string): string {
  let known = names.get(locale);
  if (known === undefined) {
    known = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
    names.set(locale, known);
  }
  try {
    return known.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
