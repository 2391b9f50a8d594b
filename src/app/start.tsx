import { notifyManager, QueryClient } from '@tanstack/react-query';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import type { Backend } from '#src/api/BackendContext.ts';
import { createApi, type Api, type Fetch } from '#src/api/client.ts';
import type { BackendConfig } from '#src/api/config.ts';
import { ApiError } from '#src/api/errors.ts';
import {
  exchangeYearsQuery,
  fieldsQuery,
  mechanismQuery,
  meetingsQuery,
} from '#src/api/queries.ts';
import { FRESH_MS } from '#src/api/query-times.ts';
import type { Language } from '#src/i18n/languages.ts';
import type { Catalogue } from '#src/i18n/messages.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { keepComposedKeys } from '#src/ui/input-method.ts';
import { watchLostParts } from '#src/ui/lost-part.ts';
import { App } from './App.tsx';
import { removeLeftoverWorkers } from './leftover-workers.ts';
import { watchForRecovery } from './recovery.ts';
import { StartFailurePage } from './StartFailurePage.tsx';
import { createWaitingWords } from './waiting-words.ts';

/** What the mock offers to the app. */
interface StartedMock {
  /** Absolute, without a trailing slash. */
  baseUrl: string;
  fetch: Fetch;
  scenarios: readonly string[];
  scenario: string;
  refusedScenario: string | null;
}

/** The parts that the app is put together from, each already on its way. */
interface Parts {
  config: Promise<BackendConfig>;
  /** Null with a remote backend. */
  mock: Promise<StartedMock | null>;
  language: Language;
  words: Promise<Catalogue>;
}

const RETRY_MS = 400;

/** What took the whole of its time, or was put off by the backend itself, is not asked for again at once. */
const mayComeAtOnce = ({ isTransient, kind, retryAfter }: ApiError) =>
  isTransient && kind !== 'timeout' && retryAfter === null;

/** True where answers come from the page itself or from this machine: then they need no network, whatever the browser says of it. */
function isOnThisMachine({ mode, address }: Backend): boolean {
  const { hostname } = new URL(address, window.location.href);
  return mode === 'mock' || /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** With a backend in the network, a question that has failed without one waits for it; it is always asked once before. */
function createQueryClient(backend: Backend): QueryClient {
  // An answer is drawn with the frame that is next: a timer would come after it, and after what else is being drawn.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: isOnThisMachine(backend) ? 'always' : 'offlineFirst',
        staleTime: FRESH_MS,
        retryDelay: RETRY_MS,
        retry: (failures, error) =>
          failures < 1 && error instanceof ApiError && mayComeAtOnce(error),
      },
    },
  });
}

async function connect({ config, mock }: Parts): Promise<{ backend: Backend; api: Api }> {
  const chosen = await config;
  const started = await mock;
  if (started !== null) {
    const { baseUrl, fetch: answer, scenarios, scenario, refusedScenario } = started;
    return {
      backend: { mode: 'mock', address: baseUrl, scenarios, scenario, refusedScenario },
      api: createApi(baseUrl, answer),
    };
  }
  if (chosen.mode !== 'remote') throw new Error('The mock did not start');
  await removeLeftoverWorkers();
  const address = chosen.baseUrl;
  return {
    backend: { mode: 'remote', address, scenarios: [], scenario: null, refusedScenario: null },
    api: createApi(address, (request) => fetch(request)),
  };
}

/** What has the frame of the page is drawn after this time, though a part of it is still on its way. */
const PATIENCE_MS = 3000;

/**
 * Gets what every view needs before the first render, so that the page goes from its opening words to its content in
 * one step. The frame needs the mechanism and its fields; what comes late beside them, its own part waits for. A failure
 * is met again, and told, by the view that needs the answer.
 */
async function askAhead(queryClient: QueryClient, api: Api): Promise<void> {
  const frame = Promise.allSettled([
    queryClient.query(mechanismQuery(api)),
    queryClient.query(fieldsQuery(api)),
  ]);
  const lists = Promise.allSettled([
    queryClient.query(meetingsQuery(api)),
    queryClient.query(exchangeYearsQuery(api)),
  ]);
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await frame;
  await Promise.race([lists, patience]);
}

/** Puts the parts together, or says why that cannot be. Rejects only where there are no words to say it with. */
export async function start(container: HTMLElement, parts: Parts): Promise<void> {
  keepComposedKeys();
  watchLostParts();
  const connecting = connect(parts).catch((error: unknown) => ({ error }));
  const translator = createTranslator(parts.language, await parts.words);
  const waiting = createWaitingWords(container, translator);
  waiting.for(translator.t('app.waitingConfig'));
  void parts.config.then(
    ({ mode }) => mode === 'mock' && waiting.for(translator.t('app.waitingRecord')),
    () => undefined,
  );
  const connection = await connecting;
  if ('error' in connection) {
    createRoot(container).render(
      <StartFailurePage error={connection.error} translator={translator} />,
    );
    return;
  }
  const queryClient = createQueryClient(connection.backend);
  watchForRecovery(queryClient, connection.api);
  const { mode, address } = connection.backend;
  if (mode === 'remote') waiting.for(translator.t('app.waitingBackend', { address }));
  await askAhead(queryClient, connection.api);
  const root = createRoot(container);
  // As a transition, the first view is drawn in short steps, between which the page answers to the reader.
  startTransition(() =>
    root.render(
      <App
        api={connection.api}
        backend={connection.backend}
        queryClient={queryClient}
        translator={translator}
      />,
    ),
  );
}
