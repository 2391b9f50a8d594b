import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext, type Backend } from '#src/api/BackendContext.ts';
import type { Api } from '#src/api/client.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { routes } from './routes.tsx';

interface Props {
  api: Api;
  backend: Backend;
  queryClient: QueryClient;
  translator: Translator;
}

/** The whole app, with everything it depends on handed in. */
export function App({ api, backend, queryClient, translator }: Props) {
  const [router] = useState(() =>
    createBrowserRouter(routes, { basename: import.meta.env.BASE_URL }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <BackendContext value={backend}>
          <LanguageProvider initial={translator} router={router}>
            <RouterProvider router={router} />
          </LanguageProvider>
        </BackendContext>
      </ApiContext>
    </QueryClientProvider>
  );
}
