import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';

import { ApiContext } from '#src/api/ApiContext.ts';
import { type Backend, BackendContext } from '#src/api/BackendContext.ts';
import { createApi, type Fetch } from '#src/api/client.ts';
import { createQueryClient } from '#src/app/failure/query-client.ts';
import { LanguageProvider } from '#src/app/App.tsx';
import { PageContexts } from '#src/app/RootLayout.tsx';
import { Routed, RoutedPage } from '#src/app/Routed.tsx';
import { openRouter } from '#src/app/router.ts';
import { readShared } from '#src/address/shared-parameters.ts';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { createPageBackend } from '#mocks/browser-page.ts';

const BASE_URL = `${window.location.origin}/api/v1`;

/** The record's engine in this page, as the demonstration has it; made ready once for a file of tests. */
export const answer: Fetch = createPageBackend(BASE_URL, 'record', Promise.resolve(null)).fetch;

const BACKEND: Backend = {
  mode: 'mock',
  address: BASE_URL,
  scenarios: ['record'],
  scenario: 'record',
  refusedScenario: null,
  worksOffline: false,
  signIn: null,
  openRecord: () => Promise.reject(new Error('No record is opened here')),
  corrections: null,
};

interface Options {
  /** What answers, in place of the engine. */
  fetch?: Fetch;
  /** Which part of the address the mounted part reads from its path. */
  pattern?: string;
}

let leave: (() => void) | null = null;

/** Mounts a part of the app at an address, with all that the app puts around it, until the test is over or mounts anew. */
export async function mount(
  address: string,
  part: ReactNode,
  { fetch = answer, pattern = '*' }: Options = {},
): Promise<HTMLElement> {
  leave?.();
  history.replaceState(null, '', address);
  const language = readShared('lang', window.location.search) ?? 'en';
  const translator = createTranslator(language, await loadCatalogue(language));
  const api = createApi(BASE_URL, fetch);
  const queryClient = createQueryClient(BACKEND, api);
  const within = (
    <PageContexts>
      <LateWords>{part}</LateWords>
    </PageContexts>
  );
  const router = await openRouter({
    '*': { Component: () => null },
    [pattern]: { Component: () => <Suspense fallback={null}>{within}</Suspense> },
  });
  const container = document.createElement('main');
  document.body.append(container);
  const root = createRoot(container);
  root.render(
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <BackendContext value={BACKEND}>
          <LanguageProvider initial={translator} router={router}>
            <Routed router={router}>
              <RoutedPage />
            </Routed>
          </LanguageProvider>
        </BackendContext>
      </ApiContext>
    </QueryClientProvider>,
  );
  leave = () => {
    root.unmount();
    router.dispose();
    queryClient.clear();
    container.remove();
    leave = null;
  };
  onTestFinished(() => leave?.());
  return container;
}
