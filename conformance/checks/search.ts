import { SearchType } from '#src/api/schemas/search.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, few, needSome } from '../check.ts';
import { fold, withWords } from '../oracle.ts';
import { Broken } from '../outcome.ts';

const findsEntries: Check = {
  rule: 'search',
  name: 'entries that have the words, all of them counted',
  needsWhole: true,
  run: async (context) => {
    const { backend, snapshot, random, rounds } = context;
    needSome(snapshot.entries, 'entry');
    for (let round = 0; round < Math.ceil(rounds / 8); round += 1) {
      const { text, translations = {} } = random.pick(snapshot.entries);
      const words = random
        .pick([text, ...Object.values(translations)])
        .split(/\s+/)
        .filter(Boolean);
      const q = `${random.pick(words)} ${random.pick(words).toLowerCase()}`.slice(0, 100);
      const { data, request } = await backend.get('/search', { q, limit: 5 });
      const due = withWords(snapshot.entries, q);
      const group = data.groups.find(({ type }) => type === 'entry');
      expectSame('search', request, 'entries', group?.total ?? 0, due.length);
      const first = due.slice(0, 5).map(({ id }) => id);
      const got = group?.items.map(({ id }) => id) ?? [];
      expectSame('search', request, 'first entries', got, first);
    }
  },
};

const findsNames: Check = {
  id: 'finds-names',
  rule: 'search',
  name: 'people, fields, exchange years and documents by name, in every language, first',
  run: async (context) => {
    const { backend, snapshot, random, isShort } = context;
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
      expectSame('search', request, 'q', data.q, q);
    }
    if (isShort) return;
    for (const source of snapshot.sources.slice(0, 3)) {
      const { data, request } = await backend.get('/search', { q: source.id });
      const [first] = data.groups.find(({ type }) => type === 'source')?.items ?? [];
      expectSame('search', request, 'first document', first?.id, source.id);
    }
    for (const { ordinal } of snapshot.meetings.slice(-3)) {
      const { data, request } = await backend.get('/search', { q: String(ordinal) });
      const [first] = data.groups.find(({ type }) => type === 'meeting')?.items ?? [];
      expectSame('search', request, 'first meeting', first?.id, String(ordinal));
    }
  },
};

const groupsCount: Check = {
  rule: 'search',
  name: 'each type once, with as many matches as it says, however many are shown',
  run: async ({ backend, snapshot, random }) => {
    const named = [...snapshot.people.items, ...snapshot.taxonomy.fields];
    needSome(named, 'name');
    for (let round = 0; round < 4; round += 1) {
      const q = Array.from(random.pick(named).name.en).slice(0, 3).join('').trim();
      const long = await backend.get('/search', { q, limit: 50 });
      const short = await backend.get('/search', { q, limit: 2 });
      const types = long.data.groups.map(({ type }) => type);
      expectSame('search', long.request, 'types', [...new Set(types)], types);
      for (const { type, total, items } of long.data.groups) {
        expectSame('search', long.request, `shown of ${type}`, items.length, Math.min(total, 50));
        const same = short.data.groups.find((group) => group.type === type);
        expectSame('search', short.request, `total of ${type}`, same?.total, total);
        const due = items.slice(0, 2).map(({ id }) => id);
        const got = same?.items.map(({ id }) => id);
        expectSame('search', short.request, `first of ${type}`, got, due);
      }
    }
  },
};

type Name = { type: string; name: Record<string, string> };

const exactFirst: Check = {
  rule: 'search',
  name: 'what has the whole query for its name stands first',
  run: async ({ backend, snapshot }) => {
    const things: Name[] = [
      ...snapshot.people.items.map(({ name }) => ({ type: 'person', name })),
      ...snapshot.taxonomy.fields.map(({ name }) => ({ type: 'field', name })),
      ...snapshot.exchangeYears.items.map(({ name }) => ({ type: 'exchange-year', name })),
      ...snapshot.sources.map(({ title }) => ({ type: 'source', name: { en: title } })),
    ];
    const namesOf = (thing: Name) => Object.values(thing.name);
    const all = things.map((thing) => ({ thing, text: fold(namesOf(thing).join('\n')) }));
    // A name that stands inside another one can be hidden by it.
    const hidden = things.flatMap((thing) =>
      namesOf(thing)
        .filter((q) => {
          const words = fold(q).split(/\s+/);
          const fitting = all.filter(
            (other) =>
              other.thing.type === thing.type && words.every((word) => other.text.includes(word)),
          );
          return q.length <= 200 && fitting.length > 1;
        })
        .map((q) => ({ type: thing.type, q })),
    );
    needSome(hidden, 'name inside another name');
    for (const { type, q } of hidden.slice(0, 16)) {
      const { data, request } = await backend.get('/search', { q, limit: 50 });
      const [first] = data.groups.find((group) => group.type === type)?.items ?? [];
      const names = Object.values(first?.name ?? {}).map(fold);
      if (!names.includes(fold(q).trim()))
        throw new Broken('search', request, {
          detail: `first ${type}: ${first?.id ?? 'none'}, due ${q}`,
        });
    }
  },
};

const matchesTell: Check = {
  rule: 'search',
  name: 'a match has the whole name of its thing, groups come in order, and none is empty',
  run: async ({ backend, snapshot, random }) => {
    const { people, taxonomy, exchangeYears, sources, entries } = snapshot;
    const names = new Map<string, Record<string, string>>([
      ...people.items.map(({ id, name }) => [`person ${id}`, name] as const),
      ...taxonomy.fields.map(({ id, name }) => [`field ${id}`, name] as const),
      ...exchangeYears.items.map(({ id, name }) => [`exchange-year ${id}`, name] as const),
      ...sources.map(
        ({ id, title, language }) => [`source ${id}`, { [language]: title, en: title }] as const,
      ),
      ...entries.map(
        ({ id, text, lang, translations }) =>
          [`entry ${id}`, { en: text, ...translations, [lang]: text }] as const,
      ),
    ]);
    const asked = [
      'a',
      'e',
      'qzxqzx',
      ...exchangeYears.items.slice(0, 2).map(({ name }) => name.en),
    ];
    const long = entries.toSorted((a, b) => b.text.length - a.text.length)[0]?.text.split(/\s+/);
    if (long !== undefined) asked.push(random.pick(long));
    for (const q of asked) {
      const { data, request } = await backend.get('/search', { q, limit: 50 });
      const types = data.groups.map(({ type }) => type);
      const due = SearchType.options.filter((type) => types.includes(type));
      expectSame('search', request, 'order of the groups', types, due);
      for (const { type, total, items } of data.groups) {
        if (total === 0)
          throw new Broken('search', request, { detail: `an empty group of type ${type}` });
        for (const { id, name } of items) {
          const own = names.get(`${type} ${id}`);
          if (own !== undefined)
            expectSame('search', request, `name of ${type} ${id}`, name, { ...own });
        }
      }
    }
  },
};

export const SEARCH_CHECKS: readonly Check[] = [
  findsEntries,
  findsNames,
  exactFirst,
  groupsCount,
  matchesTell,
];
