import { createContext, use, type ReactNode } from 'react';

import type { LanguageMap } from '#src/api/schemas/common.ts';
import { shownName } from '#src/lib/native-name.ts';
import type { Translator } from './translator.ts';

export const I18nContext = createContext<Translator | null>(null);

/** The words of the current language; throws outside of an {@link I18nContext}. */
export function useI18n(): Translator {
  const translator = use(I18nContext);
  if (translator === null) throw new Error('useI18n needs an I18nContext above it');
  return translator;
}

/** A name in the interface's language; a name that exists only in English says so to a screen reader. */
export function Name({ of: names }: { of: LanguageMap }): ReactNode {
  const { language } = useI18n();
  const { text, lang } = shownName(names, language);
  return <bdi lang={lang === language ? undefined : lang}>{text}</bdi>;
}
