import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext } from '#src/api/BackendContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { nameHistoryEntries } from './name-history-entries.ts';
import { createAppRouter } from './routes.tsx';
import { type Session, useSession } from './session.ts';

interface Props {
  first: Session;
  translator: Translator;
}

/** The whole app, with everything it depends on handed in. */
export function App({ first, translator }: Props) {
  const [router] = useState(() => {
    nameHistoryEntries();
    return createAppRouter();
  });
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
