import { misread, relabel, withHeaders } from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const SOURCES = /^\/sources$/;
const pathOf = (request: Request) => new URL(request.url).pathname;

const REQUESTS: Fault[] = [
  misread('takes parameters whatever their case', 'rule 6', ENTRIES, (asked) => {
    asked.delete('Limit');
    asked.delete('exchangeyear');
  }),
  misread('takes the ordinal 01', 'rule 6', ENTRIES, (asked) => {
    if (asked.get('meeting') === '01') asked.set('meeting', '1');
  }),
  misread('refuses the 29th of February', 'rule 6', ENTRIES, (asked) => {
    if (asked.get('from')?.endsWith('-02-29')) asked.set('from', '2023-02-30');
  }),
  misread('counts letters in bytes', 'rule 6', ENTRIES, (asked) => {
    const q = asked.get('q') ?? '';
    if (q.length <= 200 && new TextEncoder().encode(q).length > 200) asked.set('q', '');
  }),
  misread('knows the languages of its documents only', 'rule 6', SOURCES, (asked) => {
    if (asked.getAll('language').includes('tlh')) asked.set('language', '');
  }),
];

/** Changes the headers of what a request that fits is answered with. */
const relabelled = (
  name: string,
  rule: Fault['rule'],
  isMeant: (request: Request, response: Response) => boolean,
  change: (headers: Headers) => void,
): Fault => ({
  ...relabel(name, (response, request) =>
    isMeant(request, response) ? withHeaders(response, change) : response,
  ),
  rule,
});
const hideOrigin = (headers: Headers) => headers.delete('access-control-allow-origin');

const HEADERS: Fault[] = [
  relabelled(
    'hides its calendar file from other origins',
    'origins',
    (request) => pathOf(request).endsWith('.ics'),
    hideOrigin,
  ),
  relabelled(
    'hides single things from other origins',
    'origins',
    (request) => /\/sources\//.test(pathOf(request)),
    hideOrigin,
  ),
  relabelled(
    'has no tag with 304',
    'tags',
    (_request, { status }) => status === 304,
    (headers) => headers.delete('etag'),
  ),
  relabelled(
    'forbids to keep answers',
    'tags',
    () => true,
    (headers) => headers.set('cache-control', 'no-store'),
  ),
  relabelled(
    'has one tag for all documents',
    'tags',
    (request) => /\/sources\//.test(pathOf(request)),
    (headers) => headers.set('etag', '"document"'),
  ),
  {
    name: 'takes other methods on some paths',
    rule: 'rule 6',
    answer: ({ method, url }, ask) =>
      method === 'DELETE' && /\/sources\//.test(url) ? ask('/mechanism') : null,
  },
  {
    name: 'answers HEAD of what is refused with 200',
    rule: 'rule 6',
    answer: ({ method, url }, ask) =>
      method === 'HEAD' && /limit=0/.test(url) ? ask('/entries', { method: 'HEAD' }) : null,
  },
];

/** Faults in what is taken and refused, and in what stands around an answer. */
export const HTTP_FAULTS: readonly Fault[] = [...REQUESTS, ...HEADERS];
