/**
 * The questions whose answers are long lists, page by page, as query options: no view asks them before its first facts.
 */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';

import type { Api } from './client.ts';
import type { EntryParams, SourceParams } from './params.ts';
import { MAX_LIMIT } from './params.ts';
import { FRESH_MS, LEFT_MS } from './query-times.ts';
import { WHOLE_LIST } from './whole-list.ts';

/** How many walks under filters that the reader has left are kept: so many steps back find their place in the list. */
const LEFT_WALKS = 20;
const FIRST_PAGE = 50;
const FIRST: Pick<EntryParams, 'cursor' | 'limit'> = { limit: FIRST_PAGE };
/** Further pages of a list that comes whole, beside what the reader does: small enough to be drawn between two presses. */
const FURTHER_PAGE = 100;
const onFrom = (cursor: string | null) => cursor !== null && { cursor, limit: FURTHER_PAGE };

export const entryPageQuery = (api: Api, params: EntryParams) =>
  queryOptions({
    queryKey: ['entryPage', params],
    queryFn: ({ signal }) => api.entries(params, signal),
    gcTime: LEFT_MS,
  });

export type EntryWalk = InfiniteData<WalkedPage>;
export interface WalkedPage {
  asked: EntryParams;
  ids: readonly string[];
  total: number;
  nextCursor: string | null;
}

/** A day of choices must not pile up: the walks that were left longest ago go first. */
function forgetOldWalks(client: QueryClient): void {
  const cache = client.getQueryCache();
  const left = cache.findAll({ queryKey: ['entryWalk'], type: 'inactive', fetchStatus: 'idle' });
  left
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .slice(LEFT_WALKS)
    .forEach((walk) => cache.remove(walk));
}

/**
 * A walk through all entries under the filters. Of each page it keeps what was asked and the ids, so that a walk of
 * 100,000 entries stays small; the entries themselves are asked for by {@link entryPageQuery}, and forgotten again.
 */
export const entryWalkQuery = (api: Api, params: Omit<EntryParams, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['entryWalk', params],
    queryFn: async ({ client, signal, pageParam }): Promise<WalkedPage> => {
      forgetOldWalks(client);
      const asked: EntryParams = { ...params, ...pageParam };
      const page = entryPageQuery(api, asked);
      signal.addEventListener('abort', () => void client.cancelQueries(page), { once: true });
      const { items, total, nextCursor } = await client.query(page);
      return { asked, ids: items.map(({ id }) => id), total, nextCursor };
    },
    initialPageParam: FIRST,
    getNextPageParam: ({ total, nextCursor }) =>
      nextCursor === null
        ? null
        : { limit: total > WHOLE_LIST ? MAX_LIMIT : FURTHER_PAGE, cursor: nextCursor },
    // Asked again, a long walk would be hundreds of requests in a row.
    staleTime: ({ state }) =>
      (state.data?.pages[0]?.total ?? 0) > WHOLE_LIST ? 'static' : FRESH_MS,
    placeholderData: keepPreviousData,
  });

/** All entries under the filters, page by page; `limit` is the first page's. */
export const entryPagesQuery = (api: Api, params: Omit<EntryParams, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['entryPages', params],
    queryFn: ({ signal, pageParam }) => api.entries({ ...params, ...onFrom(pageParam) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const sourcePagesQuery = (api: Api, params: Omit<SourceParams, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['sourcePages', params],
    queryFn: ({ signal, pageParam }) => api.sources({ ...params, ...onFrom(pageParam) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
