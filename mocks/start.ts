import { createPageFetch } from './browser-page.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import { isScenarioId, SCENARIO_IDS, type ScenarioId } from './scenarios.ts';

type Transport = 'page' | 'worker';
type Options = {
  /** Where the contract's paths begin; absolute, without a trailing slash. */
  baseUrl: string;
  /** What the address asks for; null for the record. */
  scenario: string | null;
  transport: Transport;
};
export type StartedMock = {
  baseUrl: string;
  fetch: Handler;
  /** Differs from what was asked for where no service worker can run. */
  transport: Transport;
  scenarios: readonly ScenarioId[];
  scenario: ScenarioId;
  /** What the address asked for, if no scenario has that name. */
  refusedScenario: string | null;
  /** The same mock under another scenario; from then on it answers by that one alone. */
  under: (scenario: string | null) => Promise<StartedMock>;
};

async function connect(
  baseUrl: string,
  scenario: ScenarioId,
  transport: Transport,
): Promise<Pick<StartedMock, 'fetch' | 'transport'>> {
  if (transport === 'worker') {
    try {
      const { startWorkerMock } = await import('./browser-worker.ts');
      await startWorkerMock({ baseUrl, scenario, basePath: import.meta.env.BASE_URL });
      return { fetch: (request) => fetch(request), transport };
    } catch (error) {
      console.info('The mock answers in the page, since no service worker can:', error);
    }
  }
  return { fetch: createPageFetch(baseUrl, scenario), transport: 'page' };
}

/** Starts the mock backend in a browser. An unknown scenario is the record, and is reported back. */
export async function startMock({
  baseUrl,
  scenario: asked,
  transport,
}: Options): Promise<StartedMock> {
  const isKnown = asked !== null && isScenarioId(asked);
  const scenario = isKnown ? asked : 'record';
  const connected = await connect(baseUrl, scenario, transport);
  return {
    ...connected,
    baseUrl,
    under: (next) => startMock({ baseUrl, scenario: next, transport: connected.transport }),
    scenarios: SCENARIO_IDS,
    scenario,
    refusedScenario: isKnown ? null : asked,
  };
}
