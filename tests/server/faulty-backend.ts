import type { Send } from '#conformance/asker.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import type { Rule } from '#conformance/outcome.ts';

export type Ask = (address: string, init?: RequestInit) => Promise<Response>;
/** One thing that a backend does wrong, and the rule that it breaks. */
export type Fault = {
  name: string;
  rule: Rule;
  /** Answers in place of the backend; null leaves the answer as it is. */
  answer: (request: Request, ask: Ask) => Promise<Response | null> | Response | null;
};

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
};
const PREFLIGHT = { ...CORS, 'access-control-allow-headers': 'if-none-match' };

/** A backend that works out each answer once, however many runs ask for it. */
export function remembered(handler: Handler): Handler {
  const answers = new Map<string, Promise<[string | null, ResponseInit]>>();
  const answer = async (request: Request): Promise<[string | null, ResponseInit]> => {
    const response = await handler(request);
    const { status, headers } = response;
    return [response.body === null ? null : await response.text(), { status, headers }];
  };
  return async (request) => {
    const question = JSON.stringify([request.method, request.url, ...request.headers]);
    const known = answers.get(question) ?? answer(request);
    answers.set(question, known);
    return new Response(...(await known));
  };
}

/**
 * Sends requests to a correct backend in this process, as HTTP would, which itself takes more time than the answers; behind
 * something that spoils these in one way, if there is a fault.
 */
export function sendTo(handler: Handler, base: string, fault: Fault | null = null): Send {
  const respond = async (request: Request) => {
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: PREFLIGHT });
    const response = await handler(request);
    const headers = new Headers({ ...Object.fromEntries(response.headers), ...CORS });
    return new Response(response.body, { status: response.status, headers });
  };
  const ask: Ask = (address, init) => respond(new Request(`${base}${address}`, init));
  return async (path, init) => {
    const request = new Request(`${base}${path}`, init);
    const { status, headers, body } =
      (await fault?.answer(request, ask)) ?? (await respond(request));
    headers.set('date', new Date().toUTCString());
    return new Response(init.method === 'HEAD' ? null : body, { status, headers });
  };
}
