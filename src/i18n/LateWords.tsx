import { Suspense, use, useMemo, type ReactNode } from 'react';

import { I18nContext, useI18n } from './I18nContext.tsx';
import { loadLateCatalogue } from './load-late-catalogue.ts';

function Provided({ children }: { children: ReactNode }) {
  const i18n = useI18n();
  const late = use(loadLateCatalogue(i18n.language));
  const translator = useMemo(() => i18n.withLate(late), [i18n, late]);
  return <I18nContext value={translator}>{children}</I18nContext>;
}

/** Gives what is below it the words that only a late view says, and shows the fallback until they are there. */
export function LateWords({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  return (
    <Suspense fallback={fallback}>
      <Provided>{children}</Provided>
    </Suspense>
  );
}
