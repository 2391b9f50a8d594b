import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { readContractFiles } from '#engine/requests/contract-files.ts';
import { problemAnswer } from '#engine/requests/http-answers.ts';
import {
  addressOf,
  formable,
  MAX_HEADER_BYTES,
  optionsAnswer,
  refusalBytes,
} from '#engine/requests/incoming.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import { createHandler } from './mock-handler.ts';
import type { RecordData } from '#engine/record/record.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';
import {
  endConnection,
  isLastOfConnection,
  limitSending,
  onFailure,
  requestLimits,
  statusOfFailure,
} from '#engine/requests/slow-clients.ts';

const API_PATH = '/api/v1';

/** How long a request may take to arrive, and an answer to be read beside what its size allows. */
const TIME_LIMIT_MS = 15_000;

const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
};
const PREFLIGHT_HEADERS = {
  ...CORS_HEADERS,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, accept, content-type',
  'access-control-max-age': '86400',
};

function toRequest(incoming: IncomingMessage, address: URL, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  return new Request(address, { method: formable(incoming.method), headers, signal });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  limitSending(outgoing, body?.byteLength ?? 0, TIME_LIMIT_MS);
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...(outgoing.req.method === 'OPTIONS' ? PREFLIGHT_HEADERS : CORS_HEADERS),
    ...(isLastOfConnection(outgoing.req) && { connection: 'close' }),
    ...(body && { 'content-length': body.byteLength }),
  });
  outgoing.end(body ?? undefined);
}

/** Answers one request; where the handler rejects as a network would, the connection is cut. */
async function serve(
  handler: Handler,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const address = addressOf(incoming, origin);
  if (address === null) {
    await send(problemAnswer(404), outgoing);
    return;
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  try {
    const answer = await handler(toRequest(incoming, address, gone.signal));
    const isOptions = incoming.method === 'OPTIONS';
    await send(isOptions ? optionsAnswer(incoming, answer) : answer, outgoing);
  } catch (error) {
    if (gone.signal.aborted) return;
    if (error instanceof TypeError) outgoing.destroy();
    else {
      console.error(error);
      await send(problemAnswer(500), outgoing);
    }
  }
}

/** What answers that are on their way have to arrive. */
const LAST_ANSWERS_MS = 500;

type Options = { record: RecordData; scenario: ScenarioId; port: number; host?: string };
export type MockServer = {
  /** Where the contract's paths begin. */
  baseUrl: string;
  contractUrl: string;
  close: () => Promise<void>;
};

/** The mock backend over plain HTTP, for every origin; port 0 takes a free one. */
export async function startMockServer(options: Options): Promise<MockServer> {
  const { record, scenario, port, host = '127.0.0.1' } = options;
  const origin = `http://${host}`;
  const answer = createHandler(record, { baseUrl: `${origin}${API_PATH}`, scenario });
  const contract = await readContractFiles();
  const handler: Handler = async (request) => {
    const file = contract.get(new URL(request.url).pathname);
    if (file === undefined) return answer(request);
    return new Response(file.body, { headers: { 'content-type': file.contentType } });
  };
  const limits = { maxHeaderSize: MAX_HEADER_BYTES, ...requestLimits(TIME_LIMIT_MS) };
  const server = createServer(limits, (incoming, outgoing) => {
    incoming.resume();
    void serve(handler, origin, incoming, outgoing);
  });
  onFailure(server, (error, socket) => {
    if (socket.writable) endConnection(socket, refusalBytes(statusOfFailure(error), CORS_HEADERS));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = `${origin}:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: `${address}${API_PATH}`,
    contractUrl: `${address}/openapi.yaml`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
        // A browser opens connections that it may never use: they count as busy, and would hold up the end for a minute.
        setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
      }),
  };
}
