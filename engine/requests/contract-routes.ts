import * as v from 'valibot';

import {
  CalendarFileParams,
  CalendarParams,
  EntryParams,
  MeetingParams,
  SearchParams,
  SourceParams,
} from '#src/api/params.ts';
import { parseQuery } from './query-params.ts';
import { parseSummaryQuery } from './summary-query.ts';
import type { FirstStore } from '../answers/first-store.ts';
import type { LateStore } from '../answers/late-store.ts';

/** What one request asks for: its query, and what stands in the address for `{…}`. */
export type Asked = {
  query: URLSearchParams;
  id: string;
  store: FirstStore;
  late: () => Promise<LateStore>;
};
/** An answer of null, or a promise of it, is the contract's 404. */
export type Route = { path: string; contentType: string; answer: (asked: Asked) => unknown };

const JSON_TYPE = 'application/json';
const NoParams = v.strictObject({});

const json = (path: string, answer: Route['answer']): Route => ({
  path,
  contentType: JSON_TYPE,
  answer,
});

/** A path whose answers come from the late store. */
const late = (path: string, answer: (asked: Asked, store: LateStore) => unknown) =>
  json(path, async (asked) => answer(asked, await asked.late()));

/** A path without parameters refuses every parameter. */
const refuseAll = ({ query }: Asked) => void parseQuery(NoParams, query);
const plain = (path: string, answer: (asked: Asked) => unknown) =>
  json(path, (asked) => {
    refuseAll(asked);
    return answer(asked);
  });
const latePlain = (path: string, answer: (asked: Asked, store: LateStore) => unknown) =>
  late(path, (asked, store) => {
    refuseAll(asked);
    return answer(asked, store);
  });

/** An ordinal has one spelling, so that a meeting has one address. */
const toOrdinal = (id: string) => (/^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0);

/** Every path of the contract; a test holds this list against `public/openapi.yaml`. */
export const ROUTES: readonly Route[] = [
  plain('/mechanism', ({ store }) => store.mechanism()),
  plain('/fields', ({ store }) => store.fields()),
  late('/fields/summary', ({ query }, store) => store.summariseFields(parseSummaryQuery(query))),
  json('/entries', ({ query, store }) => store.listEntries(parseQuery(EntryParams, query))),
  json('/meetings', ({ query, store }) => store.listMeetings(parseQuery(MeetingParams, query))),
  plain('/meetings/{ordinal}', ({ id, store }) => store.findMeeting(toOrdinal(id))),
  plain('/exchange-years', ({ store }) => store.listExchangeYears()),
  plain('/exchange-years/{id}', ({ id, store }) => store.findExchangeYear(id)),
  latePlain('/commissions', (_asked, store) => store.listCommissions()),
  latePlain('/people', (_asked, store) => store.listPeople()),
  late('/search', ({ query }, store) => store.search(parseQuery(SearchParams, query))),
  late('/calendar', ({ query }, store) => store.listCalendar(parseQuery(CalendarParams, query))),
  {
    ...late('/calendar.ics', async ({ query, store: { mechanism } }, store) => {
      const { lang = 'en', ...params } = parseQuery(CalendarFileParams, query);
      const list = store.listCalendar(params);
      // Most visits never ask for it, and the library that writes it is larger than the mock.
      const { toCalendarFile } = await import('#src/lib/calendar-file.ts');
      return toCalendarFile(list, mechanism(), lang);
    }),
    contentType: 'text/calendar; charset=utf-8',
  },
  late('/sources', ({ query }, store) => store.listSources(parseQuery(SourceParams, query))),
  latePlain('/sources/{id}', ({ id }, store) => store.findSource(id)),
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
