import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

import { ApiContext } from '#src/api/ApiContext.ts';
import { BackendContext } from '#src/api/BackendContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { nameHistoryEntries } from './name-history-entries.ts';
import { routes } from './routes.tsx';
import { type Session, useSession } from './session.ts';

interface Props {
  first: Session;
  translator: Translator;
}

/** Nothing translates a page before it has words, and nothing but these should come before the first facts. */
const LATER_MS = 2000;

/** The number of the drawing: another one where the page was changed from outside before the app could bear it. */
function useDrawing(): number {
  const [drawing, setDrawing] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./outside-changes.ts').then(
        ({ bearOutsideChanges }) => setDrawing(bearOutsideChanges(document.body) ? 1 : 0),
        // Without it the page is as good as it is untouched.
        () => undefined,
      );
    }, LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return drawing;
}

/** The whole app, with everything it depends on handed in. */
export function App({ first, translator }: Props) {
  const [router] = useState(() => {
    nameHistoryEntries();
    return createBrowserRouter(routes, { basename: import.meta.env.BASE_URL });
  });
  const drawing = useDrawing();
  const { api, backend, queryClient } = useSession(first, router);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <BackendContext value={backend}>
          <LanguageProvider initial={translator} router={router}>
            <RouterProvider key={`${drawing} ${backend.scenario}`} router={router} />
          </LanguageProvider>
        </BackendContext>
      </ApiContext>
    </QueryClientProvider>
  );
}
