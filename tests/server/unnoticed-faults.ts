import {
  asProblem,
  misread,
  spoil,
  spoilBody,
  spoilSummary,
  toAddress,
  withHeaders,
  type Item,
} from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const MEETING = /^\/meetings\/\d+$/;
const SUMMARY = /^\/fields\/summary$/;
const FILE = /^\/calendar\.ics$/;
const query = (request: Request) => new URL(request.url).searchParams;
const isFolded = (text: string) => text.normalize('NFD') === text;

/** Replaces a text that some reader would misread by one that is nowhere. */
const misreadText = (name: string, isMisread: (q: string) => boolean): Fault =>
  misread(name, 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q');
    if (q !== null && q.length < 200 && isMisread(q)) asked.set('q', 'qzxqzx');
  });

const TEXT: Fault[] = [
  misreadText('does not fold accents', (q) => /\p{M}/u.test(q.normalize('NFD'))),
  misreadText('does not fold full width', (q) => q.normalize('NFKC') !== q && isFolded(q)),
  misread('takes a sign for any text', 'rule 4', ENTRIES, (asked) => {
    if (/^[%_*.]$/.test(asked.get('q') ?? '')) asked.delete('q');
  }),
  misreadText('splits at plain spaces only', (q) => /[\t\n\u3000]/.test(q)),
  spoil('reads the locator as well', 'rule 4', ENTRIES, (page, request) => {
    if (/paragraph/.test(query(request).get('q') ?? '')) page.total += 1;
  }),
  spoil('finds nothing for a blank text', 'rule 4', ENTRIES, (page, request) => {
    if (query(request).get('q')?.trim() === '')
      Object.assign(page, { items: [], total: 0, nextCursor: null });
  }),
];

const DATES: Fault[] = [
  spoil('takes a month for its first day', 'calendar', /^\/calendar$/, (list, request) => {
    const from = query(request).get('from') ?? '';
    list.items = list.items.filter(
      ({ date }) => from.length < 10 || String(date).padEnd(10, '-01') >= from,
    );
    list.total = list.items.length;
  }),
  spoil('knows only the first of several days', 'calendar', /^\/calendar$/, (list, request) => {
    const from = query(request).get('from') ?? '';
    if (from.length < 10) return;
    list.items = list.items.filter(
      ({ date, until }) => until === undefined || String(date) >= from,
    );
    list.total = list.items.length;
  }),
  spoil('says today for the default to', 'calendar', /^\/calendar$/, (list, request) => {
    if (!query(request).has('to')) Object.assign(list, { to: '2026-11-28' });
  }),
  spoil('begins the calendar with the filters', 'calendar', /^\/calendar$/, (list, request) => {
    if (query(request).has('kind')) Object.assign(list, { from: list.items[0]?.['date'] });
  }),
];

/** Reverses every other answer of a path. */
function unsteady(path: string): Fault {
  let readings = 0;
  return spoil(
    `gives ${path} in another order each time`,
    'rule 2',
    new RegExp(`^${path}$`),
    (list) => {
      readings += 1;
      if (readings % 2 === 0) list.items.reverse();
    },
  );
}

const ORDER: Fault[] = [
  unsteady('/people'),
  unsteady('/commissions'),
  ...['status', '-status', 'party', '-kind', 'source'].map((sort) =>
    misread(`does not know the order ${sort} without filters`, 'rule 2', ENTRIES, (asked) => {
      const isBare = [...asked.keys()].every((name) => /^(sort|limit|cursor)$/.test(name));
      if (isBare && asked.get('limit') === '500' && asked.get('sort') === sort)
        asked.set('sort', 'meeting');
    }),
  ),
];

type Described = { sources: Item[]; exchangeYears: Item[] };

const DERIVED: Fault[] = [
  spoil('leaves out documents that only entries cite', 'rule 3', MEETING, (meeting) => {
    const { sources } = meeting as unknown as Described;
    const cited = sources.findIndex(({ entries }) => Number(entries) > 0);
    if (cited >= 0) sources[cited] = { ...sources[cited], id: 'other-document' };
  }),
  spoil('counts the entries of a document twice', 'rule 3', MEETING, (meeting) => {
    const { sources } = meeting as unknown as Described;
    for (const source of sources) source['entries'] = Number(source['entries']) * 2;
  }),
  spoil('makes a guest the host', 'rule 3', /^\/calendar$/, ({ items }) => {
    for (const item of items) if (item['kind'] === 'session') item['host'] = 'china';
  }),
  spoil('leaves out exchange years that only ran', 'rule 3', MEETING, (meeting) => {
    const described = meeting as unknown as Described;
    described.exchangeYears = described.exchangeYears.filter(
      ({ entries, events }) => (entries as string[]).length + Number(events) > 0,
    );
  }),
  spoil('has milestones after the beginning', 'rule 3', /^\/exchange-years$/, ({ items }) => {
    for (const { milestones } of items.slice(-1) as (Item & { milestones: unknown[] })[])
      milestones.push({ kind: 'announced', date: '2090-01-01', meeting: 28, entry: 'm28-17' });
  }),
];

const FILES: Fault[] = [
  misread('ignores the filters of the file', 'calendar', FILE, (asked) => asked.delete('kind')),
  misread('ignores the dates of the file', 'calendar', FILE, (asked) => asked.delete('to')),
  {
    name: 'has other UIDs under a filter',
    rule: 'calendar',
    answer: async (request, ask) => {
      if (!FILE.test(new URL(request.url).pathname.replace(/^.*\/v1/, ''))) return null;
      const response = await ask(toAddress(request, () => undefined));
      if (query(request).size === 0) return response;
      const text = (await response.text()).replaceAll(/^UID:/gm, 'UID:x');
      return new Response(text, { headers: response.headers });
    },
  },
  spoilBody('stamps events with the moment', 'calendar', FILE, (text) => {
    const now = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    return text.replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${now}`);
  }),
  {
    name: 'knows three languages of the file',
    rule: 'calendar',
    answer: (request) =>
      /^(en|zh|ru)$/.test(query(request).get('lang') ?? 'en')
        ? null
        : asProblem({ type: 'about:blank', title: 'Bad', status: 400, parameter: 'lang' }, 400),
  },
];

const IDS: Fault[] = [
  spoil(
    'hides a meeting out of order behind a coarse date',
    'rule 3',
    /^\/meetings$/,
    ({ items }) => {
      for (const item of items) {
        if (item['ordinal'] === 15) item['date'] = '2010-12';
        if (item['ordinal'] === 16) item['date'] = '2010';
        if (item['ordinal'] === 17) item['date'] = '2010-02';
      }
    },
  ),
  spoil('names an unknown hosting party', 'rule 3', /^\/exchange-years$/, ({ items }) => {
    for (const { hosting } of items.slice(-1) as (Item & { hosting: Item[] })[])
      for (const one of hosting) one['host'] = 'atlantis';
  }),
  spoil('names an unknown reporter', 'rule 3', /^\/sources$/, ({ items }) => {
    for (const item of items.slice(-1)) item['reportedBy'] = 'atlantis';
  }),
  spoil('has a field twice in an entry', 'rule 3', ENTRIES, ({ items }) => {
    for (const { fields } of items.slice(-1) as (Item & { fields: Item[] })[])
      fields.push(...fields.slice(0, 1));
  }),
];

type Groups = { type: string; total: number; items: Item[] }[];

const SEARCH: Fault[] = [
  spoil('does not put the exact match first', 'search', /^\/search$/, ({ groups }) => {
    for (const { items } of groups as unknown as Groups) items.reverse();
  }),
  spoil('has empty groups', 'search', /^\/search$/, ({ groups }) => {
    (groups as unknown as Groups).push({ type: 'entry', total: 0, items: [] });
  }),
  spoil('cuts long names', 'search', /^\/search$/, ({ groups }) => {
    for (const { items } of groups as unknown as Groups)
      for (const item of items) {
        const name = item['name'] as Record<string, string>;
        for (const [tag, text] of Object.entries(name)) name[tag] = text.slice(0, 60);
      }
  }),
];

const REQUESTS: Fault[] = [
  misread('takes a negative limit', 'rule 6', ENTRIES, (asked) => {
    if (asked.get('limit')?.startsWith('-')) asked.delete('limit');
  }),
  misread('takes any number of values', 'rule 6', ENTRIES, (asked) => {
    const parties = asked.getAll('party');
    if (parties.length > 200) asked.set('party', parties[0] ?? '');
  }),
  misread('takes only some values', 'rule 6', ENTRIES, (asked) => {
    if (asked.getAll('party').length === 200) asked.set('party', 'no-such-party');
  }),
];

const without = (name: string, header: string, isHit: (response: Response) => boolean): Fault => ({
  name,
  rule: 'origins',
  answer: async (request, ask) => {
    const { method, headers: asked } = request;
    const address = toAddress(request, () => undefined).replace(/\?$/, '');
    const response = await ask(address, { method, headers: asked });
    return isHit(response) ? withHeaders(response, (headers) => headers.delete(header)) : response;
  },
});

const ORIGIN = 'access-control-allow-origin';
const ORIGINS: Fault[] = [
  without('lets no other origin read', ORIGIN, () => true),
  without('lets no other origin read a refusal', ORIGIN, ({ status }) => status >= 400),
  without(
    'lets no other origin read that nothing has changed',
    ORIGIN,
    ({ status }) => status === 304,
  ),
  without('hides its tags', 'access-control-expose-headers', () => true),
  {
    name: 'refuses the question before the question',
    rule: 'origins',
    answer: ({ method }) => (method === 'OPTIONS' ? new Response(null, { status: 405 }) : null),
  },
];

const splitOf = (request: Request) => query(request).get('split');
/** Spoils only summaries whose columns are split. */
const spoilParts = (
  name: string,
  change: (part: { key: string; entries: number; meetings: number }, request: Request) => void,
): Fault =>
  spoilSummary(name, 'rule 1', ({ columns }, request) => {
    for (const { parts = [] } of columns) for (const part of parts) change(part, request);
  });

const SPLITS: Fault[] = [
  spoilParts('counts each entry of a part as a meeting', (part) => {
    part.meetings = part.entries;
  }),
  spoilParts('splits under no words', (part, request) => {
    if (query(request).has('q')) part.entries += 1;
  }),
  spoilParts('is off by one in the last part of years only', (part, request) => {
    if (query(request).get('by') === 'year' && part.key === 'joint') part.entries += 1;
  }),
  spoilSummary('has parts without entries', 'rule 1', ({ columns }) => {
    for (const { parts } of columns) parts?.push({ key: 'minutes', entries: 0, meetings: 0 });
  }),
  spoilSummary('has the largest part first', 'rule 1', ({ columns }) => {
    for (const { parts } of columns) parts?.sort((a, b) => b.entries - a.entries);
  }),
  spoilSummary('has no list of parts where there are none', 'rule 1', ({ columns }) => {
    for (const column of columns) if (column.parts?.length === 0) delete column.parts;
  }),
  spoilSummary('has parts that nobody asked for', 'rule 1', ({ columns }) => {
    for (const column of columns) column.parts ??= [];
  }),
  spoilSummary('does not say what it is split by', 'rule 1', (data) => {
    delete data.split;
  }),
  spoilSummary('counts no row of a split summary', 'rule 1', ({ rows }, request) => {
    if (splitOf(request) !== null) for (const row of rows) row.cells = [];
  }),
  misread('splits by kind and never by party', 'rule 1', SUMMARY, (asked) => {
    if (asked.get('split') === 'party' && asked.get('by') === 'year') asked.set('split', 'kind');
  }),
  misread('takes one value of what it splits by', 'rule 1', SUMMARY, (asked) => {
    const [first = '', ...others] = asked.getAll('kind');
    if (asked.get('split') === 'kind' && others.length > 0) asked.set('kind', first);
  }),
  misread('splits by what the columns are by already', 'rule 6', SUMMARY, (asked) => {
    if (asked.get('split') === (asked.get('by') ?? 'kind')) asked.delete('split');
  }),
];

/** Kinds of break that a whole backend of somebody else's had, and that the suite once passed. */
export const UNNOTICED_FAULTS: readonly Fault[] = [
  ...TEXT,
  ...DATES,
  ...ORDER,
  ...DERIVED,
  ...FILES,
  ...IDS,
  ...SEARCH,
  ...REQUESTS,
  ...ORIGINS,
  ...SPLITS,
];
