import type { CheckId } from '#conformance/outcome.ts';
import {
  asProblem,
  type Item,
  misread,
  misreport,
  relabel,
  spoil,
  spoilSummary,
  swapLast,
  withHeaders,
} from '#tests/server/fault-kinds.ts';
import type { Fault } from '#tests/server/faulty-backend.ts';

function relabelled(name: string, path: string, type: string): Fault {
  return relabel(name, (response, request) =>
    new URL(request.url).pathname.endsWith(path)
      ? withHeaders(response, (headers) => headers.set('content-type', type))
      : response,
  );
}

/** What a backend may do wrong, one thing at a time, and the check that has to find it. */
export const FAULTS: [CheckId, Fault][] = [
  [
    '/mechanism',
    spoil('leaves out the parties', 'schema', /^\/mechanism$/, (data) => {
      Object.assign(data, { parties: [] });
    }),
  ],
  [
    '/entries',
    spoil('gives a total as text', 'schema', /^\/entries$/, (page) => {
      Object.assign(page, { total: '12' });
    }),
  ],
  ['/people', relabelled('says that its JSON is text', '/people', 'text/plain')],
  ['/calendar.ics', relabelled('serves its calendar as a page', '/calendar.ics', 'text/html')],
  [
    'totals',
    spoilSummary('has a column off by one', 'rule 1', ({ columns }) => {
      for (const column of columns) column.entries += 1;
    }),
  ],
  [
    'totals',
    spoilSummary('counts an entry once for each field', 'rule 1', ({ total, rows }) => {
      total.entries = rows.reduce((sum, { entries }) => sum + entries, 0);
    }),
  ],
  [
    'parts',
    spoilSummary('has a part off by one', 'rule 1', ({ columns }) => {
      for (const { parts = [] } of columns.slice(-1)) for (const part of parts) part.entries += 1;
    }),
  ],
  [
    'parts',
    misread('does not know that columns can be split', 'rule 1', /^\/fields\/summary$/, (query) => {
      query.delete('split');
    }),
  ],
  [
    'recount-parts',
    spoilSummary('takes one part for another', 'rule 1', ({ columns }) => {
      for (const { parts = [] } of columns.slice(-1)) {
        const [a, b] = parts;
        if (a && b) [a.entries, b.entries] = [b.entries, a.entries];
      }
    }),
  ],
  [
    'recount',
    spoilSummary('has one row off by one', 'rule 1', ({ rows }) => {
      for (const row of rows.slice(3, 4)) row.entries += 1;
    }),
  ],
  [
    'own-facet',
    spoilSummary('counts a facet under its own filter', 'rule 5', (data, request) => {
      const chosen = new URL(request.url).searchParams.getAll('kind');
      for (const facet of data.facets['kind'] ?? [])
        if (chosen.length > 0 && !chosen.includes(facet.value)) facet.entries = 0;
    }),
  ],
  [
    'own-facet',
    spoilSummary('has a facet off by one', 'rule 5', ({ facets }) => {
      for (const facet of facets['status'] ?? []) facet.entries += 1;
    }),
  ],
  [
    'pages-join',
    spoil('drops an entry at a page border', 'rule 2', /^\/entries$/, (page) => {
      if (page.nextCursor !== null) page.items.pop();
    }),
  ],
  [
    'pages-join',
    misread('ignores the cursor', 'rule 2', /^\/entries$/, (query) => {
      query.delete('cursor');
    }),
  ],
  [
    'pages-join',
    misread('ignores the length of a page', 'rule 2', /^\/entries$/, (query) => {
      if (query.get('limit') !== '0') query.set('limit', '100');
    }),
  ],
  [
    'orders',
    spoil('forgets that there is a next page', 'rule 2', /^\/entries$/, (page) => {
      page.nextCursor = null;
    }),
  ],
  [
    'orders',
    misread('ignores the order', 'rule 2', /^\/entries$/, (query) => {
      query.delete('sort');
    }),
  ],
  [
    'orders',
    spoil('swaps two entries', 'rule 2', /^\/entries$/, ({ items }) => {
      if (items.length > 1) swapLast(items);
    }),
  ],
  [
    'meeting-order',
    misread('ignores the order of meetings', 'rule 2', /^\/meetings$/, (query) => {
      query.delete('sort');
    }),
  ],
  ...['field', 'group', 'party', 'meeting', 'source', 'from', 'to', 'q'].map(
    (name): [CheckId, Fault] => [
      'each-filter',
      misread(`ignores the filter ${name}`, 'rule 4', /^\/entries$/, (query) => {
        if (query.get('limit') === '500') query.delete(name);
      }),
    ],
  ),
  [
    'each-filter',
    misread('takes only one value of a filter', 'rule 4', /^\/entries$/, (query) => {
      const [first = ''] = query.getAll('kind');
      if (first !== '') query.set('kind', first);
    }),
  ],
  ...(
    [
      ['first-evidence', 'tells another place first', (entry) => void (entry['locator'] = 'p. 9')],
      ['entry-status', 'doubts every entry', (entry) => void (entry['status'] = 'unverified')],
      [
        'translations',
        'translates into the same language',
        (entry) => void (entry['translations'] = { [String(entry['lang'])]: entry['text'] }),
      ],
    ] satisfies [CheckId, string, (entry: Item) => void][]
  ).map(([id, name, change]): [CheckId, Fault] => [
    id,
    spoil(name, 'evidence', /^\/entries$/, ({ items }) => items.forEach(change)),
  ]),
  [
    'status',
    spoil('is in doubt of every commission', 'evidence', /^\/commissions$/, ({ items }) => {
      for (const item of items) item['status'] = 'unverified';
    }),
  ],
  [
    'first-piece',
    spoil('has an entry rest on nothing first', 'evidence', /^\/entries$/, ({ items }) => {
      for (const item of items) item['source'] = null;
    }),
  ],
  [
    'several-days',
    spoil('ends everything on the day it began', 'rule 3', /^\/calendar$/, ({ items }) => {
      for (const item of items) item['until'] = item['date'];
    }),
  ],
  [
    'names',
    spoil('names people in a tongue without a tag', 'rule 3', /^\/people$/, ({ items }) => {
      for (const { name } of items) Object.assign(name as object, { 'in short': 'Li' });
    }),
  ],
  [
    'ids-resolve',
    spoil('mentions a field that it has not', 'rule 3', /^\/fields$/, (data) => {
      (data as unknown as { fields: unknown[] }).fields.shift();
    }),
  ],
  [
    'other-ids',
    spoil('mentions a co-chair that it has not', 'rule 3', /^\/people$/, ({ items }) => {
      items.shift();
    }),
  ],
  [
    'ordinals',
    spoil('numbers meetings against their dates', 'rule 3', /^\/meetings$/, (page) => {
      const [a, b] = page.items;
      if (a && b) [a['date'], b['date']] = [b['date'], a['date']];
    }),
  ],
  [
    'meeting-agrees',
    spoil('has a meeting’s entries off', 'rule 3', /^\/meetings\/\d+$/, (one) => {
      one.entries += 1;
    }),
  ],
  [
    'source-agrees',
    spoil('has a document’s entries off', 'sources', /^\/sources\/./, (one) => {
      one.entries += 1;
    }),
  ],
  [
    'year-agrees',
    spoil('has an exchange year’s entries off', 'rule 3', /^\/exchange-years\/./, (one) => {
      one.entries += 1;
    }),
  ],
  [
    'not-there',
    misreport('answers an unknown path with 200', 404, (problem) => Response.json(problem)),
  ],
  [
    'not-there',
    misreport(
      'answers an unknown path with a page',
      404,
      () => new Response('<p>Not found', { status: 404, headers: { 'content-type': 'text/html' } }),
    ),
  ],
  [
    'bad-parameters',
    misreport('does not name the parameter', 400, ({ type, title, status }) =>
      asProblem({ type, title, status }, 400),
    ),
  ],
  [
    'unknown-parameters',
    misread('ignores an unknown parameter', 'rule 6', /^\/mechanism$/, (query) => {
      query.delete('colour');
    }),
  ],
  ['tags', relabel('has no tags', (response) => withHeaders(response, (h) => h.delete('etag')))],
  [
    'tags',
    relabel('has one tag for everything', (response) =>
      withHeaders(response, (headers) => headers.set('etag', '"one"')),
    ),
  ],
  [
    'tags',
    {
      name: 'never says that nothing changed',
      rule: 'tags',
      answer: ({ url }, ask) => ask(url.replace(/^.*\/api\/v1/, '')),
    },
  ],
  [
    'finds-names',
    spoil('finds no people', 'search', /^\/search$/, (found) => {
      found.groups = found.groups.filter(({ type }) => type !== 'person');
    }),
  ],
  [
    'calendar-order',
    spoil('swaps two dates of the calendar', 'calendar', /^\/calendar$/, ({ items }) => {
      swapLast(items);
    }),
  ],
  [
    'calendar-span',
    misread('ignores the calendar’s span', 'calendar', /^\/calendar$/, (query) => {
      query.delete('from');
    }),
  ],
];
