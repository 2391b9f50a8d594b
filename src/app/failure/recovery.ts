import type { Query, QueryClient } from '@tanstack/react-query';

import type { Api } from '#src/api/client.ts';
import { ApiError } from '#src/api/errors.ts';
import { moment } from '#src/lib/dates/clock.ts';

const FIRST_MS = 2000;
const LONGEST_MS = 30_000;

type LostQuery = { query: Query; error: ApiError };

/** What failed while the backend was down, and may come once it is up again. */
export function lostQueries(queryClient: QueryClient): LostQuery[] {
  return queryClient
    .getQueryCache()
    .getAll()
    .flatMap((query) => {
      const error: unknown = query.state.error;
      const isLost = error instanceof ApiError && error.isTransient;
      return isLost && query.state.fetchStatus === 'idle' ? [{ query, error }] : [];
    });
}

/** How long the backend still wants not to be asked this. */
const msUntilDue = ({ query, error }: LostQuery) =>
  query.state.errorUpdatedAt + (error.retryAfter ?? 0) * 1000 - moment();

/**
 * While the backend does not answer something, asks the addresses that failed, ever less often, and lets the queries
 * ask again only where one answers: until then what is said on screen stands still.
 */
export function watchForRecovery(
  queryClient: QueryClient,
  { answers }: Pick<Api, 'answers'>,
): void {
  let isWaiting = false;
  const recover = async ({ query, error }: LostQuery) => {
    if (msUntilDue({ query, error }) > 0) return;
    // Where the backend said when to ask, the question itself is what was put off.
    if (error.retryAfter !== null || (await answers(error.address)))
      await query.fetch().catch(() => undefined);
  };
  const askAgain = async (ms: number): Promise<void> => {
    await Promise.all(lostQueries(queryClient).map(recover));
    if (lostQueries(queryClient).length > 0) later(Math.min(ms * 2, LONGEST_MS));
    else isWaiting = false;
  };
  const later = (ms: number) => {
    isWaiting = true;
    setTimeout(() => void askAgain(ms), ms);
  };
  queryClient.getQueryCache().subscribe(() => {
    if (!isWaiting && lostQueries(queryClient).length > 0) later(FIRST_MS);
  });
}
