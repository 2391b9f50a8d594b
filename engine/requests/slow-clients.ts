import type { Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long the head of a request may take, and how often the limits are looked at; milliseconds. */
const HEAD_MS = 10_000;
const LOOK_MS = 1000;
/** The slowest reading that is waited for, beside the limit: bytes in a millisecond. */
const SLOWEST_READING = 8;
/** How long a refused client has to take the refusal. */
const REFUSED_MS = 1000;

/** Closes connections whose requests do not arrive within a time, however steadily they trickle. */
export const requestLimits = (requestMs: number): ServerOptions => ({
  requestTimeout: requestMs,
  headersTimeout: Math.min(HEAD_MS, requestMs),
  connectionsCheckingInterval: Math.min(LOOK_MS, requestMs),
});

/** Cuts the connection if nothing of an answer has been taken for a time, or all of its bytes too slowly. */
export function limitSending(outgoing: ServerResponse, bytes: number, limitMs: number): void {
  const { socket } = outgoing.req;
  outgoing.setTimeout(limitMs, () => socket.destroy());
  const timer = setTimeout(() => socket.destroy(), limitMs + bytes / SLOWEST_READING);
  timer.unref();
  outgoing.once('close', () => clearTimeout(timer));
}

/**
 * Whether the connection ends with the answer: after a body, for which nobody waits, and after a wish for another protocol,
 * for Node swallows what is wrong with the request that follows a wish it has not granted, and lets it wait for its limit.
 */
export function isLastOfConnection({ headers }: ServerResponse['req']): boolean {
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody || headers.upgrade !== undefined;
}

/** A last word for a client that no request can be understood of, and then the end, whether it is read or not. */
export function endConnection(socket: Socket, lastWord: string): void {
  socket.end(lastWord);
  setTimeout(() => socket.destroy(), REFUSED_MS).unref();
}

/** What a failed connection gets: too long a head, too slow a request, or bytes that are none. */
export const statusOfFailure = ({ code }: NodeJS.ErrnoException): 400 | 408 | 431 => {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
};

export type FailureListener = (error: NodeJS.ErrnoException, socket: Socket) => void;
/** What Node calls a duplex stream here is the socket itself. */
export const onFailure = (server: Server, listener: FailureListener): void => {
  server.on('clientError', (error, socket) => listener(error, socket as Socket));
};
