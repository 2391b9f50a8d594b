import * as v from 'valibot';

import {
  CalendarFileParams,
  CalendarParams,
  EntryParams,
  MeetingParams,
  SearchParams,
  SourceParams,
  SummaryParams,
} from '#src/api/params.ts';
import { parseQuery } from './query-params.ts';
import type { Store } from '../answers/memory-store.ts';

/** What one request asks for: its query, and what stands in the address for `{…}`. */
export type Asked = { query: URLSearchParams; id: string; store: Store };
/** An answer of null, or a promise of it, is the contract's 404. */
export type Route = { path: string; contentType: string; answer: (asked: Asked) => unknown };

const JSON_TYPE = 'application/json';
const NoParams = v.strictObject({});

const json = (path: string, answer: Route['answer']): Route => ({
  path,
  contentType: JSON_TYPE,
  answer,
});

/** A path without parameters refuses every parameter. */
const plain = (path: string, answer: (store: Store) => unknown) =>
  json(path, ({ query, store }) => {
    parseQuery(NoParams, query);
    return answer(store);
  });
const one = (path: string, answer: (store: Store, id: string) => unknown) =>
  json(path, ({ query, store, id }) => {
    parseQuery(NoParams, query);
    return answer(store, id);
  });

/** An ordinal has one spelling, so that a meeting has one address. */
const toOrdinal = (id: string) => (/^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0);

/** Every path of the contract; a test holds this list against `public/openapi.yaml`. */
export const ROUTES: readonly Route[] = [
  plain('/mechanism', (store) => store.mechanism()),
  plain('/fields', (store) => store.fields()),
  json('/fields/summary', ({ query, store }) =>
    store.summariseFields(parseQuery(SummaryParams, query)),
  ),
  json('/entries', ({ query, store }) => store.listEntries(parseQuery(EntryParams, query))),
  json('/meetings', ({ query, store }) => store.listMeetings(parseQuery(MeetingParams, query))),
  one('/meetings/{ordinal}', (store, id) => store.findMeeting(toOrdinal(id))),
  plain('/exchange-years', (store) => store.listExchangeYears()),
  one('/exchange-years/{id}', (store, id) => store.findExchangeYear(id)),
  plain('/commissions', (store) => store.listCommissions()),
  plain('/people', (store) => store.listPeople()),
  json('/search', ({ query, store }) => store.search(parseQuery(SearchParams, query))),
  json('/calendar', ({ query, store }) => store.listCalendar(parseQuery(CalendarParams, query))),
  {
    path: '/calendar.ics',
    contentType: 'text/calendar; charset=utf-8',
    answer: async ({ query, store }) => {
      const { lang = 'en', ...params } = parseQuery(CalendarFileParams, query);
      const list = store.listCalendar(params);
      // Most visits never ask for it, and the library that writes it is larger than the mock.
      const { toCalendarFile } = await import('#src/lib/calendar-file.ts');
      return toCalendarFile(list, store.mechanism(), lang);
    },
  },
  json('/sources', ({ query, store }) => store.listSources(parseQuery(SourceParams, query))),
  one('/sources/{id}', (store, id) => store.findSource(id)),
];

/** The route of a path below the base address, and what stands for its `{…}`. */
export function findRoute(path: string): { route: Route; id: string } | null {
  for (const route of ROUTES) {
    if (route.path === path) return { route, id: '' };
    const fixed = route.path.replace(/\{\w+\}$/, '');
    const rest = path.slice(fixed.length);
    const isOne =
      fixed !== route.path && path.startsWith(fixed) && rest !== '' && !rest.includes('/');
    if (isOne && !ROUTES.some((other) => other.path === path)) return { route, id: decode(rest) };
  }
  return null;
}

/** A badly encoded address names nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
