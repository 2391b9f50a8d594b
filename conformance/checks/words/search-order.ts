import { expectSame } from '../../backend-under-test.ts';
import { type Check, needSome } from '../../check.ts';
import { fold } from '../../oracle.ts';
import { broken } from '../../outcome.ts';
import { placesOf } from '../../thing-texts.ts';

const MOST_ASKED = 16;

/** `names` are what a query may be, as a whole. */
type Name = { type: string; names: readonly string[] };
const toNames = (type: string, things: readonly { name: Record<string, string> }[]): Name[] =>
  things.map(({ name }) => ({ type, names: Object.values(name) }));

const MOST_SHOWN = 8;

export const SEARCH_ORDER_CHECKS: readonly Check[] = [
  {
    rule: 'search',
    name: 'what has the whole query for its name stands first',
    run: async ({ backend, snapshot }) => {
      const things: Name[] = [
        ...toNames('person', snapshot.people.items),
        ...toNames('field', snapshot.taxonomy.fields),
        ...toNames('exchange-year', snapshot.exchangeYears.items),
        ...toNames('place', placesOf(snapshot)),
        ...snapshot.sources.map(({ title, id }) => ({ type: 'source', names: [title, id] })),
      ];
      const all = things.map((thing) => ({ thing, text: fold(thing.names.join('\n')) }));
      // A name that stands inside another one can be hidden by it.
      const hidden = things.flatMap((thing) =>
        thing.names
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
      // Spread over all of them, so that each type and language is among them.
      const step = Math.max(1, Math.floor(hidden.length / MOST_ASKED));
      const some = hidden.filter((_, index) => index % step === 0).slice(0, MOST_ASKED);
      const asked = some.flatMap(({ type, q }) => [
        { type, q },
        { type, q: ` ${fold(q)}` },
        { type, q: q.toUpperCase().slice(0, 200) },
      ]);
      for (const { type, q } of asked) {
        const { data, request } = await backend.get('/search', { q, limit: 50 });
        const [first] = data.groups.find((group) => group.type === type)?.items ?? [];
        const names = [first?.id ?? '', ...Object.values(first?.name ?? {})].map(fold);
        if (!names.includes(fold(q).trim()))
          throw broken('search', request, `first ${type}: ${first?.id ?? 'none'}, due ${q}`);
      }
    },
  },
  {
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
  },
  {
    rule: 'search',
    name: 'without a limit a group has the first eight matches, and a text without words finds everything',
    run: async ({ backend, snapshot, same }) => {
      for (const q of [' ', 'a', 'e']) {
        const { data, request } = await backend.get('/search', { q });
        const all = await backend.get('/search', { q, limit: 50 });
        for (const { type, items, total } of data.groups) {
          const due = Math.min(total, MOST_SHOWN);
          same(request, `matches of ${type} shown`, items.length, due);
        }
        const totals = ({ groups }: typeof data) => groups.map(({ type, total }) => [type, total]);
        same(all.request, 'totals', totals(all.data), totals(data));
      }
      for (const limit of [1, 3, 9]) {
        const { data, request } = await backend.get('/search', { q: ' ', limit });
        for (const { type, items, total } of data.groups)
          same(request, `${type} shown`, items.length, Math.min(total, limit));
      }
      const { data, request } = await backend.get('/search', { q: ' ' });
      for (const [type, due] of [
        ['entry', snapshot.total],
        ['source', snapshot.sources.length],
        ['meeting', snapshot.meetings.length],
        ['field', snapshot.taxonomy.fields.length],
      ] as const) {
        const got = data.groups.find((group) => group.type === type)?.total ?? 0;
        same(request, `total of ${type}`, got, due);
      }
    },
  },
];
