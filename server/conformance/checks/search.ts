import { expectSame } from '../backend-under-test.ts';
import { type Check, needSome, needWhole } from '../check.ts';
import { withWords } from '../expected.ts';
import { Broken } from '../outcome.ts';

const findsEntries: Check = {
  rule: 'search',
  name: 'entries that have the words, all of them counted',
  run: async (context) => {
    needWhole(context);
    const { backend, snapshot, random, rounds } = context;
    needSome(snapshot.entries, 'entry');
    for (let round = 0; round < Math.ceil(rounds / 8); round += 1) {
      const words = random.pick(snapshot.entries).text.split(/\s+/).filter(Boolean);
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
  rule: 'search',
  name: 'people, fields, exchange years and documents by name, in every language, first',
  run: async ({ backend, snapshot, random }) => {
    const named = [
      ...snapshot.people.items.map((one) => ({ type: 'person', ...one })),
      ...snapshot.taxonomy.fields.map((one) => ({ type: 'field', ...one })),
      ...snapshot.exchangeYears.items.map((one) => ({ type: 'exchange-year', ...one })),
    ];
    needSome(named, 'name');
    for (let round = 0; round < 12; round += 1) {
      const { type, id, name } = random.pick(named);
      const q = random.pick(Object.values(name));
      const { data, request } = await backend.get('/search', { q });
      const group = data.groups.find((one) => one.type === type);
      const isFound = group?.items.some((item) => item.id === id) ?? false;
      if (!isFound) throw new Broken('search', request, `${type} ${id} is not among its matches`);
      expectSame('search', request, 'q', data.q, q);
    }
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

export const SEARCH_CHECKS: readonly Check[] = [findsEntries, findsNames, groupsCount];
