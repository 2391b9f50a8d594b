import { gzipSync } from 'node:zlib';

import { misread, spoil, spoilBody, toAddress, withHeaders } from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const SOURCES = /^\/sources$/;
const CALENDAR = /^\/calendar$/;
const MEETINGS = /^\/meetings$/;
const FILE = /^\/calendar\.ics$/;
const SEARCH = /^\/search$/;
const askedFor = (request: Request) => new URL(request.url).searchParams.get('q') ?? '';

/** Finds one thing too many by what is not looked through. */
const findsBy = (what: string, rule: Fault['rule'], path: RegExp, text: RegExp) =>
  spoil(`finds by ${what}`, rule, path, (page, request) => {
    if (text.test(askedFor(request))) page.total += 1;
  });

const OTHER_TEXTS: Fault[] = [
  findsBy('the place of a meeting', 'rule 4', ENTRIES, /^tallinn$/i),
  findsBy('the name of a co-chair', 'rule 4', ENTRIES, /^Jules Marot$/),
  findsBy('the ids of fields', 'rule 4', ENTRIES, /^ferries$/),
  findsBy('whose account a document is', 'sources', SOURCES, /^arland$/),
  findsBy('the date of a document', 'sources', SOURCES, /^2009-05$/),
  misread('finds by the kind of an event', 'calendar', CALENDAR, (asked) => {
    if (asked.get('q') === 'opening') asked.delete('q');
  }),
  misread('finds by the name of a field in the calendar', 'calendar', CALENDAR, (asked) => {
    if (asked.get('q') === 'Musique') asked.delete('q');
  }),
  misread('finds a field by its id', 'search', SEARCH, (asked) => {
    if (asked.get('q') === 'music-schools') asked.set('q', 'music schools');
  }),
  misread('finds a person by the office', 'search', SEARCH, (asked) => {
    if (asked.get('q') === 'First Minister') asked.set('q', 'Ada');
  }),
  spoil('repeats a query composed', 'search', SEARCH, (found, request) => {
    Object.assign(found, { q: askedFor(request).normalize('NFC') });
  }),
];

const LETTERS: Fault[] = [
  misread('takes signs without width for nothing', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q');
    if (q?.includes('\u200B') && /\p{L}\u200B\p{L}/u.test(q))
      asked.set('q', q.replaceAll('\u200B', ''));
  }),
  misread('takes ø for o', 'rule 4', ENTRIES, (asked) => {
    if (asked.has('q')) asked.set('q', (asked.get('q') ?? '').replaceAll('ø', 'o') || ' ');
  }),
  misread('takes hyphens for nothing', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q') ?? '';
    if (/^\p{L}{2}-\p{L}+$/u.test(q)) asked.set('q', q.replace('-', ''));
  }),
  misread('takes words in the calendar by their case', 'calendar', CALENDAR, (asked) => {
    const q = asked.get('q') ?? '';
    if (q.length > 1 && q === q.toUpperCase() && q !== q.toLowerCase()) asked.set('q', 'qzxqzx');
  }),
];

const PAIRS: Fault[] = [
  misread('forgets the words beside a language', 'rule 4', SOURCES, (asked) => {
    if (asked.has('language') && asked.get('q') !== '') asked.delete('q');
  }),
  misread('forgets the kind beside a field', 'rule 4', CALENDAR, (asked) => {
    if (asked.has('field') && asked.has('kind') && !/party|minutes/.test(asked.get('kind') ?? ''))
      asked.delete('kind');
  }),
  misread('forgets the place beside a person', 'rule 4', MEETINGS, (asked) => {
    if (asked.has('person') && asked.get('place') !== 'nowhere-at-all') asked.delete('place');
  }),
  misread('takes a cursor with another co-chair', 'rule 2', ENTRIES, (asked) => {
    if (asked.get('limit') === '1' && asked.has('coChair')) asked.delete('cursor');
  }),
  spoil('begins the calendar with the words', 'calendar', CALENDAR, (list, request) => {
    if (askedFor(request).trim() !== '') Object.assign(list, { from: '2014-03-21' });
  }),
];

const VALUES: Fault[] = [
  misread('takes ids in capitals', 'rule 6', ENTRIES, (asked) => {
    const id = asked.get('field');
    if (id !== null) asked.set('field', id.toLowerCase());
  }),
  misread('takes values with commas between', 'rule 6', MEETINGS, (asked) => {
    const [first = ''] = (asked.get('place') ?? '').split(',');
    if (first !== '') asked.set('place', first);
  }),
  misread('takes an empty value beside another', 'rule 6', CALENDAR, (asked) => {
    const fields = asked.getAll('field');
    if (fields.length > 1 && fields.includes('')) asked.set('field', fields.find(Boolean) ?? '');
  }),
  misread('takes what others count visits by', 'rule 6', ENTRIES, (asked) => {
    asked.delete('utm_source');
  }),
];

/** Answers otherwise what a header asks for. */
const onHeader = (
  name: string,
  isMeant: (request: Request) => boolean,
  change: (response: Response) => Promise<Response>,
): Fault => ({
  name,
  rule: 'tags',
  answer: async (request, ask) => {
    if (!isMeant(request) || request.method !== 'GET') return null;
    const address = toAddress(request, () => undefined).replace(/\?$/, '');
    const response = await ask(address, { headers: request.headers });
    return response.status === 200 ? change(response) : response;
  },
});
const pack = async (response: Response, more: Record<string, string>) =>
  new Response(gzipSync(await response.arrayBuffer()), {
    headers: { ...Object.fromEntries(response.headers), 'content-encoding': 'gzip', ...more },
  });
const takesGzip = ({ headers }: Request) =>
  (headers.get('accept-encoding') ?? '').startsWith('gzip, deflate, br');

const HEADERS: Fault[] = [
  onHeader('does not say that it compresses', takesGzip, (response) =>
    pack(response, { etag: '"packed"' }),
  ),
  onHeader('compresses under the same tag', takesGzip, (response) =>
    pack(response, { vary: 'Accept-Encoding' }),
  ),
  onHeader(
    'compresses for who takes nothing compressed',
    ({ headers }) => (headers.get('accept-encoding') ?? '').startsWith('gzip;q=0'),
    (response) => pack(response, { vary: 'Accept-Encoding' }),
  ),
  onHeader(
    'has other tags for other languages',
    ({ headers }) => (headers.get('accept-language') ?? '').startsWith('fr'),
    (response) =>
      Promise.resolve(withHeaders(response, (headers) => headers.set('etag', '"in-french"'))),
  ),
];

const FILES: Fault[] = [
  misread('takes a part of a language for all of it', 'calendar', FILE, (asked) => {
    const lang = asked.get('lang') ?? '';
    if (/^[a-z]{2}-[A-Z]/.test(lang)) asked.set('lang', lang.slice(0, 2));
  }),
  spoilBody('has the sequence 0', 'calendar', FILE, (text) =>
    text.replaceAll(/^SEQUENCE:.*\r$/gm, 'SEQUENCE:0\r'),
  ),
];

/** Relatives of breaks that the suite found: the same in another text, beside another parameter, in another header. */
export const KINDRED_FAULTS: readonly Fault[] = [
  ...OTHER_TEXTS,
  ...LETTERS,
  ...PAIRS,
  ...VALUES,
  ...HEADERS,
  ...FILES,
];
