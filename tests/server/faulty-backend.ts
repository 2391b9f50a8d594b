import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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

export type FaultyBackend = { url: string; close: () => Promise<void> };

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

/** A correct backend over HTTP, behind something that spoils its answers in one way. */
export async function startFaulty(
  handler: Handler,
  base: string,
  fault: Fault | null,
): Promise<FaultyBackend> {
  const { origin, pathname: basePath } = new URL(base);
  const respond = async (request: Request) => {
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: PREFLIGHT });
    const response = await handler(request);
    const headers = new Headers({ ...Object.fromEntries(response.headers), ...CORS });
    return new Response(response.body, { status: response.status, headers });
  };
  const ask: Ask = (address, init) => respond(new Request(`${base}${address}`, init));
  const server = createServer((incoming, outgoing) => {
    const serve = async () => {
      const headers = new Headers();
      for (const name of ['if-none-match', 'origin', 'accept-encoding', 'accept-language']) {
        const value = incoming.headers[name];
        if (typeof value === 'string') headers.set(name, value);
      }
      const method = incoming.method ?? 'GET';
      const request = new Request(`${origin}${incoming.url}`, { method, headers });
      const response = (await fault?.answer(request, ask)) ?? (await respond(request));
      const body = Buffer.from(await response.arrayBuffer());
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(method === 'HEAD' ? undefined : body);
    };
    void serve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
