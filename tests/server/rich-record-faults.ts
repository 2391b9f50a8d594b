import { gzipSync } from 'node:zlib';

import {
  asProblem,
  type Item,
  type Json,
  misread,
  relabel,
  spoil,
  spoilBody,
  spoilSummary,
  toAddress,
  withHeaders,
} from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const SOURCES = /^\/sources$/;
const MEETINGS = /^\/meetings$/;
const MEETING = /^\/meetings\/\d+$/;
const CALENDAR = /^\/calendar$/;
const FILE = /^\/calendar\.ics$/;
const SEARCH = /^\/search$/;
const query = (request: Request) => new URL(request.url).searchParams;

/** Reads the words of a question as others than they are. */
const misreadWords = (name: string, path: RegExp, change: (q: string) => string) =>
  misread(name, path === ENTRIES ? 'rule 4' : 'calendar', path, (asked) => {
    const q = asked.get('q');
    if (q !== null && q !== '' && q.length <= 200) asked.set('q', change(q) || ' ');
  });
/** Finds one thing too many by what is not looked through. */
const findsBy = (what: string, text: RegExp) =>
  spoil(`finds by ${what}`, 'rule 4', ENTRIES, (page, request) => {
    if (text.test(query(request).get('q') ?? '')) page.total += 1;
  });

const TEXT: Fault[] = [
  misreadWords('takes any sigma for one at the end', ENTRIES, (q) => q.replace(/σ$/, 'ς')),
  misreadWords('keeps the marks of Cyrillic letters', ENTRIES, (q) => q.replace(/чаи|елку/, 'q')),
  misreadWords('takes three words at most', ENTRIES, (q) =>
    q.trim().split(/\s+/).slice(0, 3).join(' '),
  ),
  misreadWords('reads forty letters', ENTRIES, (q) => q.slice(0, 40)),
  misreadWords('cuts signs off the ends of words', ENTRIES, (q) => q.replace(/[.,]+$/, '')),
  misreadWords('takes what is no letter for nothing', ENTRIES, (q) => q.replace('😀', '')),
  misreadWords('takes the letters of two syllabaries for one', ENTRIES, (q) =>
    q.replace('か', 'カ'),
  ),
  findsBy('the words of further pages', /^另一段$/),
  findsBy('words that run from one language into the next', /[a-z.]公报/),
  misreadWords('lets words run from a name into the next', CALENDAR, (q) =>
    q.replace('plesOn', 'Apples'),
  ),
];

/** Gives a cursor, after which nothing comes, with a page that is just full. */
const EMPTY_LAST_PAGE: Fault = {
  name: 'names a next page where the last one is full',
  rule: 'rule 2',
  answer: async (request, ask) => {
    if (!SOURCES.test(new URL(request.url).pathname.replace(/^.*\/v1/, ''))) return null;
    const isAfterAll = query(request).get('cursor') === 'end';
    const response = await ask(toAddress(request, (asked) => isAfterAll && asked.delete('cursor')));
    if (response.status !== 200) return response;
    const page = (await response.json()) as { items: unknown[]; nextCursor: string | null };
    const isFull = page.items.length === Number(query(request).get('limit') ?? 50);
    if (page.nextCursor === null && isFull) page.nextCursor = 'end';
    if (isAfterAll) Object.assign(page, { items: [], nextCursor: null });
    return Response.json(page, { headers: response.headers });
  },
};

const LISTS: Fault[] = [
  EMPTY_LAST_PAGE,
  misread('ties cursors of documents to the order of values', 'rule 2', SOURCES, (asked) => {
    const [first] = asked.keys();
    if (asked.has('cursor') && asked.has('language') && first !== 'cursor' && first !== 'to')
      asked.set('cursor', 'x');
  }),
  misread('ties cursors of meetings to the length of a page', 'schema', MEETINGS, (asked) => {
    if (asked.get('limit') === '2' && asked.has('cursor')) asked.set('cursor', 'x');
  }),
  spoil('counts entries of meetings under their filters', 'rule 1', MEETINGS, (list, request) => {
    for (const item of list.items)
      if (query(request).has('host')) item['entries'] = Math.floor(Number(item['entries']) / 2);
  }),
  spoil('counts what rests on documents in one meeting', 'sources', SOURCES, (list, request) => {
    for (const item of list.items) if (query(request).has('meeting')) item['entries'] = 0;
  }),
  spoil('counts languages whatever the date', 'sources', SOURCES, (list, request) => {
    const { languages } = list as unknown as { languages: { sources: number }[] };
    for (const one of languages.slice(0, 1)) if (query(request).has('to')) one.sources += 1;
  }),
  spoilSummary('says that nothing was read of a field', 'rule 3', ({ columns }, request) => {
    for (const column of columns)
      if (query(request).has('field') && 'sources' in column) column.sources = 0;
  }),
];

const inFile = (name: string, change: (text: string) => string) =>
  spoilBody(name, 'calendar', FILE, change);
const FILES: Fault[] = [
  misread('forgets the end of the file beside its beginning', 'calendar', FILE, (asked) => {
    if (asked.has('from') && asked.get('to')?.length === 10) asked.delete('to');
  }),
  misread('takes the first of several kinds of the file', 'calendar', FILE, (asked) => {
    const [first = '', ...others] = asked.getAll('kind');
    if (others.length > 0) asked.set('kind', first);
  }),
  inFile('names places of the file in English', (text) => text.replaceAll('碧港', 'Port Azur')),
  inFile('names bodies of the file in English', (text) =>
    text.replaceAll('织 工', 'Weavers’ Commission'),
  ),
  inFile('writes a new line as it is', (text) => text.replaceAll('\\n', '\r\n')),
  inFile('counts what it leaves out in English only', (text) =>
    /例会/.test(text) ? text.replace(/^DESCRIPTION:.*\r\n(?: .*\r\n)*/m, '') : text,
  ),
  inFile('has the day for a sequence', (text) =>
    text.replaceAll(/^SEQUENCE:.*/gm, `SEQUENCE:${Math.floor(Date.now() / 86_400_000)}`),
  ),
  inFile('has a sequence that no program can hold', (text) =>
    text.replaceAll(/^SEQUENCE:.*/gm, 'SEQUENCE:20240501000000'),
  ),
];

/** Changes each match of one type. */
const spoilMatches = (name: string, type: string, change: (matches: Item[]) => void) =>
  spoil(name, 'search', SEARCH, ({ groups }) => {
    for (const group of groups as { type: string; items?: Item[] }[])
      if (group.type === type) change(group.items ?? []);
  });
const SEARCHES: Fault[] = [
  spoilMatches('names meetings in English only', 'meeting', (matches) => {
    for (const match of matches) match['name'] = { en: (match['name'] as Json)['en'] };
  }),
  spoilMatches('names the first co-chair only', 'meeting', (matches) => {
    for (const { name } of matches)
      for (const [tag, text] of Object.entries(name as Record<string, string>))
        Object.assign(name as object, { [tag]: text.split(',')[0] });
  }),
  spoilMatches('tells the country of a place', 'place', (matches) => {
    for (const match of matches) match['detail'] = 'ZZ';
  }),
  spoilMatches('names venues in one language', 'meeting', (matches) => {
    for (const match of matches) delete match['detailName'];
  }),
  spoilMatches('has the latest meeting before the one that was asked for', 'meeting', (matches) => {
    matches.sort((a, b) => Number(b['meeting']) - Number(a['meeting']));
  }),
  spoilMatches('has a document before the one of the id', 'source', (matches) => {
    matches.sort((a, b) => (String(a.id) < String(b.id) ? 1 : -1));
  }),
];

type Facts = { coChairs: { evidence?: Json[] }[]; notes: Json | null };
const FORMS: Fault[] = [
  spoil('tells further pages of a co-chair first', 'evidence', MEETING, (meeting) => {
    for (const { evidence } of (meeting as unknown as Facts).coChairs) evidence?.reverse();
  }),
  spoil('translates a remark into its own language', 'evidence', MEETING, (meeting) => {
    const { notes } = meeting as unknown as Facts;
    if (notes) notes['translations'] = { en: 'The day is unknown.' };
  }),
  spoil('has a last day of what lasted one', 'rule 3', CALENDAR, ({ items }) => {
    for (const item of items) item['until'] ??= item['date'];
  }),
  spoil('writes languages as others do', 'rule 3', /^\/people$/, ({ items }) => {
    for (const { name } of items) Object.assign(name as object, { zh_CN: '名' });
  }),
  spoilBody('has descriptions for titles', 'rule 3', /^\/./, (text) =>
    text.replaceAll('[Report on the talks]', 'Report on the talks'),
  ),
  spoil('calls the calendar otherwise', 'rule 3', CALENDAR, (list) => {
    Object.assign(list, { title: { en: 'Calendar' } });
  }),
];

const fails = (name: string, isHit: (address: string) => boolean): Fault => ({
  name,
  rule: 'rule 6',
  answer: ({ url }) =>
    isHit(url) ? asProblem({ type: 'about:blank', title: 'It failed', status: 500 }, 500) : null,
});
const REQUESTS: Fault[] = [
  misread('takes the last of two dates of documents', 'rule 6', SOURCES, (asked) => {
    const [last = '', ...others] = asked.getAll('to').toReversed();
    if (others.length > 0) asked.set('to', last);
  }),
  misread('counts the letters of a search by code points', 'rule 6', SEARCH, (asked) => {
    const q = asked.get('q') ?? '';
    if (q.length > 200 && Array.from(q).length <= 200) asked.set('q', 'a');
  }),
  misread('loses the first digits of large numbers', 'rule 6', ENTRIES, (asked) => {
    if ((asked.get('limit') ?? '').length > 15) asked.set('limit', '5');
  }),
  fails('fails at an ordinal that its numbers do not hold', (url) => /\/\d{11}$/.test(url)),
  fails('fails at the year 0', (url) => /from=0000/.test(url)),
  fails('fails at bytes that are no letter', (url) => /%FF/.test(url)),
  fails('fails at a long cursor', (url) => /cursor=A{1000}$/.test(url)),
];

const HEADERS: Fault[] = [
  {
    name: 'reads a list of tags by its spaces',
    rule: 'tags',
    answer: (request, ask) =>
      /",\S/.test(request.headers.get('if-none-match') ?? '')
        ? ask(toAddress(request, () => undefined).replace(/\?$/, ''))
        : null,
  },
  relabel('has a weak tag for what is compressed', async (response, request) => {
    const isPacked = (request.headers.get('accept-encoding') ?? '').startsWith('gzip, deflate');
    if (response.status !== 200 || request.method !== 'GET') return response;
    const body = isPacked ? gzipSync(await response.arrayBuffer()) : response.body;
    const packed = { 'content-encoding': 'gzip', etag: `W/${response.headers.get('etag')}` };
    const own = { ...Object.fromEntries(response.headers), vary: 'accept-encoding' };
    return new Response(body, { headers: { ...own, ...(isPacked && packed) } });
  }),
  relabel('has one tag for all pages of a list', (response, request) =>
    query(request).has('cursor')
      ? withHeaders(response, (headers) => headers.set('etag', '"page"'))
      : response,
  ),
  {
    name: 'keeps from caches whom an answer is meant for',
    rule: 'origins',
    answer: async (request, ask) => {
      const address = toAddress(request, () => undefined).replace(/\?$/, '');
      const response = await ask(address, { method: request.method, headers: request.headers });
      const origin = request.headers.get('origin') ?? 'null';
      return withHeaders(response, (headers) => headers.set('access-control-allow-origin', origin));
    },
  },
  {
    ...relabel('says that its letters are Latin ones', (response) =>
      response.headers.get('content-type') === 'application/json'
        ? withHeaders(response, (headers) =>
            headers.set('content-type', 'application/json; charset=iso-8859-1'),
          )
        : response,
    ),
    rule: 'schema',
  },
];

/** Kinds of break that show on a record that has something of everything. */
export const RICH_RECORD_FAULTS: readonly Fault[] = [
  ...TEXT,
  ...LISTS,
  ...FILES,
  ...SEARCHES,
  ...FORMS,
  ...REQUESTS,
  ...HEADERS,
];
