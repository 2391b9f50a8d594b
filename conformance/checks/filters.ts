import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, needSome, pairUp } from '../check.ts';
import { compareText, isDated, matchEntries, withMeetings } from '../oracle.ts';
import { Broken } from '../outcome.ts';
import { pickFilters } from '../random-filters.ts';
import { toVocabulary } from '../snapshot.ts';

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

const filtersAreKept: Check = {
  rule: 'rule 4',
  name: 'totals and entries under random filters',
  needsWhole: true,
  run: async (context) => {
    const { backend, snapshot, random, rounds } = context;
    for (let round = 0; round < rounds; round += 1) {
      const filters = pickFilters(random, snapshot);
      const { data, request } = await backend.get('/entries', { ...filters, limit: 500 });
      const due = matchEntries(
        snapshot.entries,
        withMeetings(filters, toVocabulary(snapshot).meetings),
      );
      expectSame('rule 4', request, 'total', data.total, due.length);
      const got = idsOf(data.items).toSorted(compareText);
      if (due.length <= 500)
        expectSame('rule 4', request, 'entries', got, idsOf(due).toSorted(compareText));
    }
  },
};

/** One filter at a time, with one and with two values, so that an ignored one cannot hide behind another. */
const eachFilter: Check = {
  rule: 'rule 4',
  name: 'each filter alone, with one value and with two',
  run: async (context) => {
    const { backend, snapshot } = context;
    for (const [name, values] of Object.entries(snapshot.choices)) {
      const two = values.slice(0, 2);
      const totals: number[] = [];
      for (const chosen of [...two.map((value) => [value]), two]) {
        if (chosen.length === 0) continue;
        const params = { [name]: chosen };
        const { data, request } = await backend.get('/entries', { ...params, limit: 500 });
        const fitting = new Set(
          matchEntries(data.items, withMeetings(params, toVocabulary(snapshot).meetings)),
        );
        const wrong = data.items.find((entry) => !fitting.has(entry));
        if (wrong !== undefined)
          throw new Broken('rule 4', request, `entry ${wrong.id} is not of this ${name}`);
        totals.push(data.total);
        const twice = await backend.get('/entries', { [name]: [...chosen, ...chosen], limit: 1 });
        expectSame(
          'rule 4',
          twice.request,
          'total for a value said twice',
          twice.data.total,
          data.total,
        );
        if (data.total > snapshot.total)
          throw new Broken('rule 4', request, `a total of ${data.total} of ${snapshot.total}`);
      }
      const [a = 0, b = 0, both = a + b] = totals;
      if (both < Math.max(a, b) || both > a + b)
        throw new Broken(
          'rule 4',
          `${name}=${two.join()}`,
          `${both} of either, ${a} and ${b} of each`,
        );
    }
  },
};

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
  ({ date }) => ({ from: date }),
  ({ date }) => ({ to: date.slice(0, 4) }),
  ({ format, date }) => ({ format: [format], from: date.slice(0, 4) }),
  ({ host, format, date }) =>
    host === null ? undefined : { host: [host], format: [format], to: date },
];

const meetingsFiltered: Check = {
  rule: 'rule 4',
  name: 'meetings by format, host, person, place and date',
  run: async (context) => {
    const { backend, snapshot } = context;
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
          (filters.person?.some((id) => meeting.coChairs.some((c) => c.person.id === id)) ?? true),
      );
      const params = { ...filters, sort: 'ordinal', limit: 500 };
      const { data, request } = await backend.get('/meetings', params);
      const got = data.items.map(({ ordinal }) => ordinal);
      const dueOrdinals = due.map(({ ordinal }) => ordinal);
      expectSame('rule 4', request, 'meetings', got, dueOrdinals.slice(0, 500));
    }
  },
};

export const FILTER_CHECKS: readonly Check[] = [filtersAreKept, eachFilter, meetingsFiltered];
