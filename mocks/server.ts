/** `npm run mock-server -- --port 4000 --scenario record [--entries 100000]`: the mock backend over plain HTTP. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { problemAnswer } from './answers.ts';
import { createHandler, type Handler } from './handler.ts';
import { readRecord } from './read-record.ts';
import { isScenarioId, SCENARIO_IDS } from './scenarios.ts';
import { toSyntheticRecord } from './synthetic.ts';

const API_PATH = '/api/v1';
const CONTRACT = join(import.meta.dirname, '../public/openapi.yaml');

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

function toRequest(incoming: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  return new Request(`${origin}${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers,
    signal,
  });
}

async function contractAnswer(): Promise<Response> {
  return new Response(await readFile(CONTRACT), {
    headers: { 'content-type': 'application/yaml; charset=utf-8' },
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(response.headers);
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...headers,
    ...CORS_HEADERS,
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
) {
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, PREFLIGHT_HEADERS).end();
    return;
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  try {
    const path = new URL(incoming.url ?? '/', origin).pathname;
    const isContract = path === '/openapi.yaml' || path === `${API_PATH}/openapi.yaml`;
    await send(
      isContract ? await contractAnswer() : await handler(toRequest(incoming, origin, gone.signal)),
      outgoing,
    );
  } catch (error) {
    if (gone.signal.aborted) return;
    if (error instanceof TypeError) outgoing.destroy();
    else {
      console.error(error);
      await send(problemAnswer(500), outgoing);
    }
  }
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
    scenario: { type: 'string', default: 'record' },
    entries: { type: 'string' },
  },
});

if (isScenarioId(values.scenario)) {
  const base = await readRecord();
  const record =
    values.entries === undefined ? base : toSyntheticRecord(base, Number(values.entries));
  const origin = `http://${values.host}`;
  const handler = createHandler(record, {
    baseUrl: `${origin}${API_PATH}`,
    scenario: values.scenario,
  });
  const server = createServer(
    (incoming, outgoing) => void serve(handler, origin, incoming, outgoing),
  );
  server.listen(Number(values.port), values.host, () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Mock backend (${values.scenario}): ${origin}:${port}${API_PATH}`);
    console.log(`Contract: ${origin}:${port}/openapi.yaml`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
} else {
  console.error(`No scenario is named "${values.scenario}". There are: ${SCENARIO_IDS.join(', ')}`);
  process.exitCode = 2;
}
