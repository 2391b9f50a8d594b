import * as v from 'valibot';

import { ApiError } from './errors.ts';
import type {
  CalendarParams,
  EntryParams,
  MeetingParams,
  SearchParams,
  SourceParams,
  SummaryParams,
} from './params.ts';
import { CalendarItemList, CommissionList } from './schemas/calendar.ts';
import { FieldList, Mechanism, Problem } from './schemas/common.ts';
import { EntryList, FieldSummary } from './schemas/entries.ts';
import { ExchangeYear, ExchangeYearList } from './schemas/exchange-years.ts';
import { Meeting, MeetingList, PersonList } from './schemas/meetings.ts';
import { SearchResult } from './schemas/search.ts';
import { SourceDetail, SourceList } from './schemas/sources.ts';

export type Fetch = (request: Request) => Promise<Response>;
type QueryValue = string | number | readonly (string | number)[] | undefined;

/** Turns request parameters into a query; lists are repeated and sorted, so that equal questions have equal addresses. */
export function toQuery(params: object): string {
  const query = new URLSearchParams();
  const named = Object.entries(params) as [string, QueryValue][];
  for (const [name, value] of named.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    const values = Array.isArray(value) ? value.map(String).toSorted() : [String(value)];
    for (const one of values) query.append(name, one);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return undefined;
  const body = v.safeParse(Problem, await response.json().catch(() => null));
  return body.success ? body.output : undefined;
}

async function failureOf(response: Response, address: string): Promise<ApiError> {
  const problem = await problemOf(response);
  const kind = response.status === 404 ? 'not-found' : response.status < 500 ? 'refused' : 'server';
  return new ApiError(kind, {
    address,
    status: response.status,
    message: problem?.detail ?? problem?.title ?? `HTTP ${response.status}`,
    ...(problem && { problem }),
  });
}

/** Sends one request; throws {@link ApiError} for every failure, and the abort itself when `signal` aborts. */
async function send(fetch: Fetch, address: string, accept: string, signal?: AbortSignal) {
  const request = new Request(address, { headers: { accept }, ...(signal && { signal }) });
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ApiError('network', { address, message: String(cause), cause });
  }
  if (!response.ok) throw await failureOf(response, address);
  return response;
}

async function getJson<Schema extends v.GenericSchema>(
  fetch: Fetch,
  address: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<v.InferOutput<Schema>> {
  const response = await send(fetch, address, 'application/json', signal);
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ApiError('not-json', { address, message: String(cause), cause });
  }
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new ApiError('contract', {
    address,
    message: issue.message,
    place: v.getDotPath(issue) ?? '',
  });
}

/**
 * The only code that speaks HTTP. `baseUrl` is absolute and has no trailing slash; `fetch` is the platform's, or the
 * mock's in the page.
 */
export function createApi(baseUrl: string, fetch: Fetch) {
  const get =
    <Schema extends v.GenericSchema>(path: string, schema: Schema) =>
    (params: object, signal?: AbortSignal) =>
      getJson(fetch, `${baseUrl}${path}${toQuery(params)}`, schema, signal);
  const one = <Schema extends v.GenericSchema>(
    path: string,
    id: string | number,
    schema: Schema,
    signal?: AbortSignal,
  ) => getJson(fetch, `${baseUrl}${path}/${encodeURIComponent(id)}`, schema, signal);

  const entries = get('/entries', EntryList);
  const meetings = get('/meetings', MeetingList);
  const summary = get('/fields/summary', FieldSummary);
  const sources = get('/sources', SourceList);
  const calendar = get('/calendar', CalendarItemList);
  const search = get('/search', SearchResult);
  return {
    baseUrl,
    /** Whether an address that failed answers now; what it answers is not read. */
    answers: async (address: string): Promise<boolean> => {
      const response = await send(fetch, address, 'application/json').catch(() => null);
      await response?.body?.cancel();
      return response !== null;
    },
    /** One request as it stands and its answer unread, for looking at the backend rather than at its data. */
    ask: (path: string, init: RequestInit) => fetch(new Request(`${baseUrl}${path}`, init)),
    mechanism: (signal?: AbortSignal) => get('/mechanism', Mechanism)({}, signal),
    fields: (signal?: AbortSignal) => get('/fields', FieldList)({}, signal),
    exchangeYears: (signal?: AbortSignal) => get('/exchange-years', ExchangeYearList)({}, signal),
    commissions: (signal?: AbortSignal) => get('/commissions', CommissionList)({}, signal),
    people: (signal?: AbortSignal) => get('/people', PersonList)({}, signal),
    meeting: (ordinal: number, signal?: AbortSignal) => one('/meetings', ordinal, Meeting, signal),
    exchangeYear: (id: string, signal?: AbortSignal) =>
      one('/exchange-years', id, ExchangeYear, signal),
    source: (id: string, signal?: AbortSignal) => one('/sources', id, SourceDetail, signal),
    meetings: (params: MeetingParams, signal?: AbortSignal) => meetings(params, signal),
    entries: (params: EntryParams, signal?: AbortSignal) => entries(params, signal),
    summary: (params: SummaryParams, signal?: AbortSignal) => summary(params, signal),
    sources: (params: SourceParams, signal?: AbortSignal) => sources(params, signal),
    calendar: (params: CalendarParams, signal?: AbortSignal) => calendar(params, signal),
    search: (params: SearchParams, signal?: AbortSignal) => search(params, signal),
  };
}
export type Api = ReturnType<typeof createApi>;
