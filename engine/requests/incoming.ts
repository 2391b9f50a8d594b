import { type IncomingMessage, STATUS_CODES } from 'node:http';

import { READ_ONLY } from './http-answers.ts';

/** For a server's limits: two hundred values of a hundred characters, as the contract allows, and some more. */
export const MAX_HEADER_BYTES = 64 * 1024;

/**
 * The address that a request asks for, at an origin of ours: whatever a client says of the host is not used, and a request
 * that names it whole, as proxies may, asks for the same (RFC 9112, section 3.2.2). Null where it asks for no address.
 */
export function addressOf({ url: target = '' }: IncomingMessage, origin: string): URL | null {
  if (target.startsWith('/')) return URL.parse(`${origin}${target}`);
  const whole = /^https?:\/\//i.test(target) ? URL.parse(target) : null;
  return whole && URL.parse(`${origin}${whole.pathname}${whole.search}`);
}

/** The platform refuses to form requests with some methods; every method but reading ones is refused alike. */
export const formable = (method = 'GET'): string =>
  ['CONNECT', 'TRACE', 'TRACK'].includes(method) ? 'POST' : method;

/**
 * What OPTIONS is told of an address, by what any other method that does not read is. A browser's question before a request of
 * another origin (the CORS protocol) is let through, so that its page can read that there is nothing.
 */
export function optionsAnswer({ headers }: IncomingMessage, answer: Response): Response {
  const isPreflight = 'origin' in headers && 'access-control-request-method' in headers;
  if (answer.status !== 404) return new Response(null, { status: 204, headers: READ_ONLY });
  return isPreflight ? new Response(null, { status: 204 }) : answer;
}

/** A whole answer in bytes, for where there is no request that one could answer; with further headers, by their names. */
export function refusalBytes(status: number, further: Readonly<Record<string, string>> = {}) {
  const title = STATUS_CODES[status] ?? 'Refused';
  const body = JSON.stringify({ type: 'about:blank', title, status });
  const headers = {
    connection: 'close',
    'content-type': 'application/problem+json',
    'x-content-type-options': 'nosniff',
    'content-length': String(body.length),
    ...further,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${title}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
