import { createPageBackend } from './browser-page.ts';
import type { FirstAnswers } from '#src/api/first-answers.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import { isScenarioId, SCENARIO_IDS, type ScenarioId } from './scenarios/scenarios.ts';

type Transport = 'page' | 'worker';
type Options = {
  /** Where the contract's paths begin; absolute, without a trailing slash. */
  baseUrl: string;
  /** What the address asks for; null for the record. */
  scenario: string | null;
  transport: Transport;
  /** What the build has answered already, of the record; null where it has not come. */
  first: Promise<FirstAnswers | null>;
};
export type StartedMock = {
  baseUrl: string;
  fetch: Handler;
  /** Has it load what any question but the first ones needs. */
  prepare: () => void;
  /** Differs from what was asked for where no service worker can run. */
  transport: Transport;
  scenarios: readonly ScenarioId[];
  scenario: ScenarioId;
  /** What the address asked for, if no scenario has that name. */
  refusedScenario: string | null;
  /** The same mock under another scenario; from then on it answers by that one alone. */
  under: (scenario: string | null) => Promise<StartedMock>;
};

async function connect({
  baseUrl,
  scenario,
  transport,
  first,
}: Omit<Options, 'scenario'> & { scenario: ScenarioId }): Promise<
  Pick<StartedMock, 'fetch' | 'prepare' | 'transport'>
> {
  if (transport === 'worker') {
    try {
      const { startWorkerMock } = await import('./browser-worker.ts');
      await startWorkerMock({ baseUrl, scenario, basePath: import.meta.env.BASE_URL });
      return { fetch: (request) => fetch(request), prepare: () => undefined, transport };
    } catch (error) {
      console.info('The mock answers in the page, since no service worker can:', error);
    }
  }
  return { ...createPageBackend(baseUrl, scenario, first), transport: 'page' };
}

/** Starts the mock backend in a browser. An unknown scenario is the record, and is reported back. */
export async function startMock({
  baseUrl,
  scenario: asked,
  transport,
  first,
}: Options): Promise<StartedMock> {
  const isKnown = asked !== null && isScenarioId(asked);
  const scenario = isKnown ? asked : 'record';
  const connected = await connect({ baseUrl, scenario, transport, first });
  return {
    ...connected,
    baseUrl,
    under: (next) => startMock({ baseUrl, scenario: next, transport: connected.transport, first }),
    scenarios: SCENARIO_IDS,
    scenario,
    refusedScenario: isKnown ? null : asked,
  };
}
