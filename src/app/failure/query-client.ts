import { notifyManager, QueryClient, type Query } from '@tanstack/react-query';

import type { Backend } from '#src/api/BackendContext.ts';
import type { Api } from '#src/api/client.ts';
import { ApiError } from '#src/api/errors.ts';
import { mechanismQuery } from '#src/api/queries.ts';
import { FRESH_MS } from '#src/api/query-times.ts';
import { wait } from '#src/lib/wait.ts';

const RETRY_MS = 400;
/** So long an answer is waited for before one that was kept stands in for it; less while the backend is slow. */
const PATIENCE_MS = 4000;
const LITTLE_PATIENCE_MS = 1000;

/** What took the whole of its time, or was put off by the backend itself, is not asked for again at once. */
const mayComeAtOnce = ({ isTransient, kind, retryAfter }: ApiError) =>
  isTransient && kind !== 'timeout' && retryAfter === null;

/** True where answers come from the page itself or from this machine: then they need no network, whatever the browser says of it. */
function isOnThisMachine({ mode, address }: Backend): boolean {
  const { hostname } = new URL(address, window.location.href);
  return mode !== 'remote' || /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Without a worker nothing was kept, nor could the code be had that knows it. */
const isKeeping = () => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

/** True where the network failed, rather than what answered. */
const isUnanswered = ({ kind }: ApiError) =>
  ['network', 'offline', 'timeout', 'cut'].includes(kind);

/**
 * With a backend in the network, a question that has failed without one waits for it; it is always asked once before.
 * What was kept of its answer stands in meanwhile: the question then counts as failed, so that the answer is told to be
 * old, and is asked again with what has failed.
 */
export function createQueryClient(backend: Backend, api: Api): QueryClient {
  const { mode, address, worksOffline } = backend;
  const isRepeated = (failures: number, error: unknown): error is ApiError =>
    failures < 1 && error instanceof ApiError && mayComeAtOnce(error) && error.keptAt === null;
  /** The failure, with the answer that stands in for the one that could not be had, if one was kept. */
  const standIn = async (error: unknown, query: Query): Promise<unknown> => {
    if (!isKeeping() || !(error instanceof ApiError) || !isUnanswered(error)) return error;
    const isRepeatedNow =
      error.kind !== 'offline' && isRepeated(query.state.fetchFailureCount, error);
    if (isRepeatedNow) return error;
    const kept = await import('../offline/kept-answers.ts');
    return kept.standIn(query, error, address);
  };
  let isSlow = false;
  /** Gives up a question that takes long where an answer to it was kept; one that comes later is taken all the same. */
  const unlessLate = async <Answer>(asked: Promise<Answer>, query: Query): Promise<void> => {
    if (!isKeeping() || query.state.data !== undefined) return;
    const answered = asked.then(
      () => false,
      () => false,
    );
    const late = wait(isSlow ? LITTLE_PATIENCE_MS : PATIENCE_MS).then(() => true);
    isSlow = await Promise.race([answered, late]);
    if (!isSlow) return;
    // Where an answer to the smallest question comes again, those to the others may.
    const question = { address: `${api.baseUrl}/mechanism`, message: 'No answer yet' };
    const error = new ApiError('timeout', question);
    const told = await standIn(error, query).catch(() => error);
    if (told === error) return;
    asked.then(
      (answer) => query.state.error === told && query.setData(answer),
      () => undefined,
    );
    throw told;
  };
  // An answer is drawn with the frame that is next: a timer would come after it, and after what else is being drawn.
  notifyManager.setScheduler(queueMicrotask);
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: isOnThisMachine(backend) ? 'always' : 'offlineFirst',
        staleTime: FRESH_MS,
        retryDelay: RETRY_MS,
        retry: (failures, error) =>
          isRepeated(failures, error) &&
          // Without the record there is no page on which to wait for a network.
          (error.kind !== 'offline' ||
            client.getQueryData(mechanismQuery(api).queryKey) !== undefined),
        ...(mode === 'remote' &&
          worksOffline && {
            persister: async (ask, context, query) => {
              const asked = Promise.resolve(ask(context));
              await unlessLate(asked, query);
              try {
                return await asked;
              } catch (error) {
                throw await standIn(error, query).catch(() => error);
              }
            },
          }),
      },
    },
  });
  return client;
}
