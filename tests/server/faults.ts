import {
  asProblem,
  misread,
  misreport,
  relabel,
  type Item,
  spoil,
  spoilSummary,
  swapLast,
  toAddress,
  withHeaders,
} from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';
import { EVIDENCE_FAULTS } from './evidence-faults.ts';
import { HIDDEN_FAULTS } from './hidden-faults.ts';
import { REPEATING_FAULTS } from './repeating-faults.ts';
import { UNNOTICED_FAULTS } from './unnoticed-faults.ts';

const ENTRIES = /^\/entries$/;

const LISTS: Fault[] = [
  spoil('drops an entry at a page border', 'rule 2', ENTRIES, (page) => {
    if (page.nextCursor !== null) page.items.pop();
  }),
  spoil('repeats an entry at a page border', 'rule 2', ENTRIES, (page) => {
    const [first] = page.items;
    if (page.nextCursor !== null && first) page.items[page.items.length - 1] = first;
  }),
  spoil('swaps two entries', 'rule 2', ENTRIES, ({ items }) => {
    if (items.length > 1) swapLast(items);
  }),
  spoil('swaps two documents', 'rule 2', /^\/sources$/, ({ items }) => {
    if (items.length > 1) swapLast(items);
  }),
  spoil('forgets that there is a next page', 'rule 2', ENTRIES, (page) => {
    page.nextCursor = null;
  }),
  misread('ignores the order', 'rule 2', ENTRIES, (query) => query.delete('sort')),
  misread('ignores the order of meetings', 'rule 2', /^\/meetings$/, (query) => {
    if (query.get('sort')?.endsWith('entries')) query.set('sort', 'ordinal');
  }),
  misread('ignores the length of a page', 'rule 2', ENTRIES, (query) => query.set('limit', '100')),
  misread(
    'ignores a cursor of another list',
    'rule 2',
    /^\/(entries|meetings|sources)$/,
    (query) => {
      if (query.get('limit') === '1') query.delete('cursor');
    },
  ),
];

const FILTERS: Fault[] = [
  ...[
    'field',
    'group',
    'party',
    'kind',
    'meeting',
    'status',
    'exchangeYear',
    'source',
    'reportedBy',
    'coChair',
    'from',
    'to',
    'q',
  ].map((name) =>
    misread(`ignores the filter ${name}`, 'rule 4', ENTRIES, (query) => {
      const isGood = query.getAll(name).every((value) => !/no-such|rumour|sure|banana/.test(value));
      if (isGood && query.get('limit') === '500') query.delete(name);
    }),
  ),
  misread('takes only the first value of a filter', 'rule 4', ENTRIES, (query) => {
    for (const name of new Set(query.keys())) {
      const [first = ''] = query.getAll(name);
      if (name !== 'cursor' && query.get('limit') === '500') query.set(name, first);
    }
  }),
  misread(
    'takes values of one filter for conditions that all hold',
    'rule 4',
    /^\/meetings$/,
    (query) => {
      if (query.has('format')) query.set('from', '2090');
    },
  ),
  spoil('counts one entry too many', 'rule 4', ENTRIES, (page, request) => {
    const { searchParams } = new URL(request.url);
    if (searchParams.has('kind') && searchParams.get('limit') === '500') page.total += 1;
  }),
];

const COUNTS: Fault[] = [
  spoilSummary('has a cell off by one', 'rule 1', ({ rows }) => {
    for (const cell of rows[0]?.cells ?? []) cell.entries += 1;
  }),
  spoilSummary('has the meetings of a cell off by one', 'rule 1', ({ rows }) => {
    for (const cell of rows.at(-1)?.cells ?? []) cell.meetings += 1;
  }),
  spoilSummary('has a row off by one', 'rule 1', ({ rows }) => {
    for (const row of rows) row.entries += 1;
  }),
  spoilSummary('has a column off by one', 'rule 1', ({ columns }) => {
    for (const column of columns.slice(-1)) column.entries += 1;
  }),
  spoilSummary('counts an entry once for each of its fields', 'rule 1', ({ total, rows }) => {
    total.entries = rows.reduce((sum, { entries }) => sum + entries, 0);
  }),
  spoilSummary('has what rests on accounts of one side alone off by one', 'rule 1', (summary) => {
    for (const side of summary.accounts?.slice(0, 1) ?? []) side.entries += 1;
  }),
  spoilSummary('leaves out rows without entries', 'rule 1', (summary) => {
    summary.rows = summary.rows.filter(({ entries }) => entries > 0);
  }),
  spoilSummary('leaves out columns without entries', 'rule 1', (summary) => {
    summary.columns = summary.columns.filter(({ entries }) => entries > 0);
  }),
  spoilSummary('has a facet off by one', 'rule 5', ({ facets }) => {
    const [first] = facets['status'] ?? [];
    if (first) first.entries += 1;
  }),
  spoilSummary('counts a facet under its own filter', 'rule 5', ({ facets }, request) => {
    const chosen = new URL(request.url).searchParams.getAll('kind');
    for (const facet of facets['kind'] ?? [])
      if (chosen.length > 0 && !chosen.includes(facet.value)) facet.entries = 0;
  }),
  spoilSummary('leaves out choices that would give nothing', 'rule 5', ({ facets }) => {
    facets['meeting'] = facets['meeting']?.filter(({ entries }) => entries > 0) ?? [];
  }),
];

const SHAPES: Fault[] = [
  spoil('leaves out a property', 'schema', ENTRIES, ({ items }) => {
    for (const item of items.slice(-1)) delete item['status'];
  }),
  spoil('sends a number as text', 'schema', ENTRIES, (page) => {
    Object.assign(page, { total: String(page.total) });
  }),
  spoil('sends a date that no calendar has', 'schema', /^\/meetings$/, ({ items }) => {
    for (const item of items.slice(-1)) item['date'] = '2023-02-30';
  }),
  spoil('sends a property as null that is none', 'schema', /^\/sources$/, ({ items }) => {
    for (const item of items.slice(-1)) item['title'] = null;
  }),
  spoil('names a document that is not there', 'rule 3', ENTRIES, ({ items }) => {
    for (const { source } of items.slice(-1)) if (source) (source as Item).id = 'lost';
  }),
  spoil('has dates against the ordinals', 'rule 3', /^\/meetings$/, ({ items }) => {
    for (const item of items) if (item['ordinal'] === 20) item['date'] = '1990';
  }),
  spoil(
    'says another date by itself than in the list',
    'rule 3',
    /^\/meetings\/\d+$/,
    (meeting) => {
      meeting.date = '2001-01-01';
    },
  ),
];

const ERRORS: Fault[] = [
  misreport('answers 200 with an error inside', 400, (problem) =>
    Response.json({ items: [], total: 0, nextCursor: null, error: problem }),
  ),
  misreport('answers 500 to a bad parameter', 400, (problem) =>
    asProblem({ ...problem, status: 500 }, 500),
  ),
  misreport('names another parameter', 400, (problem) =>
    asProblem({ ...problem, parameter: 'x' }, 400),
  ),
  misreport('names no parameter', 400, (problem) =>
    asProblem({ ...problem, parameter: undefined }, 400),
  ),
  misreport('sends a problem as plain JSON', 400, (problem) =>
    Response.json(problem, { status: 400 }),
  ),
  misreport('says another status than it sends', 404, (problem) =>
    asProblem({ ...problem, status: 410 }, 404),
  ),
  misreport('answers 200 to an unknown address', 404, () => Response.json({})),
  misreport('answers to other methods', 405, () => Response.json({})),
  misreport('does not say which methods it takes', 405, (problem) => asProblem(problem, 405)),
];

const TAGS: Fault[] = [
  relabel('has no tags', (response) => withHeaders(response, (headers) => headers.delete('etag'))),
  relabel('has one tag for all', (response) =>
    withHeaders(response, (headers) => headers.set('etag', '"v1"')),
  ),
  relabel('has weak tags', (response) =>
    withHeaders(response, (headers) => headers.set('etag', `W/${headers.get('etag')}`)),
  ),
  relabel('never says that nothing has changed', (response, request, ask) =>
    response.status === 304 ? ask(toAddress(request, () => undefined)) : response,
  ),
  relabel('always says that nothing has changed', (response, request) =>
    request.headers.has('if-none-match')
      ? new Response(null, { status: 304, headers: { etag: response.headers.get('etag') ?? '' } })
      : response,
  ),
];

const OTHERS: Fault[] = [
  spoil('finds no entries', 'search', /^\/search$/, (result) => {
    result.groups = result.groups.filter(({ type }) => type !== 'entry');
  }),
  spoil('finds no people', 'search', /^\/search$/, (result) => {
    result.groups = result.groups.filter(({ type }) => type !== 'person');
  }),
  misread('ignores the start of the calendar', 'calendar', /^\/calendar$/, (query) => {
    if (!query.has('to')) query.delete('from');
  }),
  spoil('leaves a date out of the calendar', 'calendar', /^\/calendar$/, (list) => {
    list.items.splice(3, 1);
    list.total = list.items.length;
  }),
  misread('ignores the language of documents', 'sources', /^\/sources$/, (query) => {
    if (query.get('language') !== 'English') query.delete('language');
  }),
  spoil('counts too much on a document', 'sources', /^\/sources\/.+$/, (source) => {
    source.entries += 1;
  }),
];

export const FAULTS: readonly Fault[] = [
  ...LISTS,
  ...FILTERS,
  ...COUNTS,
  ...SHAPES,
  ...ERRORS,
  ...TAGS,
  ...OTHERS,
  ...HIDDEN_FAULTS,
  ...EVIDENCE_FAULTS,
  ...UNNOTICED_FAULTS,
  ...REPEATING_FAULTS,
];
