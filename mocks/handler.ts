import { dataAnswer, problemAnswer } from './answers.ts';
import { toDelivered, toFault, wait } from './faults.ts';
import type { RecordData } from './record.ts';
import { findRoute, type Route } from './routes.ts';
import { findScenario, type ScenarioId } from './scenarios.ts';
import { ParameterRefusal } from './store/refusal.ts';
import { createStore } from './store/store.ts';

export type Handler = (request: Request) => Promise<Response>;
type Options = {
  /** Where the contract's paths begin; absolute, without a trailing slash. */
  baseUrl: string;
  scenario?: ScenarioId;
};

const READING = ['GET', 'HEAD'];

/** The same question has the same tag, in whatever order its parameters stand. */
function toETag(dataVersion: string, { pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.sort();
  return `"${dataVersion}-${encodeURIComponent(`${pathname}?${query}`)}"`;
}

/**
 * The mock backend as a function from request to response: the page, the service worker, the tests and the plain HTTP
 * server all wrap this one. It rejects, as `fetch` does, only where the network would fail.
 */
export function createHandler(
  record: RecordData,
  { baseUrl, scenario: id = 'record' }: Options,
): Handler {
  const scenario = findScenario(id);
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const held = scenario.toRecord(record);
  const store = createStore(held);

  const answer = async (
    request: Request,
    url: URL,
    { route, id: named }: { route: Route; id: string },
  ) => {
    const data = await route.answer({ query: url.searchParams, id: named, store });
    if (data === null) return problemAnswer(404, { instance: url.pathname });
    const etag = toETag(held.mechanism.dataVersion, url);
    return dataAnswer(request, etag, route.contentType, () =>
      typeof data === 'string' ? data : JSON.stringify(toDelivered(scenario, route.path, data)),
    );
  };

  return async (request) => {
    const url = new URL(request.url);
    const instance = url.pathname;
    const found = instance.startsWith(`${basePath}/`)
      ? findRoute(instance.slice(basePath.length))
      : null;
    if (scenario.delay > 0) await wait(scenario.delay, request.signal);
    request.signal.throwIfAborted();
    if (found === null) return problemAnswer(404, { instance });
    if (!READING.includes(request.method))
      return problemAnswer(405, { instance }, { allow: READING.join(', ') });
    try {
      return toFault(scenario, found.route.path, instance) ?? (await answer(request, url, found));
    } catch (error) {
      if (!(error instanceof ParameterRefusal)) throw error;
      return problemAnswer(400, { detail: error.message, parameter: error.parameter, instance });
    }
  };
}
