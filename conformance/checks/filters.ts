import type { EntryFilters } from '#src/api/params.ts';
import type { EntryList } from '#src/api/schemas/entries.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome, pairUp } from '../check.ts';
import { compareText, idsOf, isDated, matchEntries, withMeetings } from '../oracle.ts';
import { Broken, broken } from '../outcome.ts';
import { pickFilters } from '../random-filters.ts';
import { type Snapshot, toVocabulary } from '../snapshot.ts';
import { expectSaidOnce } from './said-twice.ts';

/** What is listed under filters passes them, and nothing else that does is missing; gives what was answered. */
async function expectFiltered(
  { backend, snapshot }: CheckContext,
  name: string,
  filters: EntryFilters,
): Promise<EntryList> {
  const { data, request } = await backend.get('/entries', { ...filters, limit: 500 });
  const asked = withMeetings(filters, toVocabulary(snapshot).meetings);
  const fitting = new Set(matchEntries(data.items, asked));
  const wrong = data.items.find((entry) => !fitting.has(entry));
  if (wrong !== undefined)
    throw new Broken('rule 4', request, 'not-filtered', { id: wrong.id, name });
  if (snapshot.isWhole) {
    const due = matchEntries(snapshot.entries, asked).length;
    expectSame('rule 4', request, 'total', data.total, due);
  }
  if (data.total > snapshot.total) {
    const detail = `a total of ${data.total} of ${snapshot.total}`;
    throw broken('rule 4', request, detail);
  }
  return data;
}

/** Dates and words that an entry has: one from the middle, as the first may be what is given without any filter. */
function* datesAndWords({ entries }: Snapshot): Generator<[name: string, EntryFilters]> {
  const { meeting, text } = entries[Math.floor(entries.length / 2)] ?? needSome(entries, 'entry');
  yield ['from, to', { from: meeting.date.slice(0, 4), to: meeting.date }];
  const [word] = text.match(/[a-z]{5,}/g) ?? [];
  if (word !== undefined) yield ['q', { q: word }];
}

type MeetingFilters = Partial<Record<'format' | 'host' | 'place' | 'person', string[]>> & {
  from?: string;
  to?: string;
};

/** What is asked of a meeting's own values; each form in turn. */
const MEETING_FORMS: readonly ((meeting: MeetingSummary) => MeetingFilters | undefined)[] = [
  ({ format }) => ({ format: [format] }),
  ({ host }) => (host === null ? undefined : { host: [host] }),
  ({ place }) => (place === null ? undefined : { place: [place.id] }),
  ({ coChairs: [first] }) => first && { person: [first.person.id] },
  ({ coChairs }) => (coChairs.length > 1 ? { person: [coChairs.at(-1)!.person.id] } : undefined),
  ({ coChairs }) =>
    coChairs.length > 1 ? { person: idsOf(coChairs.map(({ person }) => person)) } : undefined,
  ({ date }) => ({ from: date }),
  ({ date }) => ({ to: date.slice(0, 4) }),
  ({ format, date }) => ({ format: [format], from: date.slice(0, 4) }),
  ({ host, format, date }) =>
    host === null ? undefined : { host: [host], format: [format], to: date },
];

export const FILTER_CHECKS: readonly Check[] = [
  {
    rule: 'rule 4',
    name: 'totals and entries under random filters',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, random, rounds, same } = context;
      for (let round = 0; round < rounds; round += 1) {
        const filters = pickFilters(random, snapshot);
        const { data, request } = await backend.get('/entries', { ...filters, limit: 500 });
        const due = matchEntries(
          snapshot.entries,
          withMeetings(filters, toVocabulary(snapshot).meetings),
        );
        same(request, 'total', data.total, due.length);
        const got = idsOf(data.items).toSorted(compareText);
        if (due.length <= 500) same(request, 'entries', got, idsOf(due).toSorted(compareText));
      }
    },
  },
  /** One filter at a time, with one and with two values, so that an ignored one cannot hide behind another. */
  {
    id: 'each-filter',
    rule: 'rule 4',
    name: 'each filter alone, with one value and with two',
    run: async (context) => {
      const { backend, snapshot, isShort } = context;
      for (const [name, filters] of datesAndWords(snapshot))
        await expectFiltered(context, name, filters);
      for (const [name, values] of Object.entries(snapshot.choices)) {
        const two = values.slice(0, 2);
        const totals: number[] = [];
        for (const chosen of isShort ? [two] : [...two.map((value) => [value]), two]) {
          if (chosen.length === 0) continue;
          const once = await expectFiltered(context, name, { [name]: chosen });
          if (isShort) continue;
          totals.push(once.total);
          const params = { [name]: [...chosen, ...chosen], limit: 500 };
          const twice = await backend.get('/entries', params);
          expectSaidOnce(twice.request, twice.data, once);
        }
        const [a = 0, b = 0, both = a + b] = totals;
        if (both < Math.max(a, b) || both > a + b) {
          const detail = `${both} of either, ${a} and ${b} of each`;
          throw broken('rule 4', `${name}=${two.join()}`, detail);
        }
      }
    },
  },
  {
    rule: 'rule 4',
    name: 'meetings by format, host, person, place and date',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const { meetings } = snapshot;
      needSome(meetings, 'meeting');
      for (const [form, one] of pairUp(MEETING_FORMS, meetings, context)) {
        const filters = form(one);
        if (filters === undefined) continue;
        const due = meetings.filter(
          (meeting) =>
            isDated(meeting.date, filters) &&
            (filters.format?.includes(meeting.format) ?? true) &&
            (filters.host?.includes(meeting.host ?? '') ?? true) &&
            (filters.place?.includes(meeting.place?.id ?? '') ?? true) &&
            (filters.person?.some((id) => meeting.coChairs.some((c) => c.person.id === id)) ??
              true),
        );
        const params = { ...filters, sort: 'ordinal', limit: 500 };
        const { data, request } = await backend.get('/meetings', params);
        const got = data.items.map(({ ordinal }) => ordinal);
        const dueOrdinals = due.map(({ ordinal }) => ordinal);
        same(request, 'meetings', got, dueOrdinals.slice(0, 500));
        // What else is asked for changes nothing in what a meeting has.
        const counts = (list: readonly MeetingSummary[]) =>
          list.map(({ entries, fields, sources }) => [entries, fields, sources]);
        const what = 'entries, fields and documents of each';
        expectSame('rule 1', request, what, counts(data.items), counts(due.slice(0, 500)));
      }
    },
  },
];
