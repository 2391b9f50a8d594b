import type { Language } from './languages.ts';
import type { LateCatalogue } from './messages.ts';

const loaders: Record<Language, () => Promise<{ catalogue: LateCatalogue }>> = {
  en: () => import('./late-en.ts'),
  zh: () => import('./late-zh.ts'),
  ru: () => import('./late-ru.ts'),
};
const asked = new Map<Language, Promise<LateCatalogue>>();

/** The words that no first view says; the same promise for the same language, so that a component can wait for it. */
export function loadLateCatalogue(language: Language): Promise<LateCatalogue> {
  const known = asked.get(language);
  if (known) return known;
  const words = loaders[language]().then(({ catalogue }) => catalogue);
  asked.set(language, words);
  // What failed once may be asked for again.
  words.catch(() => asked.delete(language));
  return words;
}
