import { misread, spoil, spoilBody, spoilSummary, toAddress, type Item } from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const MEETINGS = /^\/meetings$/;
const SOURCES = /^\/sources$/;
const CALENDAR = /^\/calendar$/;
const query = (request: Request) => new URL(request.url).searchParams;

/** The values of a parameter that a request says more than once; a list of many is one that only its length is asked of. */
function saidTwice(request: Request, name: string): Set<string> {
  const values = query(request).getAll(name);
  return new Set(
    values.length > 20 ? [] : values.filter((value, at) => values.indexOf(value) !== at),
  );
}
const doubled = <One>(list: readonly One[], isMeant: (one: One) => boolean): One[] =>
  list.flatMap((one) => (isMeant(one) ? [one, one] : [one]));

const SUMMARIES: Fault[] = [
  ...['party', 'kind', 'meeting', 'reportedBy'].map((name) =>
    spoilSummary(`has two columns for a ${name} that is said twice`, 'rule 4', (data, request) => {
      const twice = saidTwice(request, name);
      if ((query(request).get('by') ?? 'kind') === name)
        data.columns = doubled(data.columns, ({ key }) => twice.has(key));
    }),
  ),
  spoilSummary('has two rows for a field that is said twice', 'rule 4', (data, request) => {
    const twice = saidTwice(request, 'field');
    const idOf = (row: object) => (row as { field: { id: string } }).field.id;
    data.rows = doubled(data.rows, (row) => twice.has(idOf(row)));
  }),
  spoilSummary(
    'has two rows for each field of a group that is said twice',
    'rule 4',
    (data, request) => {
      const twice = saidTwice(request, 'group');
      const groupOf = (row: object) => (row as { field: { group: string } }).field.group;
      data.rows = doubled(data.rows, (row) => twice.has(groupOf(row)));
    },
  ),
  spoilSummary('has two parts for a kind that is said twice', 'rule 4', (data, request) => {
    const twice = saidTwice(request, 'kind');
    for (const column of data.columns)
      if (column.parts) column.parts = doubled(column.parts, ({ key }) => twice.has(key));
  }),
];

const repeats = (
  path: RegExp,
  what: string,
  name: string,
  has: (item: Item, value: string) => boolean,
) =>
  spoil(
    `repeats each ${what} for a ${name} that is said twice`,
    'rule 4',
    path,
    (list, request) => {
      const twice = [...saidTwice(request, name)];
      const before = list.items.length;
      list.items = doubled(list.items, (item) => twice.some((value) => has(item, value)));
      list.total += list.items.length - before;
    },
  );

const LISTS: Fault[] = [
  spoil('repeats entries for a status that is said twice', 'rule 4', ENTRIES, (page, request) => {
    // The total is right.
    const twice = saidTwice(request, 'status');
    page.items = doubled(page.items, ({ status }) => twice.has(String(status)));
  }),
  repeats(CALENDAR, 'date', 'kind', (item, value) => item['kind'] === value),
  repeats(CALENDAR, 'date', 'field', ({ fields }, value) =>
    (fields as Item[]).some(({ id }) => id === value),
  ),
  repeats(MEETINGS, 'meeting', 'place', ({ place }, value) => (place as Item | null)?.id === value),
  repeats(MEETINGS, 'meeting', 'person', ({ coChairs }, value) =>
    (coChairs as { person: Item }[]).some(({ person }) => person.id === value),
  ),
  repeats(SOURCES, 'document', 'reportedBy', (item, value) => item['reportedBy'] === value),
  {
    name: 'repeats each event of its file for a kind that is said twice',
    rule: 'rule 4',
    answer: (request, ask) =>
      saidTwice(request, 'kind').size === 0
        ? null
        : spoilBody('repeats events', 'rule 4', /^\/calendar\.ics$/, (text) =>
            text.replaceAll(/^BEGIN:VEVENT[^]*?^END:VEVENT\r\n/gm, '$&$&'),
          ).answer(request, ask),
  },
];

/** Tells less of the things in a list than without what is asked. */
const loses = (
  name: string,
  path: RegExp,
  isMeant: (asked: URLSearchParams) => boolean,
  change: (item: Item) => void,
): Fault =>
  spoil(name, 'rule 3', path, ({ items }, request) => {
    if (isMeant(query(request))) for (const item of items) change(item);
  });

const LOSSES: Fault[] = [
  loses(
    'does not tell the translations of what it finds',
    ENTRIES,
    (asked) => asked.has('q'),
    (item) => delete item['translations'],
  ),
  loses(
    'does not tell the quotes of entries of a party',
    ENTRIES,
    (asked) => asked.has('party'),
    (item) => delete item['quote'],
  ),
  loses(
    'does not tell where in a document entries stand in another order',
    ENTRIES,
    (asked) => asked.get('sort') === '-text',
    (item) => Object.assign(item, { locator: null }),
  ),
  loses(
    'tells another venue of meetings under a filter',
    MEETINGS,
    (asked) => asked.has('format'),
    (item) => Object.assign(item, { venue: null, venueName: { en: 'Elsewhere' } }),
  ),
  loses(
    'does not say of documents up to a date that they are copies',
    SOURCES,
    (asked) => asked.has('to'),
    (item) => delete item['copy'],
  ),
  loses(
    'tells no host of dates of a kind',
    CALENDAR,
    (asked) => asked.has('kind'),
    (item) => Object.assign(item, { host: null }),
  ),
];

const withoutUnnamed = (asked: URLSearchParams) => asked.delete('');
const UNNAMED: Fault[] = [
  misread('takes a parameter without a name', 'rule 6', /^\/mechanism$/, withoutUnnamed),
  misread('takes a parameter without a name beside others', 'rule 6', /^\/search$/, withoutUnnamed),
  {
    name: 'takes a parameter without a name on the path of one thing',
    rule: 'rule 6',
    answer: (request, ask) =>
      /\/sources\/[^/]+$/.test(new URL(request.url).pathname) && query(request).has('')
        ? ask(toAddress(request, withoutUnnamed).replace(/\?$/, ''))
        : null,
  },
];

/** What says a thing more than once, or less of it than elsewhere, and what is asked without a name. */
export const REPEATING_FAULTS: readonly Fault[] = [...SUMMARIES, ...LISTS, ...LOSSES, ...UNNAMED];
