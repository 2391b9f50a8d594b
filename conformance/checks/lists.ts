import { firstDay } from '#src/api/edtf.ts';
import { EntrySort, MeetingSort, SourceSort } from '#src/api/params.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, few, needSome } from '../check.ts';
import { compareEntries, compareText, idsOf, matchEntries, withMeetings } from '../oracle.ts';
import { pickFilters } from '../random-filters.ts';
import { toVocabulary, walk } from '../snapshot.ts';
import { expectTold } from './told-whole.ts';

const LIMITS = [1, 2, 3, 7, 13, 50, 499];
const LONGEST = 500;

function compareSources(sort: string) {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '');
  return (a: SourceSummary, b: SourceSummary): number => {
    const byId = compareText(a.id, b.id);
    if (key === 'entries') return sign * (a.entries - b.entries) || byId;
    const [x, y] = [a, b].map((one) =>
      key === 'date' ? one.publishedOn : key === 'title' ? one.title : one.publisher,
    ) as [string | null, string | null];
    if (x === y) return byId;
    if (x === null || y === null) return x === null ? 1 : -1;
    return sign * compareText(x, y) || byId;
  };
}

const LEAST_PAGE = 50;

type Page<Item> = { data: { items: Item[]; nextCursor: string | null } };

/** What pages of these lengths hold, one after the other, as far as the list goes. */
async function joinPages<Item>(
  ask: (params: { limit: number; cursor?: string }) => Promise<Page<Item>>,
  lengths: readonly number[],
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (const limit of lengths) {
    const { data }: Page<Item> = await ask({ limit, ...(cursor !== null && { cursor }) });
    items.push(...data.items);
    cursor = data.nextCursor;
    if (cursor === null) break;
  }
  return items;
}

export const LIST_CHECKS: readonly Check[] = [
  {
    rule: 'rule 2',
    name: 'all entries, once each, latest meeting first',
    needsWhole: true,
    run: (context) => {
      const { entries, total } = context.snapshot;
      const request = 'a walk through GET /entries';
      expectSame('rule 2', request, 'number of entries', new Set(idsOf(entries)).size, total);
      const due = entries.toSorted(compareEntries(toVocabulary(context.snapshot), '-meeting'));
      expectSame('rule 2', request, 'order', idsOf(entries), idsOf(due));
    },
  },
  {
    id: 'orders',
    rule: 'rule 2',
    name: 'entries in every order, with pages of any length',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, random, isShort, same } = context;
      needSome(snapshot.entries, 'entry');
      for (const sort of few(context, EntrySort.options.toReversed(), 1)) {
        const length = isShort ? Math.min(500, Math.ceil(snapshot.total / 2)) : 500;
        const all = await walk(backend, '/entries', { sort }, length);
        const dueAll = snapshot.entries.toSorted(compareEntries(toVocabulary(snapshot), sort));
        same(all.request, 'all entries in order', idsOf(all.items), idsOf(dueAll));
        expectTold('/entries', all.request, all.items, snapshot.entries);
        if (isShort) continue;
        const filters = pickFilters(random, snapshot);
        const { meetings } = toVocabulary(snapshot);
        const matching = matchEntries(snapshot.entries, withMeetings(filters, meetings));
        const limit = matching.length > 60 ? 61 : random.pick(LIMITS);
        const params = { ...filters, sort };
        const { items, total, request } = await walk(backend, '/entries', params, limit);
        const due = matching.toSorted(compareEntries(toVocabulary(snapshot), sort));
        same(request, 'entries in order', idsOf(items), idsOf(due));
        same(request, 'length of the walk', items.length, total);
      }
    },
  },
  /** Whatever the size: two pages of one and one page of two are the same, and so on. */
  {
    id: 'pages-join',
    rule: 'rule 2',
    name: 'pages of different lengths join to the same list',
    run: async ({ backend, snapshot, random, rounds, isShort }) => {
      needSome(snapshot.entries, 'entry');
      const lengths = isShort ? [5, 1, 18] : [1, 2, 5, 7, 9];
      for (let round = 0; round < Math.ceil(rounds / 8); round += 1) {
        const sort = random.pick(EntrySort.options);
        const filters = round === 0 ? {} : pickFilters(random, snapshot);
        const params = { ...filters, sort };
        const whole = await backend.get('/entries', { ...params, limit: 24 });
        const due = idsOf(whole.data.items);
        const order = compareEntries(toVocabulary(snapshot), sort);
        const sorted = idsOf(whole.data.items.toSorted(order));
        expectSame('rule 2', whole.request, 'order', due, sorted);
        const ask = (page: object) => backend.get('/entries', { ...params, ...page });
        const got = idsOf(await joinPages(ask, lengths));
        const what = `the same entries in pages of ${lengths.join(', ')}`;
        expectSame('rule 2', whole.request, what, got, due);
      }
    },
  },
  /** As much as is left, and not one thing more: a page that is just full is the last one where nothing follows. */
  {
    rule: 'rule 2',
    name: 'each list ends with its last thing, also where that fills a page, and joins whatever the lengths are',
    run: async ({ backend, snapshot }) => {
      const { entries, meetings, sources } = snapshot;
      for (const [path, count] of [
        ['/entries', entries.length],
        ['/meetings', meetings.length],
        ['/sources', sources.length],
      ] as const) {
        const page = (params: object) => backend.get(path, params);
        const keyOf = (one: object) =>
          'id' in one ? one.id : (one as { ordinal: number }).ordinal;
        const whole = await page({ limit: LONGEST });
        const { items, total } = whole.data;
        const full = [total, total / 2, total / 3].filter(
          (limit) => Number.isInteger(limit) && limit > 0 && limit <= LONGEST,
        );
        for (const limit of full) await walk(backend, path, {}, limit);
        if (count < 3) continue;
        const joined = await joinPages<object>(page, [1, 2, LONGEST]);
        const got = joined.map(keyOf);
        const due = items.map(keyOf);
        const request = `${whole.request}, in pages of 1, 2 and ${LONGEST}`;
        expectSame('rule 2', request, 'the same list', got.slice(0, LONGEST), due);
      }
    },
  },
  {
    id: 'meeting-order',
    rule: 'rule 2',
    name: 'meetings in every order',
    run: async (context) => {
      const { backend, snapshot, isShort, same } = context;
      needSome(snapshot.meetings, 'meeting');
      for (const sort of few(context, MeetingSort.options.toReversed(), 1)) {
        const sign = sort.startsWith('-') ? -1 : 1;
        const key = sort.endsWith('entries') ? 'entries' : 'ordinal';
        const due = snapshot.meetings
          .toSorted((a, b) => sign * (a[key] - b[key]) || a.ordinal - b.ordinal)
          .map(({ ordinal }) => ordinal);
        const { items, request } = await walk(backend, '/meetings', { sort }, isShort ? 200 : 7);
        const got = items.map(({ ordinal }) => ordinal);
        same(request, 'meetings in order', got, due);
        expectTold('/meetings', request, items, snapshot.meetings);
      }
    },
  },
  {
    rule: 'rule 2',
    name: 'documents in every order',
    run: async ({ backend, snapshot, same }) => {
      for (const sort of SourceSort.options) {
        const { items, request } = await walk(backend, '/sources', { sort }, 170);
        const due = snapshot.sources.toSorted(compareSources(sort));
        same(request, 'documents in order', idsOf(items), idsOf(due));
        expectTold('/sources', request, items, snapshot.sources);
      }
    },
  },
  {
    rule: 'rule 2',
    name: 'without order and length, lists come in their usual order, 50 to a page',
    run: async ({ backend, snapshot, same }) => {
      const { sources, meetings } = snapshot;
      const expectFirst = (request: string, got: readonly unknown[], due: readonly unknown[]) =>
        same(request, 'first page', got, due.slice(0, LEAST_PAGE));
      const ofEntries = await backend.get('/entries');
      expectFirst(ofEntries.request, idsOf(ofEntries.data.items), idsOf(snapshot.entries));
      const ofMeetings = await backend.get('/meetings');
      const ordinals = meetings.map(({ ordinal }) => ordinal);
      const got = ofMeetings.data.items.map(({ ordinal }) => ordinal);
      expectFirst(ofMeetings.request, got, ordinals.toReversed());
      const ofSources = await backend.get('/sources');
      const byTitle = idsOf(sources.toSorted(compareSources('title')));
      expectFirst(ofSources.request, idsOf(ofSources.data.items), byTitle);
    },
  },
  {
    rule: 'rule 2',
    name: 'exchange years by their first day and id, sessions of a commission by their first day',
    run: ({ snapshot, same }) => {
      const years = snapshot.exchangeYears.items;
      const due = years.toSorted(
        (a, b) => compareText(firstDay(a.years), firstDay(b.years)) || compareText(a.id, b.id),
      );
      same('GET /exchange-years', 'order', idsOf(years), idsOf(due));
      for (const { id, sessions } of snapshot.commissions.items) {
        const days = sessions.map(({ date }) => firstDay(date));
        const request = 'GET /commissions';
        same(request, `order of sessions of ${id}`, days, days.toSorted(compareText));
      }
    },
  },
];
