import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ApiError, type ApiErrorKind } from '#src/api/errors.ts';
import { lostQueries, watchForRecovery } from './recovery.ts';

const ADDRESS = 'https://backend.test/api/v1/entries';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client whose one query fails until the backend is up, and what was asked of the backend. */
async function failingQuery(kind: ApiErrorKind, retryAfter?: number) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const backend = { isUp: false, probes: 0, queries: 0 };
  watchForRecovery(queryClient, {
    answers: (address) => {
      expect(address).toBe(ADDRESS);
      backend.probes += 1;
      return Promise.resolve(backend.isUp);
    },
  });
  const query = {
    queryKey: ['entries'],
    queryFn: () => {
      backend.queries += 1;
      if (backend.isUp) return Promise.resolve('entries');
      return Promise.reject(
        new ApiError(kind, {
          address: ADDRESS,
          message: 'down',
          ...(retryAfter && { retryAfter }),
        }),
      );
    },
  };
  await queryClient.query(query).catch(() => undefined);
  return { queryClient, backend, data: () => queryClient.getQueryData(query.queryKey) };
}

describe('a query that failed for want of the backend', () => {
  it('is asked again as soon as its address answers, and not before', async () => {
    const { backend, data, queryClient } = await failingQuery('network');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(backend).toMatchObject({ queries: 1 });
    expect(backend.probes).toBeGreaterThan(1);
    backend.isUp = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(data()).toBe('entries');
    expect(lostQueries(queryClient)).toEqual([]);
    const { probes } = backend;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(backend.probes).toBe(probes);
  });

  it('is asked for ever less often', async () => {
    const { backend } = await failingQuery('server');
    await vi.advanceTimersByTimeAsync(60_000);
    const early = backend.probes;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(backend.probes - early).toBe(2);
    expect(early).toBeGreaterThan(3);
  });

  it.each(['server', 'busy'] as const)(
    'is not asked before the time that the backend named, and then by itself: %s',
    async (kind) => {
      const { backend, data } = await failingQuery(kind, 3600);
      await vi.advanceTimersByTimeAsync(3_590_000);
      expect(backend).toMatchObject({ probes: 0, queries: 1 });
      // Put off again, it waits again.
      await vi.advanceTimersByTimeAsync(60_000);
      expect(backend).toMatchObject({ probes: 0, queries: 2 });
      backend.isUp = true;
      await vi.advanceTimersByTimeAsync(3_500_000);
      expect(backend).toMatchObject({ queries: 2 });
      await vi.advanceTimersByTimeAsync(150_000);
      expect(data()).toBe('entries');
    },
  );

  it('is left alone where asking again cannot help', async () => {
    const { backend } = await failingQuery('refused');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(backend).toMatchObject({ probes: 0, queries: 1 });
  });
});
