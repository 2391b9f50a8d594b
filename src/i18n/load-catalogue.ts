import type { Language } from './languages.ts';
import type { Catalogue } from './messages.ts';
import { toCatalogue, type AreaFiles } from './to-catalogue.ts';

const loaders: Record<Language, () => Promise<{ areas: AreaFiles }>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
  ru: () => import('./ru.ts'),
};

/** Fetches one language's messages; each language is a chunk of its own. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return toCatalogue((await loaders[language]()).areas);
}
