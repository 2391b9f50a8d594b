import type { RecordData } from '#engine/record/record.ts';
import {
  createHandler as createEngine,
  type Handler,
  type Interference,
} from '#engine/requests/answer-requests.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { toDelivered, toFault, wait } from './faults.ts';
import { findScenario, type ScenarioId } from './scenarios.ts';

type Options = {
  /** Where the contract's paths begin; absolute, without a trailing slash. */
  baseUrl: string;
  scenario?: ScenarioId;
};

/** The engine on a record, as a scenario of the demonstration would have it: late, failing, spoiled. */
export function createHandler(
  record: RecordData,
  { baseUrl, scenario: id = 'record' }: Options,
): Handler {
  const scenario = findScenario(id);
  const interference: Interference = {
    wait: async (signal) => {
      if (scenario.delay > 0) await wait(scenario.delay, signal);
    },
    instead: (path, instance) => toFault(scenario, path, instance),
    deliver: (path, data) => toDelivered(scenario, path, data),
  };
  const engine = askedOnce(async () =>
    createEngine(await scenario.toRecord(record), { baseUrl, interference }),
  );
  return async (request) => (await engine())(request);
}
