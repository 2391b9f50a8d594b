/**
 * Every question that a view can ask, as query options. A key is the contract's noun and exactly what is sent, so two
 * views that need the same answer share one request.
 */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';

import type { Api } from './client.ts';
import { firstDay } from './edtf.ts';
import { ApiError } from './errors.ts';
import type {
  CalendarParams,
  EntryParams,
  SearchParams,
  SourceParams,
  SummaryParams,
} from './params.ts';
import { MAX_LIMIT } from './params.ts';
import { FRESH_MS, LEFT_MS } from './query-times.ts';
import { WHOLE_LIST } from './whole-list.ts';

export const mechanismQuery = (api: Api) =>
  queryOptions({ queryKey: ['mechanism'], queryFn: ({ signal }) => api.mechanism(signal) });

/** Whether the backend answers now, with what data, and how soon; asked anew each time. */
export const healthQuery = (api: Api) =>
  queryOptions({
    queryKey: ['backendState'],
    queryFn: async ({ signal }) => {
      const started = performance.now();
      const { dataVersion } = await api.mechanism(signal);
      return { dataVersion, milliseconds: Math.round(performance.now() - started) };
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

export const fieldsQuery = (api: Api) =>
  queryOptions({ queryKey: ['fields'], queryFn: ({ signal }) => api.fields(signal) });

export const meetingsQuery = (api: Api) =>
  queryOptions({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => api.meetings({ limit: MAX_LIMIT }, signal),
  });

export const meetingQuery = (api: Api, ordinal: number) =>
  queryOptions({
    queryKey: ['meeting', ordinal],
    queryFn: ({ signal }) => api.meeting(ordinal, signal),
  });

/** One page of entries, for views that need only the first ones. */
export const entriesQuery = (api: Api, params: EntryParams) =>
  queryOptions({
    queryKey: ['entries', params],
    queryFn: ({ signal }) => api.entries(params, signal),
    placeholderData: keepPreviousData,
  });

/** How many walks under filters that the reader has left are kept: so many steps back find their place in the list. */
const LEFT_WALKS = 20;
const FIRST_PAGE = 50;
const FIRST: Pick<EntryParams, 'cursor' | 'limit'> = { limit: FIRST_PAGE };
/** Further pages of a list that comes whole, beside what the reader does: small enough to be drawn between two presses. */
const FURTHER_PAGE = 100;
/** Of rows that are left out of layout far from the window, a page may be larger. */
const FURTHER_ROWS = 200;
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
        : { limit: total > WHOLE_LIST ? MAX_LIMIT : FURTHER_ROWS, cursor: nextCursor },
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

/** How many pages of entries a briefing fetches; what is beyond them is better read as a table. */
const BRIEFING_PAGES = Math.ceil(WHOLE_LIST / MAX_LIMIT);

/** The entries under the filters as one list; `total` tells whether it is all of them. */
export const listedEntriesQuery = (api: Api, asked: Omit<EntryParams, 'cursor' | 'limit'>) => {
  const params: EntryParams = { ...asked, limit: MAX_LIMIT };
  return queryOptions({
    queryKey: ['listedEntries', params],
    queryFn: async ({ signal }) => {
      const first = await api.entries(params, signal);
      const items = [...first.items];
      let cursor = first.nextCursor;
      for (let page = 1; cursor !== null && page < BRIEFING_PAGES; page += 1) {
        const next = await api.entries({ ...params, cursor }, signal);
        items.push(...next.items);
        cursor = next.nextCursor;
      }
      return { items, total: first.total };
    },
  });
};

/** The entries of one meeting in the record's order. */
export const meetingEntriesQuery = (api: Api, ordinal: number) =>
  listedEntriesQuery(api, { meeting: [ordinal], sort: 'meeting' });

/** All summaries that have been asked for, whatever their filters. */
export const ALL_SUMMARIES = { queryKey: ['fieldSummary'] };

export const summaryQuery = (api: Api, params: SummaryParams) =>
  queryOptions({
    queryKey: ['fieldSummary', params],
    queryFn: ({ signal }) => api.summary(params, signal),
    gcTime: LEFT_MS,
    placeholderData: keepPreviousData,
  });

export const exchangeYearsQuery = (api: Api) =>
  queryOptions({ queryKey: ['exchangeYears'], queryFn: ({ signal }) => api.exchangeYears(signal) });

export const exchangeYearQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['exchangeYear', id],
    queryFn: ({ signal }) => api.exchangeYear(id, signal),
  });

export const commissionsQuery = (api: Api) =>
  queryOptions({ queryKey: ['commissions'], queryFn: ({ signal }) => api.commissions(signal) });

export const peopleQuery = (api: Api) =>
  queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => api.people(signal) });

export const sourcePagesQuery = (api: Api, params: Omit<SourceParams, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['sourcePages', params],
    queryFn: ({ signal, pageParam }) => api.sources({ ...params, ...onFrom(pageParam) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Whether the record has a document; what is wrong with the answer otherwise is told where it is shown. */
export const isSourceQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: ['isSource', id],
    queryFn: async ({ signal }) => {
      try {
        await api.source(id, signal);
        return true;
      } catch (error) {
        signal.throwIfAborted();
        return !(error instanceof ApiError && error.kind === 'not-found');
      }
    },
  });

export const sourceQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['source', id], queryFn: ({ signal }) => api.source(id, signal) });

export const calendarQuery = (api: Api, params: CalendarParams) =>
  queryOptions({
    queryKey: ['calendar', params],
    queryFn: ({ signal }) => api.calendar(params, signal),
    placeholderData: keepPreviousData,
  });

export const searchQuery = (api: Api, params: SearchParams) =>
  queryOptions({
    queryKey: ['search', params],
    queryFn: ({ signal }) => api.search(params, signal),
    placeholderData: keepPreviousData,
  });

/** Asks with the app's own queries, so that a view finds the answer where it asks. Rejects where one cannot be had. */
type Ask = (client: QueryClient, api: Api) => Promise<unknown>;

/** What nothing can be shown without. */
export const askForFrame: Ask = (client, api) =>
  Promise.all([client.query(mechanismQuery(api)), client.query(fieldsQuery(api))]);

/** What there is to choose from; a view can be shown without it. */
export const askForLists: Ask = (client, api) =>
  Promise.all([client.query(meetingsQuery(api)), client.query(exchangeYearsQuery(api))]);

const askForMeeting = (ordinal: number, client: QueryClient, api: Api) =>
  Promise.all([
    client.query(meetingQuery(api, ordinal)),
    client.query(meetingEntriesQuery(api, ordinal)),
  ]);

/**
 * What a view asks for its facts beyond that, where its address chooses nothing.
 * @param view its path below the app's own; `overview` for none
 * @param asOf a day, `YYYY-MM-DD`
 */
export async function askForFacts(
  view: string,
  asOf: string,
  client: QueryClient,
  api: Api,
): Promise<unknown> {
  if (view === 'fields') return client.query(summaryQuery(api, { by: 'kind', to: asOf }));
  const ordinal = /^meetings\/([1-9]\d{0,8})$/.exec(view)?.[1];
  if (ordinal !== undefined) return askForMeeting(Number(ordinal), client, api);
  if (view !== 'overview') return null;
  const { items } = await client.query(meetingsQuery(api));
  const latest = items.find(({ date }) => firstDay(date) <= asOf);
  return latest && askForMeeting(latest.ordinal, client, api);
}
