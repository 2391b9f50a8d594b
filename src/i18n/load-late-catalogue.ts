import { askedOnce } from '#src/lib/asked-once.ts';
import type { Language } from './languages.ts';
import type { LateCatalogue } from './messages.ts';

const loaders: Record<Language, () => Promise<LateCatalogue>> = {
  en: askedOnce(async () => (await import('./late-en.ts')).catalogue),
  zh: askedOnce(async () => (await import('./late-zh.ts')).catalogue),
  ru: askedOnce(async () => (await import('./late-ru.ts')).catalogue),
};

/** The words that no first view says; the same promise for the same language, so that a component can wait for it. */
export function loadLateCatalogue(language: Language): Promise<LateCatalogue> {
  return loaders[language]();
}
