/** The interface's languages by BCP 47 tag, in the order of the menu, each named in itself. */
export const LANGUAGES = [
  { tag: 'en', label: 'English', locale: 'en-GB' },
  { tag: 'zh', label: '中文', locale: 'zh-CN' },
  { tag: 'ru', label: 'Русский', locale: 'ru-RU' },
] as const;

export type Language = (typeof LANGUAGES)[number]['tag'];

export function isLanguage(tag: string): tag is Language {
  return LANGUAGES.some((language) => language.tag === tag);
}

/** The first of the reader's preferred languages that the interface speaks, else English. */
export function preferredLanguage(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    const tag = preference.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(tag)) return tag;
  }
  return 'en';
}

export function localeOf(language: Language): string {
  return LANGUAGES.find(({ tag }) => tag === language)?.locale ?? 'en-GB';
}
