import { askedOnce } from '#src/lib/asked-once.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { CompiledMessage, FileCatalogue } from './messages.ts';

const files = import.meta.glob<Record<string, CompiledMessage>>('./messages/*/files/*.json', {
  import: 'default',
});

async function load(language: Language): Promise<FileCatalogue> {
  const wordsOf = async (area: keyof FileCatalogue) =>
    (await files[`./messages/${language}/files/${area}.json`]?.()) ?? {};
  const [faults, opening] = await Promise.all([wordsOf('faults'), wordsOf('opening')]);
  return { faults, opening };
}

const loaders = new Map(LANGUAGES.map(({ tag }) => [tag, askedOnce(() => load(tag))]));

/** The words for opening a record from files, and for what is wrong with it; the same promise for the same language. */
export function loadFileWords(language: Language): Promise<FileCatalogue> {
  return loaders.get(language)?.() ?? load(language);
}
