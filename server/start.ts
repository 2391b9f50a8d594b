import type { Writable } from 'node:stream';

import { type ContractFile, readContractFiles } from '#engine/requests/contract-files.ts';
import { problemAnswer } from '#engine/requests/http-answers.ts';
import { toListenError } from '#engine/requests/listen-error.ts';
import type { Config } from './config.ts';
import type { Engine } from './database/database-engine.ts';
import { type AppFiles, openAppFiles } from './http/app-files.ts';
import { API_PATH, type Answered, createHandler, type Handler } from './http/backend-handler.ts';
import { type Answer, createHttpServer, type HttpServer } from './http/http-server.ts';
import { createLog } from './http/log.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';

type Parts = {
  handler: Handler;
  metrics: Metrics;
  appFiles: AppFiles | null;
  contract: ReadonlyMap<string, ContractFile>;
  isClosing: () => boolean;
  hasOwnMetrics: boolean;
};

const text = (body: string, contentType: string, status = 200) =>
  new Response(body, {
    status,
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  });

/** Ready for requests: not about to stop, and with data to answer from. */
async function readiness({ handler, isClosing }: Parts): Promise<Response> {
  const asked = new Request(`http://backend.invalid${API_PATH}/mechanism`);
  const { response } = await handler(asked);
  const isReady = response.status === 200 && !isClosing();
  const body = JSON.stringify({ status: isReady ? 'ready' : 'not ready' });
  return text(body, 'application/json', isReady ? 200 : 503);
}

const metricsAnswer = (metrics: Metrics) => text(metrics.toText(), 'text/plain; version=0.0.4');

/** Everything that this process answers: the contract's paths, its own state, the contract itself, and the app. */
function createAnswer(parts: Parts): Answer {
  const own: Record<string, (() => Promise<Response> | Response) | undefined> = {
    '/healthz': () => text('{"status":"ok"}', 'application/json'),
    '/readyz': () => readiness(parts),
    ...(!parts.hasOwnMetrics && { '/metrics': () => metricsAnswer(parts.metrics) }),
  };
  return async (request, { pathname }): Promise<Answered> => {
    if (pathname === API_PATH || pathname.startsWith(`${API_PATH}/`)) return parts.handler(request);
    const find = Object.hasOwn(own, pathname) ? own[pathname] : undefined;
    if (find) return { response: await find(), route: pathname };
    const ofContract = parts.contract.get(pathname);
    if (ofContract)
      return { response: text(ofContract.body, ofContract.contentType), route: 'contract' };
    const file = parts.appFiles?.(request);
    return { response: file ?? problemAnswer(404, { instance: pathname }), route: 'app' };
  };
}

export type Backend = {
  /** Where the server is, without a path. */
  origin: string;
  baseUrl: string;
  hasApp: boolean;
  metrics: Metrics;
  stop: () => Promise<void>;
};

/** Listens, or says which variable stands in the way. */
async function listen(server: HttpServer, variable: string, port: number, host: string) {
  try {
    return await server.listen(port, host);
  } catch (error) {
    throw toListenError(error, { port: `${variable} ${port}`, host: `HOST ${host}` });
  }
}

async function startMetrics(
  port: number,
  { HOST }: Config,
  serverParts: { metrics: Metrics; log: ReturnType<typeof createLog> },
) {
  const { metrics, log } = serverParts;
  const answer: Answer = (_request, { pathname }) =>
    Promise.resolve({
      response: pathname === '/metrics' ? metricsAnswer(metrics) : problemAnswer(404),
      route: 'metrics',
    });
  const quiet = createMetricsOfNothing(metrics);
  const server = createHttpServer({
    answer,
    log,
    metrics: quiet,
    corsOrigins: [],
    requestMs: 5000,
    sendMs: 5000,
  });
  await listen(server, 'METRICS_PORT', port, HOST);
  return server;
}

/** Scraping is no request of a client's: it is not counted. */
const createMetricsOfNothing = (metrics: Metrics): Metrics => ({
  ...metrics,
  begin: () => undefined,
  end: () => undefined,
});

/** Starts to answer; the engine stays the caller's to close after `stop`. */
export async function startBackend(
  config: Config,
  engine: Engine,
  out: Writable,
): Promise<Backend> {
  const log = createLog(out);
  const metrics = createMetrics(engine);
  const appFiles = await openAppFiles(config.APP_FOLDER);
  const parts: Parts = {
    handler: createHandler({
      engine,
      secret: config.CURSOR_SECRET,
      cacheCharacters: config.ANSWER_CACHE_MB * 1_000_000,
    }),
    metrics,
    appFiles,
    contract: await readContractFiles(),
    isClosing: () => server.isClosing(),
    hasOwnMetrics: config.METRICS_PORT !== undefined,
  };
  const server: HttpServer = createHttpServer({
    answer: createAnswer(parts),
    log,
    metrics,
    corsOrigins: config.CORS_ORIGINS,
    requestMs: config.REQUEST_TIMEOUT_MS,
    sendMs: config.SEND_TIMEOUT_MS,
  });
  const origin = await listen(server, 'PORT', config.PORT, config.HOST);
  const metricsServer =
    config.METRICS_PORT === undefined
      ? null
      : await startMetrics(config.METRICS_PORT, config, { metrics, log }).catch(
          async (error: unknown) => {
            // Half a start is none: what listens already would keep the process alive.
            await server.close({ delayMs: 0, graceMs: 0 });
            throw error;
          },
        );
  return {
    origin,
    baseUrl: `${origin}${API_PATH}`,
    hasApp: appFiles !== null,
    metrics,
    stop: async () => {
      await server.close({
        delayMs: config.SHUTDOWN_DELAY_MS,
        graceMs: config.SHUTDOWN_TIMEOUT_MS,
      });
      await metricsServer?.close({ delayMs: 0, graceMs: 0 });
    },
  };
}
