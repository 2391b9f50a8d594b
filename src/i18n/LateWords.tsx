import { use, type ReactNode } from 'react';

import { I18nContext, useI18n } from './I18nContext.tsx';
import { loadLateCatalogue } from './load-late-catalogue.ts';

/** Gives what is below it the words that no first view says; suspends until they are there. */
export function LateWords({ children }: { children: ReactNode }) {
  const i18n = useI18n();
  const late = use(loadLateCatalogue(i18n.language));
  return <I18nContext value={i18n.with(late)}>{children}</I18nContext>;
}
