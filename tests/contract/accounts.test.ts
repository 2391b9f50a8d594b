/**
 * Status, accounts and counts of the record of the demonstration, recomputed from its files by a reading of their own:
 * nothing of the engine says what is due.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import type { EntryFilters } from '#src/api/params.ts';
import { entryColumns } from '#src/features/fields/entries/entry-columns.ts';
import { accountsOf, balanceOf, byAccount, evidenceOf, sideOf } from '#src/lib/accounts.ts';
import { closelyCoded } from '#src/record/use-closely-coded.ts';
import { toCsv } from '#src/lib/csv.ts';
import { createRandom, type Random } from '#src/lib/random.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import { leadingWords } from '#src/record/accounts/side-words.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { readRecord } from '#mocks/read-record.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';

type Page = { source: string; independent?: boolean };
type RawEntry = {
  id: string;
  meeting: number;
  kind: string;
  party: string;
  fields: string[];
  text: string;
  translations?: Record<string, string>;
  source: string | null;
  further?: Page[];
};

const FOLDER = path.join(import.meta.dirname, '../../mocks/data');
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(FOLDER, name), 'utf8'));
const entries = (await read('entries.json')) as RawEntry[];
const reporter = new Map(
  ((await read('sources.json')) as { id: string; reportedBy: string }[]).map(
    ({ id, reportedBy }) => [id, reportedBy],
  ),
);

/** What the files say of one entry, in the words of the contract. */
function readOff({ source, further = [] }: RawEntry) {
  const first = source === null ? undefined : reporter.get(source);
  const accounts = new Set<string | undefined>([first]);
  let isConfirmed = false;
  for (const page of further) {
    const account = reporter.get(page.source);
    accounts.add(account);
    if (page.independent === true && (account === 'third' || account !== first)) isConfirmed = true;
  }
  accounts.delete(undefined);
  const has = (account: string) => accounts.has(account);
  const sides = Number(has('china')) + Number(has('russia'));
  const side = () => {
    if (has('joint') || sides === 2) return 'both';
    if (sides === 1) return has('china') ? 'china' : 'russia';
    return has('third') ? 'third' : 'nobody';
  };
  const status = source === null ? 'unverified' : isConfirmed ? 'confirmed' : 'single-source';
  return { status, accounts: [...accounts].map(String).toSorted(), side: side() };
}
const due = new Map(entries.map((entry) => [entry.id, readOff(entry)]));

const record = await readRecord();
const store = createStore(record);
const { parties } = record.mechanism;
const inEnglish = createTranslator('en', await loadCatalogue('en'), [
  await loadLateCatalogue('en'),
]);
const NAMES: Record<string, string> = {
  china: 'accounts of China',
  russia: 'accounts of Russia',
  third: 'third parties’ accounts',
};
const ACCOUNTS = ['china', 'russia', 'joint', 'third'];

/** The same as the filters of the contract, over the files. */
function passing(filters: EntryFilters): RawEntry[] {
  const isAny = (chosen: readonly unknown[] | undefined, own: readonly unknown[]) =>
    chosen === undefined || own.some((value) => chosen.includes(value));
  const cited = ({ source, further = [] }: RawEntry) => [source, ...further.map((p) => p.source)];
  const saying = ({ text, translations = {} }: RawEntry) =>
    [text, ...Object.values(translations)].join('\n').toLowerCase();
  return entries.filter(
    (entry) =>
      isAny(filters.reportedBy, due.get(entry.id)?.accounts ?? []) &&
      isAny(filters.party, [entry.party]) &&
      isAny(filters.kind, [entry.kind]) &&
      isAny(filters.field, entry.fields) &&
      isAny(filters.meeting, [entry.meeting]) &&
      isAny(filters.status, [due.get(entry.id)?.status]) &&
      isAny(filters.source, cited(entry)) &&
      (filters.q === undefined || saying(entry).includes(filters.q)),
  );
}

/** Two of some values, which may be the same. */
const twoOf = <Value>(random: Random, values: readonly Value[]) => [
  random.pick(values),
  random.pick(values),
];

/** Any filters but those of accounts, which let something through more often than not. */
function anyFilters(random: Random): EntryFilters {
  const entry = random.pick(entries);
  const sometimes = (filters: EntryFilters) => (random.next() < 0.5 ? filters : {});
  return {
    ...sometimes({ party: twoOf(random, ['china', 'russia', 'joint']) }),
    ...sometimes({ kind: [entry.kind] as EntryFilters['kind'] }),
    ...sometimes({ field: [entry.fields[0] ?? ''] }),
    ...sometimes({
      meeting: twoOf(
        random,
        record.meetings.map(({ ordinal }) => ordinal),
      ),
    }),
    ...sometimes({ status: twoOf(random, ['confirmed', 'single-source', 'unverified'] as const) }),
    ...(random.next() < 0.1 && entry.source !== null && { source: [entry.source] }),
    ...(random.next() < 0.1 && { q: random.pick(['能源', 'энергет', 'trade']) }),
  };
}

describe('the evidence of the record', () => {
  it('gives each entry its status, its accounts and its one place among them', () => {
    const { items } = store.listEntries({ limit: 500 });
    expect(items).toHaveLength(entries.length);
    const got = items.map(({ id, status, evidence = [] }) => {
      const accounts = accountsOf(evidence);
      const side = sideOf(accounts, parties);
      const place = side.of === 'party' ? side.party : side.of;
      return [id, { status, accounts: accounts.toSorted(), side: place }];
    });
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(due));
    const confirmed = [...due.values()].filter(({ status }) => status === 'confirmed');
    expect(confirmed.length).toBeGreaterThan(20);
  });

  it('shows at each entry’s reference all that the files quote for it, in its language', async () => {
    const quoted = (await read('entries.json')) as {
      id: string;
      quote?: unknown;
      further?: { quote?: unknown }[];
    }[];
    const withQuotes = (id: string, quotes: readonly unknown[]) => [
      id,
      quotes.filter((quote) => quote !== undefined),
    ];
    const given = quoted.map(({ id, quote, further = [] }) =>
      withQuotes(id, [quote, ...further.map((one) => one.quote)]),
    );
    const { items } = store.listEntries({ limit: 500 });
    const shown = items.map((entry) =>
      withQuotes(
        entry.id,
        evidenceOf(entry).map(({ quote }) => quote),
      ),
    );
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(given));
  });

  it('parts each meeting’s entries among the accounts, each in one column, in the order of the record', () => {
    for (const { ordinal } of record.meetings) {
      const { items } = store.listEntries({ meeting: [ordinal], limit: 500 });
      const columns = byAccount(items, parties);
      const got = columns.map(({ side, facts }) => [
        side.of === 'party' ? side.party : side.of,
        facts.map(({ id }) => id),
      ]);
      const own = entries.filter(({ meeting }) => meeting === ordinal).map(({ id }) => id);
      const order = items.map(({ id }) => id);
      expect(own.toSorted()).toEqual(order.toSorted());
      const placed = (place: string) => order.filter((id) => due.get(id)?.side === place);
      expect(got, `meeting ${ordinal}`).toEqual(
        ['china', 'both', 'russia', 'third', 'nobody']
          .map((place) => [place, placed(place)] as const)
          .filter(([place, ids]) => !['third', 'nobody'].includes(place) || ids.length > 0),
      );
      const { total, most } = balanceOf(columns);
      const alone = Math.max(placed('china').length, placed('russia').length);
      expect([total, most?.count ?? 0], `meeting ${ordinal}`).toEqual([own.length, alone]);
    }
  });

  it('gives counts, facets, evidence and CSV that agree under a thousand filters with accounts', () => {
    const random = createRandom(15);
    for (let round = 0; round < 1000; round += 1) {
      const others = anyFilters(random);
      const reportedBy = [...new Set(twoOf(random, ACCOUNTS))];
      const filters = { ...others, reportedBy };
      const ids = passing(filters).map(({ id }) => id);
      const { items, total } = store.listEntries({ ...filters, limit: 500 });
      const summary = store.summariseFields({ ...filters, by: 'reportedBy' });
      const what = JSON.stringify(filters);
      expect(items.map(({ id }) => id).toSorted(), what).toEqual(ids.toSorted());
      expect([total, summary.total.entries], what).toEqual([ids.length, ids.length]);
      const counted = ACCOUNTS.map((account) => ({
        value: account,
        entries: passing({ ...others, reportedBy: [account] }).length,
      }));
      expect(summary.facets.reportedBy, what).toEqual(counted);
      const sides = new Map(passing(filters).map(({ id }) => [id, due.get(id)?.side]));
      expect(summary.accounts, what).toEqual(
        [
          ['china', 'china'],
          ['joint', 'both'],
          ['russia', 'russia'],
          ['third', 'third'],
        ].map(([value, side]) => ({
          value,
          entries: [...sides.values()].filter((one) => one === side).length,
        })),
      );
      expect(summary.columns.map(({ key, entries: value }) => [key, value])).toEqual(
        counted.filter(({ value }) => reportedBy.includes(value)).map((one) => Object.values(one)),
      );
      const [head = [], ...rows] = readCsv(
        toCsv(entryColumns(record.mechanism, inEnglish), items, 'comma'),
      );
      const [id, by, status] = ['id', 'reported_by', 'status'].map((name) => head.indexOf(name));
      const told = rows.map((row) => {
        const accounts = (row[by!] ?? '').split('; ').filter(Boolean).toSorted();
        return [row[id!], row[status!], ...accounts].join();
      });
      const said = items.map((item) => {
        const { status: own = '', accounts = [] } = due.get(item.id) ?? {};
        return [item.id, own, ...accounts].join();
      });
      expect(told, what).toEqual(said);
    }
  });

  it('says whose accounts alone carry most, where any do, under a thousand filters', () => {
    const random = createRandom(4);
    const said = new Set<string>();
    for (let round = 0; round < 1000; round += 1) {
      const filters = anyFilters(random);
      const sides = passing(filters).map(({ id }) => due.get(id)?.side);
      const count = (side: string) => sides.filter((one) => one === side).length;
      const leader = ['china', 'russia', 'third'].find((side) =>
        ['china', 'russia', 'third', 'both', 'nobody'].every(
          (other) => other === side || count(other) < count(side),
        ),
      );
      const words = leadingWords(store.summariseFields(filters), record.mechanism, inEnglish);
      const what = JSON.stringify(filters);
      if (leader === undefined) {
        said.add('nothing');
        expect(words, what).toBeNull();
        continue;
      }
      const [own, all] = [count(leader), sides.length];
      const share = 2 * own > all ? 'More than half' : 'The largest part';
      said.add(own === all ? 'all' : share);
      const whole = all === 1 ? 'This entry rests' : `All ${all} entries rest`;
      const part = `${share}, ${own} of ${all} entries, ${2 * own > all ? 'rest' : 'rests'}`;
      expect(words, what).toBe(`${own === all ? whole : part} on ${NAMES[leader]} alone.`);
    }
    expect(said).toEqual(new Set(['nothing', 'all', 'More than half', 'The largest part']));
  });

  it('orders entries by whose accounts alone have them, those of nobody’s last', () => {
    const SIDES = ['china', 'both', 'russia', 'third', 'nobody'];
    const isInOrder = (sides: readonly (string | undefined)[], order: readonly string[]) =>
      expect(sides).toEqual(
        sides.toSorted((a = '', b = '') => order.indexOf(a) - order.indexOf(b)),
      );
    const inOrder = (sort: 'account' | '-account') =>
      store.listEntries({ sort, limit: 500 }).items.map(({ id }) => due.get(id)?.side);
    isInOrder(inOrder('account'), SIDES);
    isInOrder(inOrder('-account'), ['third', 'russia', 'both', 'china', 'nobody']);
    expect(new Set(inOrder('account'))).toEqual(new Set(SIDES));
  });

  it('has one meeting that was coded sentence by sentence, the 28th', () => {
    const { items } = store.listMeetings({ limit: 500 });
    expect(closelyCoded(items)).toEqual(new Set([28]));
    const rates = record.meetings.map(({ ordinal }) => {
      const own = entries.filter(({ meeting }) => meeting === ordinal);
      const cited = own.flatMap(({ source, further = [] }) => [
        source,
        ...further.map((p) => p.source),
      ]);
      return { ordinal, rate: own.length / new Set(cited.filter((id) => id !== null)).size };
    });
    const ordered = rates.map(({ rate }) => rate).toSorted((a, b) => a - b);
    const median = ((ordered[14] ?? 0) + (ordered[15] ?? 0)) / 2;
    expect(rates.filter(({ rate }) => rate >= 3 * median).map(({ ordinal }) => ordinal)).toEqual([
      28,
    ]);
  });

  it('finds energy in three languages', () => {
    const found = (q: string) => store.listEntries({ q, limit: 1 }).total;
    const [english, chinese, russian] = ['energy', '能源', 'энергетик'].map(found);
    expect(english).toBeGreaterThan(20);
    expect(chinese).toBeGreaterThan(0.7 * (english ?? 0));
    expect(russian).toBeGreaterThan(0.3 * (english ?? 0));
  });
});
