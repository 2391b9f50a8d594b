const names = new Map<string, Intl.DisplayNames>();

/** The name of a language (a BCP 47 tag) in the words of a locale; the tag itself where it has none. */
export function languageName(tag: string, locale: string): string {
  let known = names.get(locale);
  if (known === undefined) {
    known = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
    names.set(locale, known);
  }
  return known.of(tag) ?? tag;
}
