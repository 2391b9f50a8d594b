import { describe, expect, it, vi } from 'vitest';

import { createApi, LONGEST_WAIT_MS, toQuery, type Fetch } from './client.ts';
import { ApiError } from './errors.ts';

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
/** A body whose connection breaks while it arrives. */
const brokenBody = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"ordinal": 28'));
      controller.error(new TypeError('network error'));
    },
  });
const failureOf = async (fetch: Fetch): Promise<ApiError> => {
  const error: unknown = await createApi('http://api.test/v1', fetch)
    .meeting(28)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`Expected an ApiError, got ${String(error)}`);
  return error;
};

describe('a summary whose columns are split', () => {
  const NONE = { group: [], field: [], party: [], kind: [], meeting: [], status: [] };
  const summary = {
    by: 'year',
    total: { entries: 0, meetings: 0, fields: 0, sources: 0 },
    columns: [],
    rows: [],
    facets: { ...NONE, exchangeYear: [] },
  };
  const problem = { type: 'about:blank', title: 'Bad', status: 400 };
  const listen = (answer: (query: URLSearchParams) => Response) => {
    const asked: string[] = [];
    const api = createApi('http://api.test/v1', async ({ url }) => {
      const { search, searchParams } = new URL(url);
      asked.push(search);
      return answer(searchParams);
    });
    return { api, asked };
  };

  it('is asked for once of a backend that knows how', async () => {
    const { api, asked } = listen(() => json({ ...summary, split: 'kind' }));
    expect(await api.summary({ by: 'year', split: 'kind' })).toMatchObject({ split: 'kind' });
    expect(asked).toEqual(['?by=year&split=kind']);
  });

  it('is asked for whole of a backend that refused it once', async () => {
    const { api, asked } = listen((query) =>
      query.has('split') ? json({ ...problem, parameter: 'split' }, 400) : json(summary),
    );
    expect(await api.summary({ by: 'year', split: 'kind' })).toEqual(summary);
    expect(await api.summary({ by: 'meeting', split: 'party' })).toEqual(summary);
    expect(asked).toEqual(['?by=year&split=kind', '?by=year', '?by=meeting']);
  });

  it('is not asked for again where something else was refused', async () => {
    const { api, asked } = listen(() => json({ ...problem, parameter: 'field' }, 400));
    const lost = api.summary({ by: 'year', split: 'kind', field: ['lost'] });
    await expect(lost).rejects.toMatchObject({ kind: 'refused' });
    expect(asked).toHaveLength(1);
  });
});

describe('a request that fails', () => {
  it.each([
    ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['not-found', async () => json({ type: 'about:blank', title: 'No', status: 404 }, 404)],
    ['elsewhere', async () => new Response('<h1>Not found</h1>', { status: 404 })],
    ['signed-out', async () => new Response('Sign in', { status: 401 })],
    ['denied', async () => json({ type: 'about:blank', title: 'No', status: 403 }, 403)],
    ['busy', async () => new Response('Slow down', { status: 429 })],
    ['refused', async () => json({ type: 'about:blank', title: 'Bad', status: 400 }, 400)],
    ['server', async () => new Response('<h1>503</h1>', { status: 503 })],
    ['not-json', async () => new Response('<!doctype html>')],
    ['cut', async () => new Response('{"ordinal": 28, "da')],
    ['cut', async () => new Response(brokenBody())],
    ['contract', async () => json({ ordinal: 'twenty-eight' })],
  ] as const)('is told as %s, with its address', async (kind, fetch) => {
    const error = await failureOf(fetch);
    expect(error.kind).toBe(kind);
    expect(error.address).toBe('http://api.test/v1/meetings/28');
  });

  it('names the parameter that the backend refused', async () => {
    const body = {
      type: 'about:blank',
      title: 'Bad',
      status: 400,
      detail: 'No',
      parameter: 'from',
    };
    const error = await failureOf(async () => json(body, 400, 'application/problem+json'));
    expect(error.problem?.parameter).toBe('from');
    expect(error.message).toBe('No');
  });

  it('tells a list that is missing, which every backend has, from a thing that is', async () => {
    const missing = async () => json({ type: 'about:blank', title: 'No', status: 404 }, 404);
    const api = createApi('http://api.test/v2', missing);
    await expect(api.mechanism()).rejects.toMatchObject({ kind: 'elsewhere' });
    await expect(api.source('a')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each([
    ['120', 120],
    ['99999999999', 604_800],
    ['Fri, 31 Dec 1999 23:59:59 GMT', null, 'Sat, 01 Jan 2000 00:00:09 GMT'],
    ['Sat, 01 Jan 2000 00:01:09 GMT', 60, 'Sat, 01 Jan 2000 00:00:09 GMT'],
    ['-5', null],
    ['Fri, 31 Dec 1999 23:59:59 GMT', null],
    ['soon', null],
  ])('says when to ask again: %s', async (header, seconds, date = '') => {
    const headers = { 'retry-after': header, date };
    const error = await failureOf(async () => new Response('', { status: 503, headers }));
    expect(error.retryAfter).toBe(seconds);
  });

  it.each([
    ['that never comes', () => new Promise<Response>(() => undefined)],
    ['whose body never ends', async () => new Response(new ReadableStream())],
  ])('is given up when it waits for an answer %s', async (_what, fetch) => {
    vi.useFakeTimers();
    const failing = failureOf(fetch);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    await expect(failing).resolves.toMatchObject({ kind: 'timeout', isTransient: true });
    vi.useRealTimers();
  });

  it('names the field that breaks the contract', async () => {
    const items = [{ id: 'a', name: { en: 'A' }, party: 'x', terms: [{ office: 1 }] }];
    const api = createApi('http://api.test/v1', async () => json({ items, total: 1 }));
    await expect(api.people()).rejects.toMatchObject({
      kind: 'contract',
      place: 'items.0.terms.0.office',
    });
  });

  it('is not a failure when it was given up on purpose', async () => {
    const controller = new AbortController();
    const api = createApi('http://api.test/v1', async (request) => {
      controller.abort();
      request.signal.throwIfAborted();
      return json({});
    });
    await expect(api.fields(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('an answer', () => {
  it('may say more than the app reads', async () => {
    const body = { groups: [], fields: [], extra: { anything: true } };
    const api = createApi('http://api.test/v1', async () => json(body));
    await expect(api.fields()).resolves.toEqual({ groups: [], fields: [] });
  });

  it('cannot bring an address that is not a web address', async () => {
    const source = { id: 'x', title: 'T', publisher: 'P', publishedOn: null, language: 'en' };
    const rest = { entries: 0, meetings: [], exchangeYears: [], commissions: [] };
    const body = { ...source, ...rest, url: 'javascript:alert(1)' };
    const api = createApi('http://api.test/v1', async () => json(body));
    await expect(api.source('x')).rejects.toMatchObject({ kind: 'contract', place: 'url' });
  });
});

describe('a backend', () => {
  it('is one of which nothing is kept as soon as it says so of one answer', async () => {
    const headers = { 'cache-control': 'private, no-store' };
    const api = createApi('http://api.test/v1', async ({ url }) =>
      url.endsWith('/people') ? new Response('{}', { headers }) : json({}),
    );
    await api.mechanism().catch(() => undefined);
    expect(api.mayBeKept()).toBe(true);
    await api.people().catch(() => undefined);
    expect(api.mayBeKept()).toBe(false);
  });
});

describe('a question', () => {
  it('has one address, whatever the order of its choices', () => {
    const one = toQuery({ field: ['sports', 'energy'], by: 'kind', from: undefined });
    expect(one).toBe(toQuery({ by: 'kind', field: ['energy', 'sports'] }));
    expect(one).toBe('?by=kind&field=energy&field=sports');
  });
});
