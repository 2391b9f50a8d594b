import { QueryClientProvider } from '@tanstack/react-query';
import {
  startTransition,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext } from '#src/api/BackendContext.ts';
import { type Translator, createTranslator } from '#src/i18n/translator.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { I18nContext } from '#src/i18n/I18nContext.tsx';
import { preferredLanguage } from '#src/i18n/languages.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import type { Catalogue } from '#src/i18n/messages.ts';
import { loadWhenOnline } from '#src/lib/network.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { RootLayout } from './RootLayout.tsx';
import { Routed } from './Routed.tsx';
import type { AppRouter } from './router.ts';
import { type Session, useSession } from './session.ts';

interface Props {
  first: Session;
  translator: Translator;
  router: AppRouter;
}

export function App({ first, translator, router }: Props) {
  const { session, isChanging } = useSession(first, router);
  const { api, queryClient } = session;
  const backend = useMemo(() => ({ ...session.backend, isChanging }), [session, isChanging]);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <BackendContext value={backend}>
          <LanguageProvider initial={translator} router={router}>
            <Routed key={backend.scenario} router={router}>
              <RootLayout />
            </Routed>
          </LanguageProvider>
        </BackendContext>
      </ApiContext>
    </QueryClientProvider>
  );
}

interface LanguageProviderProps {
  initial: Translator;
  router: AppRouter;
  children: ReactNode;
}

/** Keeps the words in the address's language; the old ones stay on screen until the new ones are there. */
export function LanguageProvider({ initial, router, children }: LanguageProviderProps) {
  const [translator, setTranslator] = useState(initial);
  const [failure, setFailure] = useState<{ of: string; error: unknown } | null>(null);
  const search = useSyncExternalStore(router.subscribe, () => router.state().visit.location.search);
  const language = readShared('lang', search) ?? preferredLanguage(navigator.languages);
  const isComing = language !== translator.language && failure?.of !== language;
  useEffect(() => {
    // Until then the page says what it said before, in words that are about to go.
    document.documentElement.ariaBusy = isComing ? 'true' : null;
  }, [isComing]);
  useEffect(() => {
    if (language === translator.language) {
      document.documentElement.lang = language;
      return undefined;
    }
    if (!isComing) return undefined;
    let isWanted = true;
    // As a transition, so that no part of the page is hidden until its words are at hand.
    const say = (catalogue: Catalogue) =>
      startTransition(() => setTranslator(createTranslator(language, catalogue)));
    // With the late words too, since what is on screen may say them.
    const load = () => Promise.all([loadCatalogue(language), loadLateCatalogue(language)]);
    void loadWhenOnline(load).then(
      ([catalogue]) => isWanted && say(catalogue),
      // Without the new words the old ones are the nearest valid state; the reader is told.
      (error: unknown) => isWanted && setFailure({ of: language, error }),
    );
    return () => {
      isWanted = false;
    };
  }, [language, translator, isComing]);
  return (
    <I18nContext value={translator}>
      {failure?.of === language && language !== translator.language && (
        <FailureNotice error={failure.error} onRetry={() => setFailure(null)} />
      )}
      {children}
    </I18nContext>
  );
}
