import { askedOnce } from '#src/lib/asked-once.ts';
import type { Language } from './languages.ts';
import type { CompiledMessage, FileCatalogue } from './messages.ts';

type Words = Promise<{ default: Record<string, CompiledMessage> }>;

async function toFileWords(faults: Words, opening: Words): Promise<FileCatalogue> {
  return { faults: (await faults).default, opening: (await opening).default };
}

const loaders: Record<Language, () => Promise<FileCatalogue>> = {
  en: askedOnce(() =>
    toFileWords(
      import('./messages/en/files/faults.json'),
      import('./messages/en/files/opening.json'),
    ),
  ),
  zh: askedOnce(() =>
    toFileWords(
      import('./messages/zh/files/faults.json'),
      import('./messages/zh/files/opening.json'),
    ),
  ),
  ru: askedOnce(() =>
    toFileWords(
      import('./messages/ru/files/faults.json'),
      import('./messages/ru/files/opening.json'),
    ),
  ),
};

/** The words for opening a record from files, and for what is wrong with it; the same promise for the same language. */
export function loadFileWords(language: Language): Promise<FileCatalogue> {
  return loaders[language]();
}
