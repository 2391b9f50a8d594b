import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { EntrySort } from '#src/api/params.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../check.ts';
import type { Rule } from '../outcome.ts';
import { pickFilters } from '../random-filters.ts';

type Listed = Entry | MeetingSummary | SourceSummary | CalendarItem;
type ListPath = '/entries' | '/meetings' | '/sources' | '/calendar';

const NOUNS: Record<ListPath, string> = {
  '/entries': 'entry',
  '/meetings': 'meeting',
  '/sources': 'document',
  '/calendar': 'date',
};
const COUNTED: Record<ListPath, Rule> = {
  '/entries': 'rule 1',
  '/meetings': 'rule 1',
  '/sources': 'sources',
  '/calendar': 'calendar',
};
const keyOf = (one: Listed) => ('id' in one ? one.id : one.ordinal);

/**
 * What a list tells of a thing is what the plain list tells of it, property by property; a backend may say more than any
 * plain list does, such as where a word was found.
 */
export function expectTold(
  path: ListPath,
  request: string,
  items: readonly Listed[],
  known: readonly Listed[],
  except: readonly string[] = [],
): void {
  const before = new Map<string | number, object>(known.map((one) => [keyOf(one), one]));
  const names = new Set(known.flatMap((one) => Object.keys(one)));
  for (const name of except) names.delete(name);
  for (const one of items) {
    const due = before.get(keyOf(one));
    if (due === undefined) continue;
    for (const name of names) {
      const [got, was] = [one, due].map((thing) => (thing as Record<string, unknown>)[name]);
      // A count that differs is a wrong count first of all.
      const rule = typeof was === 'number' ? COUNTED[path] : 'rule 3';
      expectSame(rule, request, `${NOUNS[path]} ${keyOf(one)}: ${name}`, got, was);
    }
  }
}

const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
const sizeOf = (one: object) => Object.values(one).filter(isSaid).length;
/** The thing of which most is said, the earliest of equals: there most could be lost. */
const fullest = <Item extends object>(items: readonly Item[]): Item | undefined =>
  items.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];

const wordIn = (text: string) => text.match(/\p{L}{3,}/u)?.[0] ?? text.slice(0, 20);
const given = (params: Record<string, unknown>) =>
  Object.entries(params).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ [name]: value }],
  );

/** One question for each parameter, by the value that the fullest thing has for it. */
function asksOf<Item extends object>(
  items: readonly Item[],
  paramsOf: (item: Item) => Record<string, unknown>,
): object[] {
  const item = fullest(items);
  return item === undefined ? [] : given(paramsOf(item));
}

function askOfEntries({ snapshot, random, rounds }: CheckContext): object[] {
  const entry = fullest(snapshot.entries);
  if (entry === undefined) return [];
  const q = wordIn(entry.text);
  const chair = snapshot.meetings.find(({ ordinal }) => ordinal === entry.meeting.ordinal);
  const alone = given({
    field: entry.fields[0]?.id,
    group: entry.fields[0]?.group,
    party: entry.party,
    kind: entry.kind,
    meeting: entry.meeting.ordinal,
    from: entry.meeting.date,
    to: entry.meeting.date,
    status: entry.status,
    exchangeYear: entry.exchangeYears[0]?.id,
    source: entry.source?.id,
    reportedBy: entry.source?.reportedBy,
    coChair: chair?.coChairs[0]?.person.id,
    q,
  });
  const mixed = Array.from({ length: Math.ceil(rounds / 8) }, () => ({
    ...pickFilters(random, snapshot),
    sort: random.pick(EntrySort.options),
  }));
  return [...alone, { q, sort: 'text' }, ...mixed];
}

const askOfMeetings = ({ snapshot }: CheckContext) =>
  asksOf(snapshot.meetings, (meeting) => ({
    from: meeting.date,
    to: meeting.date,
    format: meeting.format,
    host: meeting.host,
    place: meeting.place?.id,
    person: meeting.coChairs[0]?.person.id,
  }));

const askOfSources = ({ snapshot }: CheckContext) =>
  asksOf(snapshot.sources, (source) => ({
    language: source.language,
    reportedBy: source.reportedBy,
    copies: source.copy === undefined ? 'without' : 'only',
    meeting: snapshot.meetings.at(-1)?.ordinal,
    q: wordIn(source.title),
    to: '9999',
  }));

const askOfCalendar = ({ snapshot }: CheckContext) =>
  asksOf(snapshot.calendar.items, (item) => ({
    from: item.date,
    to: item.date,
    kind: item.kind,
    field: item.fields[0]?.id,
    exchangeYear: item.exchangeYear?.id,
    q: wordIn(item.text?.text ?? item.place?.name.en ?? ''),
  }));

/** What of a document `to` counts anew. */
const COUNTED_BY_THEN = ['entries', 'meetings', 'exchangeYears', 'commissions'];

export const TOLD_WHOLE_CHECKS: readonly Check[] = [
  {
    rule: 'rule 3',
    name: 'entries, meetings, documents and dates are told whole under words, filters and another order too',
    run: async (context) => {
      const { backend, snapshot } = context;
      const { entries, meetings, sources, calendar } = snapshot;
      needSome([...entries, ...meetings, ...sources, ...calendar.items], 'thing in any list');
      for (const params of askOfEntries(context)) {
        const { data, request } = await backend.get('/entries', { ...params, limit: 500 });
        expectTold('/entries', request, data.items, entries);
      }
      for (const params of askOfMeetings(context)) {
        const { data, request } = await backend.get('/meetings', { ...params, limit: 500 });
        expectTold('/meetings', request, data.items, meetings);
      }
      for (const params of askOfSources(context)) {
        const { data, request } = await backend.get('/sources', { ...params, limit: 500 });
        const except = 'to' in params ? COUNTED_BY_THEN : [];
        expectTold('/sources', request, data.items, sources, except);
      }
      for (const params of askOfCalendar(context)) {
        const { data, request } = await backend.get('/calendar', params);
        expectTold('/calendar', request, data.items, calendar.items);
      }
    },
  },
];
