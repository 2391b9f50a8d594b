import {
  misread,
  spoil,
  spoilBody,
  spoilSummary,
  toAddress,
  type Item,
  withHeaders,
} from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';

const ENTRIES = /^\/entries$/;
const query = (request: Request) => new URL(request.url).searchParams;

/** Faults that show only under some question, at some place, or in two answers held side by side. */
export const HIDDEN_FAULTS: readonly Fault[] = [
  spoil('drops an entry on the last page only', 'rule 2', ENTRIES, (page, request) => {
    if (page.nextCursor === null && query(request).has('cursor')) page.items.pop();
  }),
  misread(
    'gives the first page again for a cursor with another limit',
    'rule 2',
    ENTRIES,
    (asked) => {
      if (asked.get('limit') === '5') asked.delete('cursor');
    },
  ),
  misread('sorts upwards whatever the direction', 'rule 2', ENTRIES, (asked) => {
    const sort = asked.get('sort');
    if (sort?.startsWith('-')) asked.set('sort', sort.slice(1));
  }),
  spoil('says another total than it has people', 'rule 2', /^\/people$/, (list) => {
    list.total += 1;
  }),
  spoilSummary('has a facet off by one under a filter only', 'rule 5', ({ facets }, request) => {
    const [first] = facets['party'] ?? [];
    if (first && query(request).has('field')) first.entries += 1;
  }),
  spoilSummary('counts wrongly by year only', 'rule 1', ({ columns }, request) => {
    const [first] = columns;
    if (first && query(request).get('by') === 'year') first.meetings += 1;
  }),
  spoilSummary(
    'counts the documents of all entries under a filter',
    'rule 1',
    ({ total }, request) => {
      if (query(request).has('kind')) total.sources += 3;
    },
  ),
  spoil('counts too many entries of a meeting', 'rule 1', /^\/meetings$/, ({ items }) => {
    for (const item of items.slice(3, 4)) item['entries'] = Number(item['entries']) + 1;
  }),
  spoil('counts a value twice that is said twice', 'rule 4', ENTRIES, (page, request) => {
    const chosen = query(request).getAll('kind');
    if (chosen.length > new Set(chosen).size) page.total *= 2;
  }),
  misread('takes words by their case', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q');
    if (q !== null && q !== '' && q === q.toUpperCase() && q !== q.toLowerCase())
      asked.set('q', `${q}-never-there`.slice(0, 200));
  }),
  misread('forgets the format beside other filters', 'rule 4', /^\/meetings$/, (asked) => {
    if (asked.has('from') && !asked.getAll('format').includes('dance')) asked.delete('format');
  }),
  spoil('makes a date more precise in entries', 'rule 3', ENTRIES, ({ items }) => {
    for (const { meeting } of items as (Item & { meeting: { date: string } })[])
      if (meeting.date.startsWith('1997')) meeting.date = '1997-01-01';
  }),
  spoil('leaves a meeting out of a term', 'rule 3', /^\/people$/, ({ items }) => {
    for (const { terms } of items as (Item & { terms: { meetings: number[] }[] })[])
      for (const term of terms) if (term.meetings.length > 2) term.meetings.splice(1, 1);
  }),
  spoil('names a field otherwise in entries', 'rule 3', ENTRIES, ({ items }) => {
    for (const { fields } of items.slice(-1) as (Item & { fields: Item[] })[])
      Object.assign(fields[0] ?? {}, { name: { en: 'Elsewhere' } });
  }),
  spoil('leaves the English name away', 'schema', /^\/fields$/, (taxonomy) => {
    const { fields } = taxonomy as unknown as { fields: { name: Record<string, string> }[] };
    for (const { name } of fields.slice(-1)) delete name['en'];
  }),
  {
    name: 'takes unknown parameters on the path of one thing',
    rule: 'rule 6',
    answer: (request, ask) =>
      /\/(sources|meetings)\/[^/]+$/.test(new URL(request.url).pathname)
        ? ask(toAddress(request, (asked) => asked.delete('colour')).replace(/\?$/, ''), {
            method: request.method,
            headers: request.headers,
          })
        : null,
  },
  {
    name: 'answers HEAD as something else',
    rule: 'rule 6',
    answer: async (request, ask) => {
      if (request.method !== 'HEAD') return null;
      const response = await ask(
        toAddress(request, () => undefined),
        { method: 'HEAD' },
      );
      return withHeaders(response, (headers) => headers.set('content-type', 'text/plain'));
    },
  },
  spoil('counts fewer matches where fewer are shown', 'search', /^\/search$/, ({ groups }) => {
    for (const group of groups as unknown as { total: number; items: unknown[] }[])
      group.total = group.items.length;
  }),
  spoilBody(
    'gives two dates of the calendar file one id',
    'calendar',
    /^\/calendar\.ics$/,
    (text) => text.replaceAll(/^UID:.*$/gm, 'UID:one@place.invalid'),
  ),
  spoilBody('is a day late in the calendar file', 'calendar', /^\/calendar\.ics$/, (text) =>
    text.replaceAll(/(DTSTART[^:]*:\d{6})\d\d/g, '$130'),
  ),
  spoilBody('ends events before they begin', 'calendar', /^\/calendar\.ics$/, (text) =>
    text.replaceAll(/DTEND[^:]*:\d{8}/g, 'DTEND;VALUE=DATE:19700101'),
  ),
];
