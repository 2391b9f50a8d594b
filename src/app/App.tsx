import { QueryClientProvider } from '@tanstack/react-query';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext } from '#src/api/BackendContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { RootLayout } from './RootLayout.tsx';
import { Routed } from './Routed.tsx';
import type { AppRouter } from './router.ts';
import { type Session, useSession } from './session.ts';

interface Props {
  first: Session;
  translator: Translator;
  router: AppRouter;
}

/** The whole app, with everything it depends on handed in. */
export function App({ first, translator, router }: Props) {
  const { api, backend, queryClient } = useSession(first, router);
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
