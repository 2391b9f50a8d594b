import { askedOnce } from '#src/lib/asked-once.ts';
import type { Language } from './languages.ts';
import type { LateCatalogue } from './messages.ts';
import { toCatalogue } from './to-catalogue.ts';

const loaders: Record<Language, () => Promise<LateCatalogue>> = {
  en: askedOnce(async () => toCatalogue((await import('./late-en.ts')).areas)),
  zh: askedOnce(async () => toCatalogue((await import('./late-zh.ts')).areas)),
  ru: askedOnce(async () => toCatalogue((await import('./late-ru.ts')).areas)),
};

/** The words that no first view says; the same promise for the same language, so that a component can wait for it. */
export function loadLateCatalogue(language: Language): Promise<LateCatalogue> {
  return loaders[language]();
}
