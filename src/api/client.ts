import * as v from 'valibot';

import { ApiError, type ApiErrorKind } from './errors.ts';
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
import { createPageCheck } from './walk-pages.ts';

export type Fetch = (request: Request) => Promise<Response>;
/** `isList` where the contract's path has no id in it, so that every backend has it. */
type Question = { address: string; isList: boolean };
/** A request and the whole of its answer get this long; what takes longer counts as no answer. */
export const LONGEST_WAIT_MS = 20_000;
const LONGEST_RETRY_S = 7 * 24 * 3600;
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

/** A list is always there: where it is not, or where nobody says what is missing, the address is no backend's. */
function kindOf(status: number, isReasoned: boolean, isList: boolean): ApiErrorKind {
  if (status === 404) return isReasoned && !isList ? 'not-found' : 'elsewhere';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'denied';
  if (status === 429) return 'busy';
  return status < 500 ? 'refused' : 'server';
}

/** The seconds to wait that `Retry-After` names, as a number or as a date of HTTP; null where it names neither, or a time that is over. */
function retryAfterOf(headers: Headers): number | null {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(said)) return Math.min(Number(said), LONGEST_RETRY_S);
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(said)) return null;
  // By the server's own clock where it tells the time: the reader's may be wrong.
  const sent = Date.parse(headers.get('date') ?? '');
  const seconds = Math.ceil(
    (Date.parse(said) - (Number.isNaN(sent) ? performance.timeOrigin + performance.now() : sent)) /
      1000,
  );
  return seconds > 0 ? Math.min(seconds, LONGEST_RETRY_S) : null;
}

async function failureOf(response: Response, { address, isList }: Question): Promise<ApiError> {
  const problem = await problemOf(response);
  const { status } = response;
  const retryAfter = retryAfterOf(response.headers);
  return new ApiError(kindOf(status, problem !== undefined, isList), {
    address,
    status,
    message: problem?.detail ?? problem?.title ?? `HTTP ${response.status}`,
    ...(problem && { problem }),
    ...(retryAfter !== null && { retryAfter }),
  });
}

/** Sends one request; throws {@link ApiError} for every failure, and the abort itself when `signal` aborts. */
async function send(fetch: Fetch, question: Question, signal?: AbortSignal) {
  const { address } = question;
  const headers = { accept: 'application/json' };
  const request = new Request(address, { headers, ...(signal && { signal }) });
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    signal?.throwIfAborted();
    // What the browser says of the network is believed only where asking has failed: a backend may be on this machine.
    const kind = 'onLine' in navigator && !navigator.onLine ? 'offline' : 'network';
    throw new ApiError(kind, { address, message: String(cause), cause });
  }
  if (!response.ok) throw await failureOf(response, question);
  return response;
}

/** The text of an answer as data; one that begins like data and does not end was cut on its way. */
function parseJson(text: string, address: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const kind = /^\s*([[{]|$)/.test(text) ? 'cut' : 'not-json';
    throw new ApiError(kind, { address, message: String(cause), cause });
  }
}

/** Gives up what takes too long, though whoever answers may not listen to the signal. */
async function inTime<Answer>(
  { address }: Question,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const limit = new AbortController();
  const isOver = new Promise<never>((_resolve, reject) => {
    limit.signal.addEventListener('abort', () => {
      const message = `No whole answer in ${LONGEST_WAIT_MS / 1000} s`;
      reject(new ApiError('timeout', { address, message }));
    });
  });
  const timer = setTimeout(() => limit.abort(), LONGEST_WAIT_MS);
  try {
    const either = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
    return await Promise.race([work(either), isOver]);
  } finally {
    clearTimeout(timer);
  }
}

async function getJson<Schema extends v.GenericSchema>(
  fetch: Fetch,
  question: Question,
  schema: Schema,
  signal?: AbortSignal,
): Promise<v.InferOutput<Schema>> {
  const { address } = question;
  const text = await inTime(question, signal, async (either) => {
    const response = await send(fetch, question, either);
    try {
      return await response.text();
    } catch (cause) {
      either.throwIfAborted();
      throw new ApiError('cut', { address, message: String(cause), cause });
    }
  });
  const parsed = v.safeParse(schema, parseJson(text, address));
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new ApiError('contract', {
    address,
    message: issue.message,
    place: v.getDotPath(issue) ?? '',
  });
}

/** Notes whether the backend has said of any answer that it may not be stored. */
function watchStorage(askBackend: Fetch) {
  let mayBeKept = true;
  const fetch: Fetch = async (request) => {
    const response = await askBackend(request);
    const said = response.headers.get('cache-control') ?? '';
    if (response.ok && said.includes('no-store')) mayBeKept = false;
    return response;
  };
  return { fetch, mayBeKept: () => mayBeKept };
}

/**
 * A backend of a contract before 1.2 refuses to split the columns: from then on it is asked without, and its answer says
 * by having no `split` that they are whole.
 */
function splitIfKnown(
  ask: (params: SummaryParams, signal?: AbortSignal) => Promise<FieldSummary>,
): typeof ask {
  let isRefused = false;
  return async (params, signal) => {
    const { split, ...whole } = params;
    if (split === undefined || isRefused) return ask(whole, signal);
    try {
      return await ask(params, signal);
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem?.parameter !== 'split') throw error;
      isRefused = true;
      return ask(whole, signal);
    }
  };
}

/** Asks for pages of lists, each of which has to go on from those before it. */
function listsOf(fetch: Fetch, baseUrl: string) {
  const checkPage = createPageCheck();
  return <Schema extends typeof EntryList | typeof MeetingList | typeof SourceList>(
    path: string,
    schema: Schema,
  ) =>
    async (
      params: EntryParams | MeetingParams | SourceParams,
      signal?: AbortSignal,
    ): Promise<v.InferOutput<Schema>> => {
      const { cursor, limit: _size, ...list } = params;
      const address = `${baseUrl}${path}${toQuery(params)}`;
      const page = await getJson(fetch, { address, isList: true }, schema, signal);
      checkPage({ address, list: `${path}${toQuery(list)}`, cursor }, page);
      return page;
    };
}

/**
 * The only code that speaks HTTP. `baseUrl` is absolute and has no trailing slash; `askBackend` is the platform's
 * `fetch`, or the mock's in the page.
 */
export function createApi(baseUrl: string, askBackend: Fetch) {
  const { fetch, mayBeKept } = watchStorage(askBackend);
  const get =
    <Schema extends v.GenericSchema>(path: string, schema: Schema) =>
    (params: object, signal?: AbortSignal) =>
      getJson(
        fetch,
        { address: `${baseUrl}${path}${toQuery(params)}`, isList: true },
        schema,
        signal,
      );
  const one = <Schema extends v.GenericSchema>(
    path: string,
    id: string | number,
    schema: Schema,
    signal?: AbortSignal,
  ) =>
    getJson(
      fetch,
      { address: `${baseUrl}${path}/${encodeURIComponent(id)}`, isList: false },
      schema,
      signal,
    );

  const list = listsOf(fetch, baseUrl);
  const entries = list('/entries', EntryList);
  const meetings = list('/meetings', MeetingList);
  const summary = splitIfKnown(get('/fields/summary', FieldSummary));
  const sources = list('/sources', SourceList);
  const calendar = get('/calendar', CalendarItemList);
  const search = get('/search', SearchResult);
  return {
    baseUrl,
    /** False once the backend has said of any answer that it may not be stored. */
    mayBeKept,
    /** Whether an address that failed answers now; what it answers is not read. */
    answers: async (address: string): Promise<boolean> => {
      const question = { address, isList: false };
      const response = await inTime(question, undefined, (signal) =>
        send(fetch, question, signal),
      ).catch(() => null);
      // A body that broke by itself cannot be cancelled any more, and need not be.
      await response?.body?.cancel().catch(() => undefined);
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
    summary,
    sources: (params: SourceParams, signal?: AbortSignal) => sources(params, signal),
    calendar: (params: CalendarParams, signal?: AbortSignal) => calendar(params, signal),
    search: (params: SearchParams, signal?: AbortSignal) => search(params, signal),
  };
}
export type Api = ReturnType<typeof createApi>;
