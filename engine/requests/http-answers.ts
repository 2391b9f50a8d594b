import type { Problem } from '#src/api/schemas/common.ts';

const TITLES: Record<number, string> = {
  400: 'A parameter has a value that it cannot have',
  404: 'There is nothing at this address',
  405: 'This address can only be read',
  500: 'The server failed',
  503: 'The server cannot answer now',
};

/** What every answer carries: always asked again, but answered with 304 while the data stays the same. */
const COMMON_HEADERS = { 'cache-control': 'no-cache' };

/** What may be done with everything that is served. */
export const READ_ONLY = { allow: 'GET, HEAD' };

/** An answer of RFC 9457. */
export function problemAnswer(
  status: number,
  about: Pick<Problem, 'detail' | 'parameter' | 'instance'> = {},
  headers: Record<string, string> = {},
): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Problem',
    status,
    ...about,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': 'application/problem+json', ...headers },
  });
}

/**
 * An answer whose text is at hand. A browser reads a body through a stream even where it is made in the page, and has
 * drawn a frame without it before it is through.
 */
export class WrittenAnswer extends Response {
  readonly #text: string;

  constructor(text: string, init: ResponseInit) {
    super(text, init);
    this.#text = text;
  }

  override async text(): Promise<string> {
    return this.#text;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }
}

/** True if the client holds this version: weak comparison over a list, as RFC 9110 has it. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = new Set(ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  return tags.has('*') || tags.has(etag);
}

/** The answer, or 304 if the client holds it already; a request that is refused is refused in either case. */
export function dataAnswer(
  request: Request,
  { etag, contentType, body }: { etag: string; contentType: string; body: string },
): Response {
  const headers = { ...COMMON_HEADERS, etag };
  if (holds(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const described = { ...headers, 'content-type': contentType };
  if (request.method === 'HEAD') return new Response(null, { headers: described });
  return new WrittenAnswer(body, { headers: described });
}
