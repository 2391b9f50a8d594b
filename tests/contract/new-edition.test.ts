import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';

import { createApi } from '#src/api/client.ts';
import { entryWalkQuery, mechanismQuery, summaryQuery } from '#src/api/queries.ts';
import { FRESH_MS } from '#src/api/query-times.ts';
import { createHandler } from '#mocks/mock-handler.ts';
import { readRecord } from '#mocks/read-record.ts';
import { toSyntheticRecord } from '#mocks/scenarios/synthetic.ts';
import { watchEditions } from '#src/app/notices/EditionNotice.tsx';

const BASE = 'http://backend.test/api/v1';
const sourced = await readRecord();

/** A long list that is read from a backend whose record can be exchanged. */
async function readFrom(first: number) {
  let handler = createHandler(toSyntheticRecord(sourced, first), { baseUrl: BASE });
  const asked: string[] = [];
  const api = createApi(BASE, (request) => {
    asked.push(request.url.slice(BASE.length));
    return handler(request);
  });
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: false } },
  });
  await queryClient.query(mechanismQuery(api));
  const told: string[] = [];
  const end = watchEditions(queryClient, api, ({ dataVersion }) => told.push(dataVersion));
  const walk = new InfiniteQueryObserver(queryClient, entryWalkQuery(api, { sort: 'text' }));
  const summary = new QueryObserver(queryClient, summaryQuery(api, { by: 'kind' }));
  const ends = [end, walk.subscribe(() => undefined), summary.subscribe(() => undefined)];
  await expect.poll(() => summary.getCurrentResult().isSuccess).toBe(true);
  await walk.fetchNextPage({ cancelRefetch: false });
  await walk.fetchNextPage({ cancelRefetch: false });
  return {
    walk,
    summary,
    told,
    asked,
    load: (count: number) => {
      handler = createHandler(toSyntheticRecord(sourced, count), { baseUrl: BASE });
    },
    fail: (at: string) => {
      const whole = handler;
      handler = (request) =>
        request.url.includes(at)
          ? Promise.resolve(
              Response.json(
                { type: 'about:blank', title: 'Refused', status: 400, parameter: 'cursor' },
                { status: 400, headers: { 'content-type': 'application/problem+json' } },
              ),
            )
          : whole(request);
    },
    close: () => ends.forEach((each) => each()),
  };
}

it('asks everything anew when a list meets a cursor of the edition before, as far as it had come', async () => {
  const { walk, summary, told, load, close } = await readFrom(900);
  const pages = walk.getCurrentResult().data?.pages.length ?? 0;
  expect(pages).toBe(3);
  load(1100);
  await walk.fetchNextPage({ cancelRefetch: false });
  await expect.poll(() => walk.getCurrentResult().data?.pages[0]?.total).toBe(1100);
  await expect.poll(() => summary.getCurrentResult().data?.total.entries).toBe(1100);
  const { data, isError } = walk.getCurrentResult();
  expect([data?.pages.length, isError]).toEqual([pages, false]);
  expect(new Set(data?.pages.flatMap(({ ids }) => ids)).size).toBe(
    data?.pages.flatMap(({ ids }) => ids).length,
  );
  expect(told).toHaveLength(1);
  await walk.fetchNextPage({ cancelRefetch: false });
  expect(walk.getCurrentResult().data?.pages.length).toBe(pages + 1);
  close();
});

it('does not ask for ever where a backend refuses its own cursors', async () => {
  const { walk, told, asked, fail, close } = await readFrom(900);
  fail('cursor=');
  await walk.fetchNextPage({ cancelRefetch: false });
  await expect.poll(() => walk.getCurrentResult().isFetching).toBe(false);
  await walk.fetchNextPage({ cancelRefetch: false });
  await expect.poll(() => walk.getCurrentResult().isFetching).toBe(false);
  expect(told).toEqual([]);
  expect(asked.length).toBeLessThan(20);
  close();
});
