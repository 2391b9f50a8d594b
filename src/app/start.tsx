import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import '#src/ui/base.css';
import './start.css';
import type { Backend, Scenario } from '#src/api/BackendContext.ts';
import { createApi, type Api, type Fetch } from '#src/api/client.ts';
import type { OpenRecord } from '#src/api/opened-record.ts';
import type { BackendConfig } from '#src/api/config.ts';
import { ApiError } from '#src/api/errors.ts';
import { RecordError } from '#src/api/record-error.ts';
import { viewOf } from '#src/api/first-answers.ts';
import { askForFacts, askForFrame, askForLists } from '#src/api/queries.ts';
import { choosesNothing, readShared } from '#src/address/shared-parameters.ts';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import type { Language } from '#src/i18n/languages.ts';
import type { Catalogue } from '#src/i18n/messages.ts';
import { createTranslator, type Translator } from '#src/i18n/translator.ts';
import { today } from '#src/lib/dates/clock.ts';
import { wait } from '#src/lib/wait.ts';
import { keepComposedKeys } from '#src/ui/controls/input-method.ts';
import { App } from './App.tsx';
import { bearOutsideChanges } from './outside-changes.ts';
import type { Session } from './session.ts';
import { openRouter, type AppRouter } from './router.ts';
import { ROUTES } from './routes.ts';
import { removeLeftoverWorkers } from './leftover-workers.ts';
import { createQueryClient } from './failure/query-client.ts';
import { watchForRecovery } from './failure/recovery.ts';
import { StartFailurePage } from './failure/StartFailurePage.tsx';

/** What the mock offers to the app. */
interface StartedMock {
  /** Absolute, without a trailing slash. */
  baseUrl: string;
  fetch: Fetch;
  /** Has it load what any question but the first ones needs. */
  prepare: () => void;
  /** Where it answers; a service worker of its own leaves no room for another one. */
  transport: 'page' | 'worker';
  scenarios: readonly Scenario[];
  scenario: Scenario;
  refusedScenario: string | null;
  under: (scenario: string | null) => Promise<StartedMock>;
}

/** A record in files, from which the page answers itself: the backend's, or one that the reader has opened. */
interface OpenedFiles {
  mode: 'files' | 'opened';
  /** Of the backend's folder the absolute address, with a trailing slash; of the reader's file its name. */
  name: string;
  /** Absolute, without a trailing slash. */
  baseUrl: string;
  answer: Fetch;
  /** Has it read what any question but the first ones needs, where that waits. */
  prepare?: () => Promise<unknown>;
  /** What is read for it outside of the page. */
  fetched?: () => Promise<readonly string[]>;
}

/** The parts that the app is put together from, each already on its way. */
interface Parts {
  config: Promise<BackendConfig>;
  /** What answers in the page itself; null with a remote backend. */
  inPage: Promise<StartedMock | OpenedFiles | null>;
  language: Language;
  words: Promise<Catalogue>;
  openRecord: OpenRecord;
}

/** After so long under another scenario, the page before it goes though there is nothing yet to show in its place. */
const LONGEST_CHANGE_MS = 2000;

/** A backend with what is known of its answers; nothing of one session is seen in another. */
function toSession(backend: Backend, api: Api): Session {
  const queryClient = createQueryClient(backend, api);
  watchForRecovery(queryClient, api);
  return { backend, api, queryClient };
}

function toMockSession(
  mock: StartedMock,
  common: Pick<Backend, 'worksOffline' | 'openRecord' | 'corrections'>,
): Session {
  const { baseUrl, fetch: answer, transport, scenarios, scenario, refusedScenario } = mock;
  const worksOffline = common.worksOffline && transport === 'page';
  const about = { ...common, scenarios, scenario, refusedScenario, worksOffline };
  return {
    ...toSession(
      { mode: 'mock', address: baseUrl, signIn: null, ...about },
      createApi(baseUrl, answer),
    ),
    prepare: mock.prepare,
    under: async (next) => {
      const session = toMockSession(await mock.under(next), common);
      // So that one page follows the other without a gap.
      await Promise.race([askAhead(session), wait(LONGEST_CHANGE_MS)]);
      return session;
    },
  };
}

async function connect(
  { config, inPage, openRecord }: Parts,
  fail: (error: unknown) => void,
): Promise<Session> {
  const chosen = await config;
  const started = await inPage;
  // What is being developed changes with every file that is saved.
  const worksOffline = import.meta.env.MODE !== 'development' && chosen.offline !== false;
  const common = { worksOffline, openRecord, corrections: chosen.corrections ?? null };
  if (started !== null && 'scenarios' in started) return toMockSession(started, common);
  await removeLeftoverWorkers();
  const none = { ...common, signIn: null, scenarios: [], scenario: null, refusedScenario: null };
  if (started !== null) {
    const { mode, name: address, fetched, baseUrl, answer, prepare } = started;
    const session = toSession({ mode, address, fetched, ...none }, createApi(baseUrl, answer));
    // Of a record with faults nothing is shown, nor goes on being shown. What only did not come may come yet.
    const tell = (error: unknown) => error instanceof RecordError && error.isFaulty && fail(error);
    return prepare ? { ...session, prepare: () => void prepare().catch(tell) } : session;
  }
  if (chosen.mode !== 'remote') throw new Error('Nothing answers in the page');
  const { baseUrl: address, signIn = null, credentials } = chosen;
  return toSession(
    { mode: 'remote', address, ...none, signIn },
    createApi(address, (request) =>
      fetch(request, { credentials: credentials === true ? 'include' : 'same-origin' }),
    ),
  );
}

/** What has the frame of the page is drawn after this time, though a part of it is still on its way. */
const PATIENCE_MS = 3000;

/**
 * Gets what the view needs before the first render, so that the page goes from its opening words to its content in one
 * step. The frame needs the mechanism and its fields; what comes late beside them, its own part waits for. A failure is
 * met again, and told, by the view that needs the answer.
 */
async function askAhead({ queryClient, api }: Session): Promise<void> {
  const { pathname, search } = window.location;
  const frame = askForFrame(queryClient, api);
  const lists = askForLists(queryClient, api);
  const asOf = readShared('asOf', search) ?? today();
  // What else is chosen, only the view itself can read.
  const facts = choosesNothing(search) && askForFacts(viewOf(pathname), asOf, queryClient, api);
  const others = Promise.allSettled([lists, facts]);
  const patience = wait(PATIENCE_MS);
  await Promise.allSettled([frame]);
  await Promise.race([others, patience]);
}

/**
 * The router, when the code and the words of the address's page are there. Drawn before, the frame would hold the facts back: what a
 * skeleton stood for is shown by React 300 ms after it at the earliest. Words that cannot be had, the page asks for itself.
 */
async function routerWithPage(language: Language): Promise<AppRouter> {
  const router = await openRouter(ROUTES);
  const isOverview = router.state().visit.pattern === '/';
  if (!isOverview) await loadLateCatalogue(language).catch(() => undefined);
  return router;
}

/** Puts the parts together, or says why that cannot be. Rejects only where there are no words to say it with. */
export async function start(container: HTMLElement, parts: Parts): Promise<void> {
  keepComposedKeys();
  bearOutsideChanges(document.body);
  const opening = routerWithPage(parts.language);
  const translator = createTranslator(parts.language, await parts.words);
  const root = createRoot(container, {
    // A failed answer is told where it was to be shown; that React has drawn something twice over it is no news.
    onRecoverableError: (error) => {
      if (!(error instanceof Error && error.cause instanceof ApiError)) reportError(error);
    },
  });
  const fail = (error: unknown) =>
    root.render(<StartFailurePage error={error} translator={translator} />);
  const connecting = connect(parts, fail).catch((error: unknown) => ({ error }));
  const waiting = createWaitingWords(container, translator);
  waiting.for(translator.t('app.waitingConfig'));
  void parts.config.then(
    ({ mode }) => mode !== 'remote' && waiting.for(translator.t('app.waitingRecord')),
    () => undefined,
  );
  const connection = await connecting;
  if ('error' in connection) {
    fail(connection.error);
    return;
  }
  const { mode, address } = connection.backend;
  if (mode === 'remote') waiting.for(translator.t('app.waitingBackend', { address }));
  await askAhead(connection);
  waiting.for(translator.t('app.waitingPage'));
  const router = await opening;
  // As a transition, the first view is drawn in short steps, between which the page answers to the reader.
  startTransition(() =>
    root.render(<App first={connection} translator={translator} router={router} />),
  );
}

/** What takes less than this, the opening words stand for alone. */
const LATE_MS = 4000;

/** Says on the opening page, after a few seconds, what the app is waiting for; the first drawing takes its place. */
function createWaitingWords(container: Element, { language }: Pick<Translator, 'language'>) {
  let said = '';
  const line = document.createElement('p');
  line.className = 'start-waiting';
  line.setAttribute('role', 'status');
  line.lang = language;
  container.querySelector('.start-name')?.after(line);
  setTimeout(() => (line.textContent = said), LATE_MS);
  return {
    for: (words: string) => {
      said = words;
      if (line.textContent !== '') line.textContent = words;
    },
  };
}
