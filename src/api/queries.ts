/**
 * Every question that a view can ask, as query options; those whose answers are long lists stand in `long-lists.ts`. A key is the contract's noun and exactly what is sent, so two
 * views that need the same answer share one request.
 */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { Api } from './client.ts';
import type {
  CalendarParams,
  EntryParams,
  MeetingParams,
  SearchParams,
  SummaryParams,
} from './params.ts';
import { MAX_LIMIT } from './params.ts';
import { LEFT_MS } from './query-times.ts';
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

export const meetingsQuery = (api: Api, params: MeetingParams = { limit: MAX_LIMIT }) =>
  queryOptions({
    queryKey: ['meetings', params],
    queryFn: ({ signal }) => api.meetings(params, signal),
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

/** How many pages of entries a briefing fetches; what is beyond them is better read as a table. */
const BRIEFING_PAGES = Math.ceil(WHOLE_LIST / MAX_LIMIT);

/** The entries of one meeting in the record's order, as one list; `total` tells whether it is all of them. */
export const meetingEntriesQuery = (api: Api, ordinal: number) => {
  const params: EntryParams = { meeting: [ordinal], sort: 'meeting', limit: MAX_LIMIT };
  return queryOptions({
    queryKey: ['meetingEntries', params],
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
