import { misread, spoil, spoilBody, spoilSummary } from './fault-kinds.ts';
import type { Item, Json } from './fault-kinds.ts';
import type { Fault } from './faulty-backend.ts';
import { HTTP_FAULTS } from './http-faults.ts';
import { KINDRED_FAULTS } from './kindred-faults.ts';

const ENTRIES = /^\/entries$/;
const MEETINGS = /^\/meetings$/;
const MEETING = /^\/meetings\/\d+$/;
const YEARS = /^\/exchange-years$/;
const YEAR = /^\/exchange-years\/./;
const PEOPLE = /^\/people$/;
const CALENDAR = /^\/calendar$/;
const FILE = /^\/calendar\.ics$/;
const SEARCH = /^\/search$/;
const SOURCES = /^\/sources$/;
const SOURCE = /^\/sources\/./;
const SUMMARY = /^\/fields\/summary$/;

const query = (request: Request) => new URL(request.url).searchParams;

/** Changes each item of a list. */
const spoilItems = (
  name: string,
  rule: Fault['rule'],
  path: RegExp,
  change: (item: Item, request: Request) => void,
) =>
  spoil(name, rule, path, ({ items }, request) => {
    for (const item of items) change(item, request);
  });
/** Changes each match of one type. */
const spoilMatches = (name: string, type: string, change: (match: Json) => void) =>
  spoil(name, 'search', SEARCH, ({ groups }) => {
    for (const group of groups as { type: string; items?: Json[] }[])
      if (group.type === type) for (const match of group.items ?? []) change(match);
  });
const onlyEnglish = (thing: unknown) => {
  const named = thing as { name: Record<string, string> } | null;
  if (named) named.name = { en: named.name['en'] ?? '' };
};

const TEXT: Fault[] = [
  misread('splits words at hyphens', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q');
    if (q !== null) asked.set('q', q.replaceAll('-', ' ') || q);
  }),
  misread('folds accents of the Latin script alone', 'rule 4', ENTRIES, (asked) => {
    if (/\u064E|\u0903|\u20DD/.test(asked.get('q') ?? '')) asked.set('q', 'qzxqzx');
  }),
  misread('takes a word before a star for its beginning', 'rule 4', ENTRIES, (asked) => {
    const q = asked.get('q') ?? '';
    if (q.length > 1 && q.endsWith('*')) asked.set('q', q.slice(0, -1));
  }),
  misread('looks through documents by their addresses', 'sources', SOURCES, (asked) => {
    if (/^https?/.test(asked.get('q') ?? '')) asked.delete('q');
  }),
  misread('finds documents by one of their texts at a time', 'sources', SOURCES, (asked) => {
    if (/ /.test(asked.get('q')?.trim() ?? '')) asked.set('q', 'qzxqzx');
  }),
  misread('ignores words in the calendar', 'calendar', CALENDAR, (asked) => asked.delete('q')),
  spoil('finds no place in the calendar', 'calendar', CALENDAR, (list, request) => {
    if (/Tallinn|塔林/.test(query(request).get('q') ?? ''))
      Object.assign(list, { items: [], total: 0 });
  }),
];

const TOLD_TWICE: Fault[] = [
  spoilItems('names co-chairs in English only', 'rule 3', MEETINGS, ({ coChairs }) => {
    for (const { person } of coChairs as { person: unknown }[]) onlyEnglish(person);
  }),
  spoilItems('names offices otherwise in meetings', 'rule 3', MEETINGS, ({ coChairs }) => {
    for (const { office } of coChairs as { office: { name: object } }[])
      office.name = { en: 'Minister' };
  }),
  spoilItems('names places in English only in the calendar', 'rule 3', CALENDAR, ({ place }) =>
    onlyEnglish(place),
  ),
  spoilItems('cuts the titles of documents in entries', 'rule 3', ENTRIES, ({ source }) => {
    if (source) Object.assign(source, { title: String((source as Json)['title']).slice(0, 8) });
  }),
  spoil('forgets whose account a document is on its page', 'rule 3', SOURCE, (source) => {
    delete (source as unknown as Json)['reportedBy'];
  }),
  spoil('dates the documents of a meeting otherwise', 'rule 3', MEETING, (meeting) => {
    for (const one of (meeting as unknown as { sources: Json[] }).sources)
      one['publishedOn'] = null;
  }),
  spoil('knows no venue on the page of a meeting', 'rule 3', MEETING, (meeting) => {
    Object.assign(meeting, { venue: null });
  }),
  spoil('has no milestones on the page of an exchange year', 'rule 3', YEAR, (year) => {
    Object.assign(year, { milestones: [] });
  }),
];

const DERIVED: Fault[] = [
  spoilItems('takes terms to today', 'rule 3', PEOPLE, ({ terms }) => {
    for (const term of terms as Json[]) term['to'] = '2026-11-30';
  }),
  spoilItems('has a term for each meeting', 'rule 3', PEOPLE, (person) => {
    const terms = person['terms'] as { meetings: number[] }[];
    person['terms'] = terms.flatMap((term) =>
      term.meetings.map((meeting) => ({ ...term, meetings: [meeting] })),
    );
  }),
  spoilItems('has a person in the wrong party', 'rule 3', PEOPLE, (person) => {
    person['party'] = 'belmark';
  }),
  spoilItems('does not say which meeting announced a year', 'rule 3', YEARS, ({ milestones }) => {
    for (const one of milestones as Json[]) one['meeting'] = null;
  }),
  spoil('counts all events of a year as resting on a document', 'sources', SOURCE, (source) => {
    const { exchangeYears } = source as unknown as { exchangeYears: Json[] };
    for (const year of exchangeYears) year['events'] = 3;
  }),
  spoil('counts all entries of a meeting as resting on a document', 'sources', SOURCE, (source) => {
    for (const one of (source as unknown as { meetings: Json[] }).meetings)
      one['entries'] = Number(one['entries']) + 1;
  }),
  spoilItems('has no fields of meetings in the calendar', 'calendar', CALENDAR, (item) => {
    if (item['kind'] === 'meeting') item['fields'] = [];
  }),
  spoilItems('numbers sessions by their place', 'calendar', CALENDAR, (item) => {
    if (item['kind'] === 'session') item['session'] = 1;
  }),
  spoilItems('has no documents of events in the calendar', 'calendar', CALENDAR, (item) => {
    if (item['exchangeYear'] !== null) item['source'] = null;
  }),
  spoilItems('has events without their translations', 'calendar', CALENDAR, (item) => {
    delete (item['text'] as Json | null)?.['translations'];
  }),
  misread('counts on documents to the end of a year', 'sources', SOURCES, (asked) => {
    const to = asked.get('to') ?? '';
    if (to.length === 10) asked.set('to', to.slice(0, 4));
  }),
  misread('takes the first of several accounts of documents', 'sources', SOURCES, (asked) => {
    const [first = ''] = asked.getAll('reportedBy');
    if (first !== '') asked.set('reportedBy', first);
  }),
  misread(
    'lists copies where documents without them are asked for',
    'sources',
    SOURCES,
    (asked) => {
      if (asked.get('copies') === 'without') asked.delete('copies');
    },
  ),
  spoil(
    'counts the accounts of the documents that it lists',
    'sources',
    SOURCES,
    (list, request) => {
      const chosen = new URL(request.url).searchParams.getAll('reportedBy');
      const { accounts } = list as unknown as { accounts: { value: string; sources: number }[] };
      for (const one of accounts)
        if (chosen.length > 0 && !chosen.includes(one.value)) one.sources = 0;
    },
  ),
  misread('takes the first of several meetings', 'sources', SOURCES, (asked) => {
    const [first = ''] = asked.getAll('meeting');
    if (first !== '') asked.set('meeting', first);
  }),
];

const ORDERS: Fault[] = [
  misread('begins with the first meeting', 'rule 2', MEETINGS, (asked) => {
    if (!asked.has('sort')) asked.set('sort', 'ordinal');
  }),
  misread('has documents by their date', 'rule 2', SOURCES, (asked) => {
    if (!asked.has('sort')) asked.set('sort', '-date');
  }),
  misread('shows three to a page', 'rule 2', ENTRIES, (asked) => {
    if (!asked.has('limit')) asked.set('limit', '3');
  }),
  spoilItems('has the last session first', 'rule 2', /^\/commissions$/, ({ sessions }) => {
    (sessions as Json[]).reverse();
  }),
  spoil('has the rarest language first', 'sources', SOURCES, (list) => {
    (list as unknown as { languages: Json[] }).languages.reverse();
  }),
];

const CURSORS: Fault[] = [
  spoilCursor('another text', ({ searchParams }) => searchParams.has('q')),
  spoilCursor('other dates', ({ searchParams }) => searchParams.has('from')),
  spoilCursor(
    'another order of meetings',
    ({ pathname, searchParams }) => pathname.endsWith('/meetings') && searchParams.has('sort'),
  ),
];

/** Takes a cursor that belongs to another list. */
function spoilCursor(what: string, isOther: (address: URL) => boolean): Fault {
  return misread(`takes a cursor with ${what}`, 'rule 2', /^\/(entries|meetings)$/, (asked) => {
    const cursor = asked.get('cursor') ?? '';
    const address = new URL(
      `http://backend.test/${asked.has('sort') ? 'meetings' : 'entries'}?${asked}`,
    );
    if (asked.get('limit') === '1' && !/^x|x$/.test(cursor) && isOther(address))
      asked.delete('cursor');
  });
}

const FILES: Fault[] = [
  spoilBody('stamps events with this day', 'calendar', FILE, (text) => {
    const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    return text.replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${today}T000000Z\r`);
  }),
  spoilBody('has no sequence', 'calendar', FILE, (text) =>
    text.replaceAll(/^SEQUENCE:.*\r\n/gm, ''),
  ),
  spoilBody('does not say that days are days', 'calendar', FILE, (text) =>
    text.replaceAll(';VALUE=DATE', ''),
  ),
  spoilBody('does not say what is left out', 'calendar', FILE, (text) =>
    text.replace(/^DESCRIPTION:.*\r\n/m, ''),
  ),
  spoilBody('ends lines with LF alone', 'calendar', FILE, (text) => text.replaceAll('\r\n', '\n')),
  spoilBody('does not fold lines', 'calendar', FILE, (text) => text.replaceAll(/\r\n[ \t]/g, '')),
  misread('writes sentences in English only', 'calendar', FILE, (asked) => {
    if (asked.get('lang') === 'fr') asked.set('lang', 'en');
  }),
];

const SEARCHES: Fault[] = [
  spoilMatches('does not date meetings', 'meeting', (match) => {
    match['date'] = null;
  }),
  spoilMatches('does not say whose entry it is', 'entry', (match) => {
    match['meeting'] = null;
  }),
  spoilMatches('does not say the publisher', 'source', (match) => {
    match['detail'] = null;
  }),
  spoilMatches('names places in English only', 'place', onlyEnglish),
  misread('shows ten matches of a type', 'search', SEARCH, (asked) => {
    if (!asked.has('limit')) asked.set('limit', '4');
  }),
  spoil('repeats the query without its spaces', 'search', SEARCH, (found, request) => {
    Object.assign(found, { q: query(request).get('q')?.trim() });
  }),
  spoil('finds no meeting by its date', 'search', SEARCH, (found, request) => {
    if (/^\d{4}/.test(query(request).get('q') ?? ''))
      found.groups = found.groups.filter(({ type }) => type !== 'meeting');
  }),
  spoil('finds no names without spaces', 'search', SEARCH, (found, request) => {
    if (/^[A-Z][a-z]+[A-Z][a-z]+$/.test(query(request).get('q') ?? '')) found.groups = [];
  }),
];

const SUMMARIES: Fault[] = [
  spoilSummary('dates meetings to the day', 'rule 1', ({ columns }) => {
    for (const column of columns as unknown as Json[])
      if (column['date'] === '2009-05') column['date'] = '2009-05-01';
  }),
  spoilSummary('says documents of kinds', 'rule 1', ({ columns }) => {
    for (const column of columns) column.sources ??= 0;
  }),
  misread('is by party if nothing is asked', 'rule 1', SUMMARY, (asked) => {
    if (!asked.has('by')) asked.set('by', 'party');
  }),
  spoilSummary('has an account off by one under a co-chair', 'rule 1', ({ accounts }, request) => {
    for (const account of accounts ?? []) if (query(request).has('coChair')) account.entries += 1;
  }),
];

/** Kinds of break that show on the invented record, which has few things of everything. */
export const SMALL_RECORD_FAULTS: readonly Fault[] = [
  ...TEXT,
  ...TOLD_TWICE,
  ...DERIVED,
  ...ORDERS,
  ...CURSORS,
  ...FILES,
  ...SEARCHES,
  ...SUMMARIES,
  ...HTTP_FAULTS,
  ...KINDRED_FAULTS,
];
