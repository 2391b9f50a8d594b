import { askedOnce } from '#src/lib/asked-once.ts';
import type { Language } from './languages.ts';
import type { CompiledMessage, FileCatalogue } from './messages.ts';

type Words = { default: Record<string, CompiledMessage> };

const loaders: Record<Language, () => Promise<FileCatalogue>> = {
  en: askedOnce(() => toFileWords(import('./messages/en/files/faults.json'))),
  zh: askedOnce(() => toFileWords(import('./messages/zh/files/faults.json'))),
  ru: askedOnce(() => toFileWords(import('./messages/ru/files/faults.json'))),
};

async function toFileWords(faults: Promise<Words>): Promise<FileCatalogue> {
  return { faults: (await faults).default };
}

/** The words for what is wrong with a record's files; the same promise for the same language. */
export function loadFileWords(language: Language): Promise<FileCatalogue> {
  return loaders[language]();
}
