import type { RecordData } from '#engine/record/record.ts';
import { createHandler as createEngine, type Handler } from '#engine/requests/answer-requests.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { findScenario, type ScenarioId } from './scenarios/scenarios.ts';

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
  const engine = askedOnce(async () => {
    const [held, interference] = await Promise.all([
      scenario.toRecord(record),
      scenario.interfere(),
    ]);
    return createEngine(held, { baseUrl, interference });
  });
  return async (request) => (await engine())(await scenario.toRequest(request));
}
