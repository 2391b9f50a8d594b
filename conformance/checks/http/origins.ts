import { type Check, type CheckContext, pathsToAsk } from '../../check.ts';
import { Broken, Untried } from '../../outcome.ts';

/** Asked for where no origin was named: whoever serves pages of others will name one. */
const SOME_ORIGIN = 'https://app.example';

const allowedBy = (headers: Headers) => headers.get('access-control-allow-origin');
const listOf = (headers: Headers, name: string) =>
  (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);

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
        const { headers, status } = await ask(path, more);
        const request = `GET ${path} from ${origin}`;
        const allowed = allowedBy(headers);
        if (allowed !== '*' && allowed !== origin)
          throw new Broken('origins', request, {
            detail: `status ${status}, Access-Control-Allow-Origin: ${allowed ?? 'none'}, due ${origin} or *`,
          });
        const exposed = listOf(headers, 'access-control-expose-headers');
        if (status < 300 && !exposed.includes('etag') && !exposed.includes('*'))
          throw new Broken('origins', request, {
            detail: `Access-Control-Expose-Headers: ${exposed.join(', ') || 'none'}, due ETag`,
          });
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
        for (const { headers } of [own, plain]) {
          const vary = listOf(headers, 'vary');
          if (!vary.includes('origin') && !vary.includes('*'))
            throw new Broken('origins', `GET ${path} from ${origin}, and from none`, {
              detail: `Vary: ${vary.join(', ') || 'none'}, due Origin`,
            });
        }
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
        const { headers, status } = await context.backend.ask('/mechanism', init);
        const allowed = allowedBy(headers);
        if (allowed !== '*' && allowed !== origin)
          throw new Broken('origins', `${method} /mechanism from ${origin}`, {
            detail: `status ${status}, Access-Control-Allow-Origin: ${allowed ?? 'none'}, due ${origin} or *`,
          });
      }
    },
  },
  {
    rule: 'origins',
    name: 'the question before the question (OPTIONS) is answered to other origins',
    run: async (context) => {
      const origin = await findOrigin(context);
      for (const path of pathsToAsk(context)) {
        const { status, headers } = await context.backend.ask(path, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'GET',
            'access-control-request-headers': 'if-none-match',
          },
        });
        const request = `OPTIONS ${path} from ${origin}`;
        const fail = (difference: string): never => {
          throw new Broken('origins', request, { detail: difference });
        };
        if (status !== 200 && status !== 204) fail(`status ${status}, due 204 or 200`);
        const allowed = allowedBy(headers);
        if (allowed !== '*' && allowed !== origin)
          fail(`Access-Control-Allow-Origin: ${allowed ?? 'none'}, due ${origin} or *`);
        const names = listOf(headers, 'access-control-allow-headers');
        if (!names.includes('if-none-match') && !names.includes('*'))
          fail(`Access-Control-Allow-Headers: ${names.join(', ') || 'none'}, due If-None-Match`);
      }
    },
  },
];
