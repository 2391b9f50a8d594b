import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

import { problemAnswer } from '#engine/requests/http-answers.ts';
import {
  addressOf,
  MAX_HEADER_BYTES,
  optionsAnswer,
  refusalBytes,
} from '#engine/requests/incoming.ts';
import {
  endConnection,
  onFailure,
  requestLimits,
  statusOfFailure,
} from '#engine/requests/slow-clients.ts';
import type { Answered } from './backend-handler.ts';
import { type Log, toErrorWords } from './log.ts';
import type { Metrics } from './metrics.ts';
import { corsHeaders, send, toRequest } from './send.ts';

export type Answer = (request: Request, url: URL) => Promise<Answered>;

type Options = {
  answer: Answer;
  log: Log;
  metrics: Metrics;
  corsOrigins: readonly string[];
  /** How long a request may take to arrive, and its answer to be found. */
  requestMs: number;
  /** How long a client may take to read an answer, beside what its size allows. */
  sendMs: number;
};
export type HttpServer = {
  listen: (port: number, host: string) => Promise<string>;
  /**
   * For `delayMs` still takes requests, each the last of its connection; then takes no more, lets the running ones
   * finish, and cuts what is left after `graceMs`.
   */
  close: (limits: { delayMs: number; graceMs: number }) => Promise<void>;
  isClosing: () => boolean;
};

const LONGEST_LOGGED = 500;
/** The address within the server is all that matters; whatever a client says of its host is not used. */
const ORIGIN = 'http://backend.invalid';
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, accept, content-type',
  'access-control-max-age': '86400',
};

/** Another system's id, if it is one, so that a request can be followed through all logs. */
function toRequestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** The answer, or 503 once it has taken too long; what runs on then is ended by the database's own limit. */
async function withinTime(answering: Promise<Answered>, ms: number): Promise<Answered> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answered>((resolve) => {
    timer = setTimeout(() => {
      const response = problemAnswer(503, { detail: 'The answer took too long' });
      resolve({ response, route: 'late', error: new Error(`No answer within ${ms} ms`) });
    }, ms);
  });
  try {
    return await Promise.race([answering, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function answerOne(incoming: IncomingMessage, options: Options): Promise<Answered> {
  const url = addressOf(incoming, ORIGIN);
  if (url === null) return { response: problemAnswer(404), route: 'unknown' };
  try {
    const answering = options.answer(toRequest(incoming, url), url);
    const answered = await withinTime(answering, options.requestMs);
    if (incoming.method !== 'OPTIONS') return answered;
    return { ...answered, response: optionsAnswer(incoming, answered.response) };
  } catch (error) {
    return { response: problemAnswer(500), route: 'unknown', error };
  }
}

function createListener(options: Options, isClosing: () => boolean) {
  const { log, metrics, corsOrigins } = options;
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const started = performance.now();
    const id = toRequestId(incoming);
    metrics.begin();
    incoming.resume();
    const { response, route, error } = await answerOne(incoming, options);
    const cors = corsHeaders(incoming, corsOrigins);
    const isPreflight = incoming.method === 'OPTIONS' && 'access-control-allow-origin' in cors;
    const more = {
      'x-request-id': id,
      ...cors,
      ...(isPreflight && PREFLIGHT),
      ...(isClosing() && { connection: 'close' }),
    };
    const bytes = await send(response, outgoing, { more, sendMs: options.sendMs });
    const isTaken = outgoing.writableFinished;
    const seconds = (performance.now() - started) / 1000;
    metrics.end({ route, status: response.status, seconds });
    log({
      level: response.status >= 500 ? 'error' : 'info',
      id,
      method: incoming.method,
      path: incoming.url?.slice(0, LONGEST_LOGGED),
      status: response.status,
      ms: Math.round(seconds * 10_000) / 10,
      bytes,
      ...(!isTaken && { taken: false }),
      ...(error !== undefined && toErrorWords(error)),
    });
  };
}

/** Bytes that are no request: refused in a line, logged in a line. */
function refuseNonsense(server: Server, log: Log): void {
  onFailure(server, (error, socket) => {
    const status = statusOfFailure(error);
    // Refused already, or gone: what else comes of it is no further request.
    if (!socket.writable) return;
    endConnection(socket, refusalBytes(status));
    log({ level: 'info', status, code: error.code });
  });
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  // What has arrived is accepted first: closing would cut what waits in the system's queue.
  await nextTurn();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}

/** The backend over HTTP: limits, ids, logs and figures are here, what is answered is not. */
export function createHttpServer(options: Options): HttpServer {
  let closing = false;
  const listener = createListener(options, () => closing);
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      ...requestLimits(options.requestMs),
      keepAliveTimeout: 65_000,
    },
    (incoming, outgoing) => {
      listener(incoming, outgoing).catch((error: unknown) => {
        options.log({ level: 'error', ...toErrorWords(error) });
        outgoing.destroy();
      });
    },
  );
  // Whatever a client expects of the answer, it gets the answer: refused unseen, it would not be logged.
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing));
  refuseNonsense(server, options.log);
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const shown = host.includes(':') ? `[${host}]` : host;
          resolve(`http://${shown}:${(server.address() as AddressInfo).port}`);
        });
      }),
    close: async ({ delayMs, graceMs }) => {
      closing = true;
      await wait(delayMs);
      await closeServer(server, graceMs);
    },
    isClosing: () => closing,
  };
}
