import { use, type ReactNode } from 'react';

import { I18nContext, useI18n } from './I18nContext.tsx';
import { loadFileWords } from './load-file-words.ts';

/** Gives what is below it the words for records in files; suspends until they are there. */
export function FileWords({ children }: { children: ReactNode }) {
  const i18n = useI18n();
  const words = use(loadFileWords(i18n.language));
  return <I18nContext value={i18n.with(words)}>{children}</I18nContext>;
}
