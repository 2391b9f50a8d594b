import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { formable } from '#engine/requests/incoming.ts';
import { isLastOfConnection, limitSending } from '#engine/requests/slow-clients.ts';

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

const acceptsGzip = (accepted = '') =>
  accepted
    .split(',')
    .some((one) => /^\s*(gzip|\*)\s*(;|$)/i.test(one) && !/;\s*q=0(\.0*)?\s*$/i.test(one));

/** The headers by which the same question has another answer. */
const ASKED = ['if-none-match', 'accept-encoding'] as const;

export function toRequest(incoming: IncomingMessage, address: URL): Request {
  const headers = new Headers();
  for (const name of ASKED) headers.set(name, incoming.headers[name] ?? '');
  return new Request(address, { method: formable(incoming.method), headers });
}

/** The headers by which a page of an allowed origin may read the answer. */
export function corsHeaders(incoming: IncomingMessage, allowed: readonly string[]) {
  const { origin } = incoming.headers;
  const isAllowed = allowed.includes('*') || (origin !== undefined && allowed.includes(origin));
  // A cache must not give one origin what is meant for another, refusals included.
  const vary = allowed.length > 0 && !allowed.includes('*') ? { vary: 'origin' } : {};
  if (!isAllowed) return vary;
  return {
    ...vary,
    // An origin that is named may also read what a proxy in front gives those who are signed in; not everybody's pages.
    ...(!allowed.includes('*') && { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-origin': allowed.includes('*') ? '*' : (origin ?? ''),
    'access-control-expose-headers': 'etag, x-request-id, retry-after',
  };
}

/** A cache must not give one client what only another can unpack. */
const withName = (name: string, vary = '') =>
  vary.includes(name) ? vary : [name, vary].filter(Boolean).join(', ');

/** Sends the answer whole, compressed where that pays, and resolves when it has left, or when the client has not taken it within `sendMs`. */
export async function send(
  response: Response,
  outgoing: ServerResponse,
  { more, sendMs }: { more: Record<string, string>; sendMs: number },
): Promise<number> {
  const incoming = outgoing.req;
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    ...Object.fromEntries(response.headers),
    ...more,
    ...(isLastOfConnection(incoming) && { connection: 'close' }),
  };
  let body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  const isCompressible = COMPRESSIBLE.test(headers['content-type'] ?? '');
  const own = response.headers.get('vary') ?? undefined;
  const vary = more['vary'] === undefined ? own : withName(more['vary'], own);
  if (vary !== undefined) headers['vary'] = vary;
  if (isCompressible) headers['vary'] = withName('accept-encoding', vary);
  const isWorth = isCompressible && body !== null && body.byteLength >= WORTH_COMPRESSING;
  const isAccepted = acceptsGzip(incoming.headers['accept-encoding']);
  if (body !== null && isAccepted && headers['etag'] !== undefined)
    headers['etag'] = compressedTag(headers['etag']);
  if (body !== null && isWorth && isAccepted) {
    body = await compress(body, { level: 4 });
    headers['content-encoding'] = 'gzip';
  }
  if (body !== null) headers['content-length'] = String(body.byteLength);
  const isSent = new Promise<void>((resolve) => outgoing.once('close', resolve));
  if (outgoing.destroyed) return 0;
  limitSending(outgoing, body?.byteLength ?? 0, sendMs);
  outgoing.writeHead(response.status, headers);
  outgoing.end(incoming.method === 'HEAD' ? undefined : (body ?? undefined));
  await isSent;
  return body?.byteLength ?? 0;
}

/**
 * A compressed answer is another representation, so its strong tag is another one too. It goes to whoever accepts compressed
 * answers, also where compressing would not pay: so it is known before the answer is.
 */
const compressedTag = (etag: string): string => etag.replace(/"$/, '-gz"');

/** The tag under which the client holds this answer, compressed or not: weak comparison, as RFC 9110 has it. */
export function findHeldTag(asked: Headers, etag: string): string | null {
  const held = asked.get('if-none-match')?.split(',') ?? [];
  const tags = new Set(held.map((tag) => tag.trim().replace(/^W\//, '')));
  const [compressed, isAccepted] = [
    compressedTag(etag),
    acceptsGzip(asked.get('accept-encoding') ?? ''),
  ];
  if (tags.has('*')) return isAccepted ? compressed : etag;
  return [compressed, etag].find((tag) => tags.has(tag)) ?? null;
}
