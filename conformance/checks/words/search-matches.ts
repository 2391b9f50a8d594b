import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import { type SearchMatch, SearchType } from '#src/api/schemas/search.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, few, needSome } from '../../check.ts';
import { fold, haveAllWords, textsOfSentence, withWords } from '../../oracle.ts';
import { Broken, broken } from '../../outcome.ts';
import { placesOf, searchedThings, tellings } from '../../thing-texts.ts';

type Group = { type: string; items: SearchMatch[] };

/** Meetings from the latest to the earliest, but for those that have the whole query for their ordinal or name. */
function expectLatestFirst(request: string, q: string, { items }: Group): void {
  const isExact = ({ id, name }: SearchMatch) =>
    [id, ...Object.values(name)].some((text) => fold(text).trim() === fold(q).trim());
  const got = items.filter((item) => !isExact(item)).map(({ id }) => Number(id));
  const due = got.toSorted((a, b) => b - a);
  expectSame('search', request, 'order of meetings', got, due);
}

/** Its place and its co-chairs, in each language that one of them is named in; the others are in English then. */
function expectMeetingName(
  request: string,
  { ordinal, place, coChairs }: MeetingSummary,
  name: Record<string, string>,
): void {
  const own = [...(place ? [place.name] : []), ...coChairs.map(({ person }) => person.name)];
  for (const tag of new Set(own.flatMap((one) => Object.keys(one))))
    for (const due of own.map((one) => one[tag] ?? one.en))
      if (!name[tag]?.includes(due))
        throw new Broken('search', request, {
          detail: `name of meeting ${ordinal} under ${tag}: ${name[tag] ?? 'none'}, due ${due} in it`,
        });
}

const MOST_ASKED = 90;

export const SEARCH_CHECKS: readonly Check[] = [
  {
    rule: 'search',
    name: 'entries that have the words, all of them counted',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, random, rounds, same } = context;
      needSome(snapshot.entries, 'entry');
      for (let round = 0; round < Math.ceil(rounds / 8); round += 1) {
        const words = random
          .pick(textsOfSentence(random.pick(snapshot.entries)))
          .split(/\s+/)
          .filter(Boolean);
        const q = `${random.pick(words)} ${random.pick(words).toLowerCase()}`.slice(0, 100);
        const { data, request } = await backend.get('/search', { q, limit: 5 });
        const due = withWords(snapshot.entries, q);
        const group = data.groups.find(({ type }) => type === 'entry');
        same(request, 'entries', group?.total ?? 0, due.length);
        const first = due.slice(0, 5).map(({ id }) => id);
        const got = group?.items.map(({ id }) => id) ?? [];
        same(request, 'first entries', got, first);
      }
    },
  },
  {
    id: 'finds-names',
    rule: 'search',
    name: 'people, fields, exchange years and documents by name, in every language, first',
    run: async (context) => {
      const { backend, snapshot, random, isShort, same } = context;
      const named = [
        ...snapshot.people.items.map((one) => ({ type: 'person', ...one })),
        ...snapshot.taxonomy.fields.map((one) => ({ type: 'field', ...one })),
        ...snapshot.exchangeYears.items.map((one) => ({ type: 'exchange-year', ...one })),
      ];
      needSome(named, 'name');
      for (let round = 0; round < (isShort ? 2 : 12); round += 1) {
        const { type, id, name } = random.pick(few(context, named, 1));
        const names = Object.values(name);
        const q = isShort ? names[round % names.length]! : random.pick(names);
        const { data, request } = await backend.get('/search', { q });
        const group = data.groups.find((one) => one.type === type);
        const isFound = group?.items.some((item) => item.id === id) ?? false;
        if (!isFound) throw new Broken('search', request, 'not-found', { id });
        same(request, 'q', data.q, q);
      }
      if (isShort) return;
      for (const source of snapshot.sources.slice(0, 3)) {
        const { data, request } = await backend.get('/search', { q: source.id });
        const [first] = data.groups.find(({ type }) => type === 'source')?.items ?? [];
        same(request, 'first document', first?.id, source.id);
      }
      const { meetings } = snapshot;
      for (const { ordinal } of new Set([...meetings.slice(0, 3), ...meetings.slice(-3)])) {
        const { data, request } = await backend.get('/search', { q: String(ordinal) });
        const [first] = data.groups.find(({ type }) => type === 'meeting')?.items ?? [];
        same(request, 'first meeting', first?.id, String(ordinal));
      }
    },
  },
  {
    rule: 'search',
    name: 'a match tells of its thing what that is, groups come in order, and none is empty',
    run: async ({ backend, snapshot, random }) => {
      const { exchangeYears, entries, people, meetings } = snapshot;
      const { told, meetings: ofOrdinal } = tellings(snapshot);
      const asked = [
        'a',
        'e',
        ' A ',
        'e\u0301 E\u0301',
        ' ',
        'qzxqzx',
        ...placesOf(snapshot)
          .slice(0, 3)
          .map(({ name }) => name.en),
        ...people.items.slice(0, 2).map(({ name }) => name.en),
        ...meetings.slice(-1).map(({ date }) => date),
        ...exchangeYears.items.slice(0, 2).map(({ name }) => name.en),
      ];
      const long = entries.toSorted((a, b) => b.text.length - a.text.length)[0]?.text.split(/\s+/);
      if (long !== undefined) asked.push(random.pick(long).slice(0, 100));
      for (const q of asked) {
        const { data, request } = await backend.get('/search', { q, limit: 50 });
        expectSame('search', request, 'q', data.q, q);
        const types = data.groups.map(({ type }) => type);
        const due = SearchType.options.filter((type) => types.includes(type));
        expectSame('search', request, 'order of the groups', types, due);
        for (const group of data.groups) {
          if (group.total === 0)
            throw broken('search', request, `an empty group of type ${group.type}`);
          if (group.type === 'meeting') expectLatestFirst(request, q, group);
          for (const { id, name, detail, detailName, date, meeting } of group.items) {
            const thing = `${group.type} ${id}`;
            const same = (what: string, got: unknown, value: unknown) =>
              expectSame('search', request, `${what} of ${thing}`, got, value);
            const own = told.get(thing);
            if (own !== undefined) {
              same('name', name, { ...own.name });
              const got = [detail, date, meeting];
              same('detail, date and meeting', got, [own.detail, own.date, own.meeting]);
            }
            const held = group.type === 'meeting' ? ofOrdinal.get(id) : undefined;
            if (held === undefined) continue;
            const got = [detail, date, meeting];
            same('venue, date and ordinal', got, [held.venue, held.date, held.ordinal]);
            same("the venue's name", detailName, held.venueName);
            expectMeetingName(request, held, name);
          }
        }
      }
    },
  },
  /** One question each for the texts of some of every type; each answer is held against all things that have its words. */
  {
    rule: 'search',
    name: 'a search finds everything by each of its texts, in every language and without spaces',
    run: async (context) => {
      const { backend, snapshot } = context;
      const things = searchedThings(snapshot);
      const types = [...new Set(things.map(({ type }) => type))];
      const texts = types.flatMap((type) => {
        const own = things.filter((one) => one.type === type);
        const places = [0, Math.floor(own.length / 2), own.length - 1];
        return [...new Set(places)].flatMap((place) => own[place]?.texts ?? []);
      });
      const queries = [...new Set(texts.map((text) => text.slice(0, 200).trim()).filter(Boolean))];
      for (const q of queries.slice(0, MOST_ASKED)) {
        const { data, request } = await backend.get('/search', { q, limit: 50 });
        for (const type of types) {
          const due = things.filter((one) => one.type === type && haveAllWords(one.texts, q));
          const group = data.groups.find((one) => one.type === type);
          const total = group?.total ?? 0;
          const isExact = type === 'source';
          if (isExact ? total !== due.length : total < due.length)
            throw new Broken('search', request, {
              detail: `total of ${type}: ${total}, due ${isExact ? '' : 'at least '}${due.length}`,
            });
          const found = new Set(group?.items.map(({ id }) => id));
          const missing = due.find(({ id }) => !found.has(id));
          if (missing !== undefined && total <= 50)
            throw new Broken('search', request, 'not-found', { id: missing.id });
        }
      }
    },
  },
];
