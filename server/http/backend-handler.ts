import { createHash } from 'node:crypto';

import { problemAnswer, READ_ONLY } from '#engine/requests/http-answers.ts';
import { findRoute } from '#engine/requests/contract-routes.ts';
import { ParameterRefusal } from '#engine/requests/parameter-refusal.ts';
import { ANSWERS } from '../answers/sql-routes.ts';
import { ANSWER_VERSION, LAYOUT_VERSION } from '../code-version.ts';
import { createEditions, type Edition } from '../edition.ts';
import { type Engine, UnavailableError } from '../database/database-engine.ts';
import { findHeldTag } from './send.ts';

export const API_PATH = '/api/v1';

export type Answered = {
  response: Response;
  /** The contract's path, for counting; an address that is none of them counts as one. */
  route: string;
  /** What is worth a line in the log. */
  error?: unknown;
};
export type Handler = (request: Request) => Promise<Answered>;

type Options = {
  engine: Engine;
  secret: string;
  /** How many characters of answers are kept; none unless told. */
  cacheCharacters?: number;
};

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const RETRY_SECONDS = '5';
const COMMON_HEADERS = { 'cache-control': 'no-cache', vary: 'accept-encoding, origin' };

/**
 * The same question has the same tag, in whatever order its parameters stand and whichever server is asked, as long as the
 * data and the code that answers are the same.
 */
function toETag(edition: Edition, { pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.sort();
  const question = createHash('sha256')
    .update(`${ANSWER_VERSION} ${LAYOUT_VERSION} ${edition.contentHash} ${pathname}?${query}`)
    .digest('base64url');
  return `"${encodeURIComponent(edition.dataVersion)}-${question.slice(0, 16)}"`;
}

/**
 * A namespace that is not there between two statements: it went, with two loads in one request, or has not come, where
 * behind one address there are databases of which some lag. The next try reads what is current then.
 */
const isGone = (error: unknown) =>
  ['42P01', '3F000'].includes((error as { code?: string }).code ?? '');

function toFailure(error: unknown, instance: string): Response {
  if (error instanceof ParameterRefusal)
    return problemAnswer(400, { detail: error.message, parameter: error.parameter, instance });
  if (error instanceof UnavailableError || isGone(error))
    return problemAnswer(503, { instance }, { 'retry-after': RETRY_SECONDS });
  return problemAnswer(500, { instance });
}

/** The backend as a function from request to response; it never rejects. */
export function createHandler({ engine, secret, cacheCharacters = 0 }: Options): Handler {
  const cached = createAnswerCache(cacheCharacters);
  const currentEdition = createEditions(engine);

  const answer = async (request: Request, url: URL, path: string, id: string) => {
    const edition = await currentEdition();
    const asked = { query: url.searchParams, id, edition, sql: engine, secret };
    const body = (await ANSWERS.get(path)?.(asked)) ?? null;
    if (body === null) return problemAnswer(404, { instance: url.pathname });
    const headers = { ...COMMON_HEADERS, etag: toETag(edition, url) };
    const held = findHeldTag(request.headers, headers.etag);
    if (held !== null)
      return new Response(null, { status: 304, headers: { ...headers, etag: held } });
    const contentType = findRoute(path)?.route.contentType ?? 'application/json';
    const text = await cached(`${edition.namespace} ${headers.etag}`, body);
    return new Response(text, { headers: { ...headers, 'content-type': contentType } });
  };

  return async (request) => {
    const url = new URL(request.url);
    const instance = url.pathname;
    const found = instance.startsWith(`${API_PATH}/`)
      ? findRoute(instance.slice(API_PATH.length))
      : null;
    if (found === null) return { response: problemAnswer(404, { instance }), route: 'unknown' };
    const { path } = found.route;
    if (!READING.has(request.method))
      return { response: problemAnswer(405, { instance }, READ_ONLY), route: path };
    try {
      const ask = () => answer(request, url, path, found.id);
      const response = await ask().catch((error: unknown) => {
        if (isGone(error)) return ask();
        throw error;
      });
      return { response, route: path };
    } catch (error) {
      const response = toFailure(error, instance);
      return { response, route: path, ...(response.status >= 500 && { error }) };
    }
  };
}

type Kept = { answer: Promise<string>; length: number };

/**
 * Keeps the answers that were asked for last, up to so many characters: an edition never changes, so they hold as long as
 * it is current. Whoever asks the same meanwhile waits for the first answer instead of computing another.
 */
export function createAnswerCache(mostCharacters: number) {
  const kept = new Map<string, Kept>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  /** Counts an answer once it is there, and drops the oldest that are too many. */
  const settle = async (key: string, entry: Kept) => {
    try {
      const { length } = await entry.answer;
      if (kept.get(key) !== entry) return;
      entry.length = length;
      total += length;
    } catch {
      drop(key);
    }
    for (const oldest of kept.keys()) {
      if (total <= mostCharacters) break;
      drop(oldest);
    }
  };
  const compute = (key: string, work: () => Promise<string> | string) => {
    const entry: Kept = { answer: Promise.resolve().then(work), length: 0 };
    kept.set(key, entry);
    void settle(key, entry);
    return entry.answer;
  };
  return (key: string, work: () => Promise<string> | string): Promise<string> => {
    if (mostCharacters === 0) return Promise.resolve().then(work);
    const found = kept.get(key);
    if (found === undefined) return compute(key, work);
    // Asked for again: it is the youngest now.
    kept.delete(key);
    kept.set(key, found);
    return found.answer;
  };
}
