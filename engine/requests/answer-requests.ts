import { askedOnce } from '#src/lib/asked-once.ts';
import type { RecordData } from '../record/record.ts';
import { createFirstStore, createGround } from '../answers/first-store.ts';
import { findRoute, type Route } from './contract-routes.ts';
import { problemAnswer, READ_ONLY } from './http-answers.ts';
import { ParameterRefusal } from './parameter-refusal.ts';
import { taggedAnswer } from './tagged-answer.ts';

export type Handler = (request: Request) => Promise<Response>;

/** What may come between a question and its answer: a demonstration of slowness or faults. */
export interface Interference {
  /**
   * Asked before the record is, with a path of the contract: an answer in the record's place, or null to let the
   * question through. It may take its time, and rejects as `fetch` does where the network would fail.
   */
  before: (path: string, request: Request) => Promise<Response | null>;
  /** The answer's data as they are sent. */
  deliver: (path: string, data: unknown) => unknown;
}

const NONE: Interference = {
  before: () => Promise.resolve(null),
  deliver: (_path, data) => data,
};
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * A whole backend on a record in memory, as a function from request to response: the page, a service worker, tests and a
 * plain HTTP server all wrap this one.
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export function createHandler(
  record: RecordData,
  { baseUrl, interference }: { baseUrl: string; interference?: Partial<Interference> },
): Handler {
  const { before, deliver } = { ...NONE, ...interference };
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const ground = createGround(record);
  const store = createFirstStore(ground);
  const late = askedOnce(async () => {
    const { createLateStore } = await import('../answers/late-store.ts');
    return createLateStore(ground);
  });

  const answer = async (
    request: Request,
    url: URL,
    { route, id: named }: { route: Route; id: string },
  ) => {
    const data = await route.answer({ query: url.searchParams, id: named, store, late });
    if (data === null) return problemAnswer(404, { instance: url.pathname });
    const body = typeof data === 'string' ? data : JSON.stringify(deliver(route.path, data));
    const { dataVersion } = record.mechanism;
    return taggedAnswer(request, { dataVersion, contentType: route.contentType, body });
  };

  return async (request) => {
    const url = new URL(request.url);
    const instance = url.pathname;
    const found = instance.startsWith(`${basePath}/`)
      ? findRoute(instance.slice(basePath.length))
      : null;
    request.signal.throwIfAborted();
    if (found === null) return problemAnswer(404, { instance });
    if (!READING.has(request.method)) return problemAnswer(405, { instance }, READ_ONLY);
    const instead = await before(found.route.path, request);
    request.signal.throwIfAborted();
    if (instead !== null) return instead;
    try {
      return await answer(request, url, found);
    } catch (error) {
      if (!(error instanceof ParameterRefusal)) throw error;
      return problemAnswer(400, { detail: error.message, parameter: error.parameter, instance });
    }
  };
}
