import { QueryClient } from '@tanstack/react-query';
import type { Root } from 'react-dom/client';

import type { Backend } from '#src/api/BackendContext.ts';
import { createApi, type Api, type Fetch } from '#src/api/client.ts';
import { loadConfig, type BackendConfig } from '#src/api/config.ts';
import { ApiError } from '#src/api/errors.ts';
import {
  exchangeYearsQuery,
  fieldsQuery,
  mechanismQuery,
  meetingsQuery,
} from '#src/api/queries.ts';
import { parseLanguage } from '#src/filters/address.ts';
import { preferredLanguage } from '#src/i18n/languages.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { createTranslator, type Translator } from '#src/i18n/translator.ts';
import { App } from './App.tsx';
import { removeLeftoverWorkers } from './leftover-workers.ts';
import { StartFailurePage } from './StartFailurePage.tsx';

/** What the mock offers to the app; it is loaded only where the configuration asks for it. */
export interface MockModule {
  startMock: (options: {
    baseUrl: string;
    scenario: string | null;
    transport: 'page' | 'worker';
  }) => Promise<{
    fetch: Fetch;
    scenarios: readonly string[];
    scenario: string;
    refusedScenario: string | null;
  }>;
}

interface Parts {
  loadMock: () => Promise<MockModule>;
}

const FRESH_MS = 5 * 60_000;
const RETRY_MS = 400;

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retryDelay: RETRY_MS,
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.isTransient,
      },
    },
  });
}

async function connect(config: BackendConfig, { loadMock }: Parts) {
  if (config.mode === 'remote') {
    await removeLeftoverWorkers();
    const backend: Backend = {
      mode: 'remote',
      address: config.baseUrl,
      scenarios: [],
      scenario: null,
      refusedScenario: null,
    };
    return { backend, api: createApi(config.baseUrl, (request) => fetch(request)) };
  }
  const baseUrl = new URL(`${import.meta.env.BASE_URL}api/v1`, window.location.origin).href;
  const scenario = new URLSearchParams(window.location.search).get('demo');
  const { startMock } = await loadMock();
  const mock = await startMock({ baseUrl, scenario, transport: config.transport });
  const { scenarios, refusedScenario } = mock;
  const backend: Backend = {
    mode: 'mock',
    address: baseUrl,
    scenarios,
    scenario: mock.scenario,
    refusedScenario,
  };
  return { backend, api: createApi(baseUrl, mock.fetch) };
}

/** Asks at once for what every view needs; a failure is met again by the view that needs the answer. */
function askAhead(queryClient: QueryClient, api: Api): void {
  const asked = [
    queryClient.query(mechanismQuery(api)),
    queryClient.query(fieldsQuery(api)),
    queryClient.query(meetingsQuery(api)),
    queryClient.query(exchangeYearsQuery(api)),
  ];
  void Promise.allSettled(asked);
}

async function currentTranslator(): Promise<Translator> {
  const chosen = parseLanguage(new URLSearchParams(window.location.search));
  const language = chosen ?? preferredLanguage(navigator.languages);
  document.documentElement.lang = language;
  return createTranslator(language, await loadCatalogue(language));
}

/** Puts the parts together: configuration, backend, language, then the app; or says why that cannot be. */
export async function start(root: Root, parts: Parts): Promise<void> {
  const address = new URL(`${import.meta.env.BASE_URL}config.json`, window.location.origin).href;
  const connecting = loadConfig(address).then((config) => connect(config, parts));
  const [translator, connection] = await Promise.all([
    currentTranslator(),
    connecting.catch((error: unknown) => ({ error })),
  ]);
  if ('error' in connection) {
    root.render(<StartFailurePage error={connection.error} translator={translator} />);
    return;
  }
  const queryClient = createQueryClient();
  askAhead(queryClient, connection.api);
  root.render(
    <App
      api={connection.api}
      backend={connection.backend}
      queryClient={queryClient}
      translator={translator}
    />,
  );
}
