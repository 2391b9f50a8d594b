import type { Reply } from '../../asker.ts';
import { type Check, type CheckContext, pathsToAsk } from '../../check.ts';
import { Broken, broken, Untried } from '../../outcome.ts';

/** Asked for where no origin was named: whoever serves pages of others will name one. */
const SOME_ORIGIN = 'https://app.example';

const allowedBy = (headers: Headers) => headers.get('access-control-allow-origin');

/** Throws where a page of the origin may not read an answer. */
function expectAllowed(request: string, { status, headers }: Reply, origin: string): void {
  const allowed = allowedBy(headers);
  if (allowed !== '*' && allowed !== origin)
    throw new Broken('origins', request, {
      detail: `status ${status}, Access-Control-Allow-Origin: ${allowed ?? 'none'}, due ${origin} or *`,
    });
}

/** Throws where a header's list has neither a word nor the star that stands for all. */
function expectListed(request: string, headers: Headers, name: string, due: string): void {
  const listed = headers.get(name) ?? 'none';
  const words = listed.toLowerCase().split(/\s*,\s*/);
  if (!words.includes(due.toLowerCase()) && !words.includes('*'))
    throw broken('origins', request, `${name}: ${listed}, due ${due}`);
}

/** The origin to ask from, or what says that the backend serves its own pages only. */
async function findOrigin({ backend, origin: named }: CheckContext): Promise<string> {
  if (named !== undefined) return named;
  // Any answer that other origins may read says that all are meant for them.
  for (const path of ['/mechanism', '/entries?limit=1', '/no-such-path']) {
    const { headers } = await backend.ask(path, { headers: { origin: SOME_ORIGIN } });
    if (allowedBy(headers) !== null) return SOME_ORIGIN;
  }
  throw new Untried(
    'no-origin',
    'no other origin is allowed; name one with --origin if one has to be',
  );
}

export const ORIGIN_CHECKS: readonly Check[] = [
  {
    rule: 'origins',
    name: 'a page of another origin may read every answer and its tag, refusals included',
    run: async (context) => {
      const { backend } = context;
      const origin = await findOrigin(context);
      const ask = (path: string, more: Record<string, string> = {}) =>
        backend.ask(path, { headers: { origin, ...more } });
      const paths = pathsToAsk(context);
      for (const [path, more] of [
        ...paths.map((one) => [one, {}] as const),
        ...paths.map((one) => [one, { 'if-none-match': '*' }] as const),
        ['/entries?limit=1', {}],
        ['/entries?limit=0', {}],
        ['/meetings/99999', {}],
        ['/no-such-path', {}],
      ] as const) {
        const reply = await ask(path, more);
        const request = `GET ${path} from ${origin}`;
        expectAllowed(request, reply, origin);
        if (reply.status < 300)
          expectListed(request, reply.headers, 'Access-Control-Expose-Headers', 'ETag');
      }
    },
  },
  /** A cache that knows nothing of the origin would hand one origin what is meant for another. */
  {
    rule: 'origins',
    name: 'where the allowed origin is that of the request, Vary names it',
    run: async (context) => {
      const origin = await findOrigin(context);
      for (const path of ['/mechanism', '/entries?limit=1', '/no-such-path']) {
        const own = await context.backend.ask(path, { headers: { origin } });
        const plain = await context.backend.ask(path);
        if (allowedBy(own.headers) === allowedBy(plain.headers)) continue;
        for (const { headers } of [own, plain])
          expectListed(`GET ${path} from ${origin}, and from none`, headers, 'Vary', 'Origin');
      }
    },
  },
  /** Also what may not be done is told to those who asked. */
  {
    rule: 'origins',
    name: 'a page of another origin may read that a method is refused, and HEAD',
    run: async (context) => {
      const origin = await findOrigin(context);
      for (const method of ['POST', 'HEAD']) {
        const init = { method, headers: { origin } };
        const reply = await context.backend.ask('/mechanism', init);
        expectAllowed(`${method} /mechanism from ${origin}`, reply, origin);
      }
    },
  },
  {
    rule: 'origins',
    name: 'the question before the question (OPTIONS) is answered to other origins',
    run: async (context) => {
      const origin = await findOrigin(context);
      for (const path of pathsToAsk(context)) {
        const reply = await context.backend.ask(path, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'GET',
            'access-control-request-headers': 'if-none-match',
          },
        });
        const request = `OPTIONS ${path} from ${origin}`;
        if (reply.status !== 200 && reply.status !== 204)
          throw broken('origins', request, `status ${reply.status}, due 204 or 200`);
        expectAllowed(request, reply, origin);
        expectListed(request, reply.headers, 'Access-Control-Allow-Headers', 'If-None-Match');
      }
    },
  },
];
