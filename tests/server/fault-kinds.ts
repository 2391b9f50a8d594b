import type { Rule } from '#conformance/outcome.ts';
import type { Ask, Fault } from './faulty-backend.ts';

export type Json = Record<string, unknown>;
export type Item = Json & { id?: string };
type Page = { items: Item[]; total: number; nextCursor: string | null };
type Cell = { key: string; entries: number; meetings: number };
type Count = Cell & { sources: number; parts?: Cell[] };
type Facet = { value: string; entries: number };
type Summary = {
  split?: string;
  total: Count;
  accounts?: Facet[];
  columns: Count[];
  rows: (Count & { cells: Count[] })[];
  facets: Record<string, Facet[]>;
};

/** Every list or document that is spoiled here, at once: each fault uses what its path has. */
type Listing = Page & { groups: { type: string }[]; entries: number; date: string };

const toPath = (request: Request) => new URL(request.url).pathname.replace(/^.*\/api\/v1/, '');
export const toAddress = (request: Request, change: (query: URLSearchParams) => void) => {
  const { searchParams } = new URL(request.url);
  change(searchParams);
  return `${toPath(request)}?${searchParams}`;
};
const conditional = (request: Request): RequestInit => ({ headers: request.headers });

function spoilAny(
  about: Pick<Fault, 'name' | 'rule'>,
  path: RegExp,
  change: (data: unknown, request: Request) => void,
): Fault {
  return {
    ...about,
    answer: async (request, ask) => {
      if (!path.test(toPath(request)) || request.method !== 'GET') return null;
      const response = await ask(
        toAddress(request, () => undefined),
        conditional(request),
      );
      if (response.status !== 200) return response;
      const data: unknown = await response.json();
      change(data, request);
      return Response.json(data, { headers: response.headers });
    },
  };
}

/** Changes the data of answers on one path. */
export const spoil = (
  name: string,
  rule: Rule,
  path: RegExp,
  change: (data: Listing, request: Request) => void,
): Fault => spoilAny({ name, rule }, path, (data, request) => change(data as Listing, request));

/** Changes the counts of a summary. */
export const spoilSummary = (
  name: string,
  rule: Rule,
  change: (data: Summary, request: Request) => void,
): Fault =>
  spoilAny({ name, rule }, /^\/fields\/summary$/, (data, request) =>
    change(data as Summary, request),
  );

/** Changes the text of an answer that is not JSON. */
export const spoilBody = (
  name: string,
  rule: Rule,
  path: RegExp,
  change: (text: string) => string,
): Fault => ({
  name,
  rule,
  answer: async (request, ask) => {
    if (!path.test(toPath(request))) return null;
    const { method } = request;
    const response = await ask(
      toAddress(request, () => undefined),
      { ...conditional(request), method },
    );
    if (response.status !== 200) return response;
    return new Response(change(await response.text()), { headers: response.headers });
  },
});

/** Asks another question than the one that was asked. */
export function misread(
  name: string,
  rule: Rule,
  path: RegExp,
  change: (query: URLSearchParams) => void,
): Fault {
  return {
    name,
    rule,
    answer: (request, ask) =>
      path.test(toPath(request)) && request.method === 'GET'
        ? ask(toAddress(request, change), conditional(request))
        : null,
  };
}

/** Changes what is said of an error. */
export function misreport(
  name: string,
  status: number,
  change: (problem: Json, response: Response) => Response,
): Fault {
  return {
    name,
    rule: 'rule 6',
    answer: async (request, ask) => {
      const response = await ask(
        toAddress(request, () => undefined),
        { method: request.method, headers: request.headers },
      );
      return response.status === status
        ? change((await response.json()) as Json, response)
        : response;
    },
  };
}

/** Changes the headers of answers that are good. */
export function relabel(
  name: string,
  change: (response: Response, request: Request, ask: Ask) => Response | Promise<Response>,
): Fault {
  return {
    name,
    rule: 'tags',
    answer: async (request, ask) => {
      const response = await ask(
        toAddress(request, () => undefined),
        { method: request.method, headers: request.headers },
      );
      return response.status < 400 ? change(response, request, ask) : response;
    },
  };
}

export const asProblem = (problem: Json, status: number) =>
  Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
export const withHeaders = (response: Response, change: (headers: Headers) => void) => {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
};
export const swapLast = (items: unknown[]) => {
  const [a, b] = items.splice(-2);
  items.push(b, a);
};
