import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { compressedTag } from './backend-handler.ts';

const compress = promisify(gzip);
const WORTH_COMPRESSING = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|yaml|manifest\+json)|image\/svg)/;

/** What every answer carries, the app's own pages' stricter headers included where they set them. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'strict-transport-security': 'max-age=31536000',
};

function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = request.headers['accept-encoding'] ?? '';
  return accepted
    .split(',')
    .some((one) => /^\s*(gzip|\*)\s*(;|$)/i.test(one) && !/;\s*q=0(\.0*)?\s*$/i.test(one));
}

export function toRequest(incoming: IncomingMessage, address: URL): Request {
  const headers = new Headers();
  const tag = incoming.headers['if-none-match'];
  if (tag !== undefined) headers.set('if-none-match', tag);
  const { method = 'GET' } = incoming;
  // The platform refuses to form these requests; every method but reading ones is refused alike.
  const isUnformable = ['CONNECT', 'TRACE', 'TRACK'].includes(method);
  return new Request(address, { method: isUnformable ? 'POST' : method, headers });
}

/** The headers by which a page of an allowed origin may read the answer. */
export function corsHeaders(incoming: IncomingMessage, allowed: readonly string[]) {
  const { origin } = incoming.headers;
  const isAllowed = allowed.includes('*') || (origin !== undefined && allowed.includes(origin));
  if (!isAllowed) return {};
  return {
    'access-control-allow-origin': allowed.includes('*') ? '*' : (origin ?? ''),
    'access-control-expose-headers': 'etag, x-request-id, retry-after',
  };
}

/** Sends the answer whole, compressed where that pays, and resolves when it has left. */
export async function send(
  response: Response,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  more: Record<string, string>,
): Promise<number> {
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    ...Object.fromEntries(response.headers),
    ...more,
  };
  let body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  const isWorth =
    body !== null &&
    body.byteLength >= WORTH_COMPRESSING &&
    COMPRESSIBLE.test(headers['content-type'] ?? '');
  if (body !== null && isWorth && acceptsGzip(incoming)) {
    body = await compress(body, { level: 4 });
    headers['content-encoding'] = 'gzip';
    headers['vary'] ??= 'accept-encoding';
    if (headers['etag'] !== undefined) headers['etag'] = compressedTag(headers['etag']);
  }
  if (body !== null) headers['content-length'] = String(body.byteLength);
  outgoing.writeHead(response.status, headers);
  const isSent = new Promise<void>((resolve) => outgoing.once('close', resolve));
  outgoing.end(incoming.method === 'HEAD' ? undefined : (body ?? undefined));
  await isSent;
  return body?.byteLength ?? 0;
}
