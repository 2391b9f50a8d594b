import { setupServer } from 'msw/node';

import { createHandler } from './mock-handler.ts';
import { createMswHandlers } from './msw-handlers.ts';
import { readRecord } from './read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

type Options = { baseUrl: string; scenario?: ScenarioId; record?: RecordData };

/** The mock backend behind the platform's `fetch` on Node, for tests; a request to anything else is an error. */
export async function startMockNetwork({ baseUrl, scenario = 'record', record }: Options) {
  const handler = createHandler(record ?? (await readRecord()), { baseUrl, scenario });
  const network = setupServer(...createMswHandlers(handler, baseUrl));
  network.listen({ onUnhandledFrame: 'error' });
  return network;
}
