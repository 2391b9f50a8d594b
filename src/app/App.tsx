import { QueryClientProvider } from '@tanstack/react-query';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext } from '#src/api/BackendContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { type Session, useSession } from './session.ts';

interface Props {
  first: Session;
  translator: Translator;
  router: DataRouter;
}

/** The whole app, with everything it depends on handed in. */
export function App({ first, translator, router }: Props) {
  const { api, backend, queryClient } = useSession(first, router);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <BackendContext value={backend}>
          <LanguageProvider initial={translator} router={router}>
            <RouterProvider key={backend.scenario} router={router} />
          </LanguageProvider>
        </BackendContext>
      </ApiContext>
    </QueryClientProvider>
  );
}
