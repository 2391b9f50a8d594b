import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrySort, type EntryFilters } from '#src/api/params.ts';
import { SummaryDimension, SummarySplit } from '#src/api/schemas/entries.ts';
import { type Dimensions, dueSummary, spokenOf } from '#conformance/due-summary.ts';
import { compareEntries, matchEntries, withMeetings } from '#conformance/oracle.ts';
import { readRecord } from '#mocks/read-record.ts';
import { createStore, type Store } from '#tests/fixtures/memory-store.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { arbitraryRecord } from './arbitrary-record.ts';
import { toRuled } from './ruled-record.ts';

const sourced = await readRecord();
const RUNS = { record: 40, random: 150 };

type Ground = ReturnType<typeof toRuled>;

/** Holds for filter states of the sourced record and of records that never were. */
function holds(check: (ruled: Ground, store: Store, filters: EntryFilters, n: number) => void) {
  const store = createStore(sourced);
  const ruled = toRuled(sourced);
  const number = fc.nat();
  fc.assert(
    fc.property(arbitraryFilters(sourced), number, (filters, n) => check(ruled, store, filters, n)),
    { numRuns: RUNS.record },
  );
  const random = arbitraryRecord.chain((record) =>
    fc.tuple(fc.constant(record), arbitraryFilters(record), number),
  );
  fc.assert(
    fc.property(random, ([record, filters, n]) =>
      check(toRuled(record), createStore(record), filters, n),
    ),
    { numRuns: RUNS.random },
  );
}

const pick = <Value>(values: readonly Value[], n: number) => values[n % values.length] as Value;
const without = (filters: EntryFilters, name: keyof EntryFilters): EntryFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));

const QUESTIONS = SummaryDimension.options.flatMap((by): Dimensions[] => [
  { by },
  ...SummarySplit.options.filter((split) => split !== by).map((split) => ({ by, split })),
]);

describe('rules 1 and 5: every count is the total of the entries behind it', () => {
  it.each(QUESTIONS.map((asked) => [Object.values(asked).join(', split by '), asked] as const))(
    'by %s',
    (_words, asked) => {
      holds(({ entries, vocabulary }, store, filters) => {
        const summary = store.summariseFields({ ...filters, ...asked });
        expect(spokenOf(summary)).toEqual(dueSummary(entries, vocabulary, filters, asked));
      });
    },
  );

  it('of kinds, where nothing is asked', () => {
    const store = createStore(sourced);
    expect(store.summariseFields({})).toEqual(store.summariseFields({ by: 'kind' }));
  });

  it('with exchange years in the record’s order, where the contract leaves it open', () => {
    const { exchangeYear } = createStore(sourced).summariseFields({}).facets;
    expect(exchangeYear.map(({ value }) => value)).toEqual(
      sourced.exchangeYears.map(({ id }) => id),
    );
  });
});

function walk(store: Store, params: EntryFilters & { sort?: EntrySort }, limit: number) {
  const first = store.listEntries({ ...params, limit });
  const items = [...first.items];
  let { nextCursor } = first;
  while (nextCursor !== null) {
    const page = store.listEntries({ ...params, limit, cursor: nextCursor });
    expect(page.total).toBe(first.total);
    expect(page.items.length).toBeGreaterThan(0);
    items.push(...page.items);
    nextCursor = page.nextCursor;
  }
  expect(items).toHaveLength(first.total);
  return items;
}

describe('rule 2: a walk gives every entry once, in the stated order', () => {
  it('whatever the limit and the order are', () => {
    holds(({ entries, vocabulary }, store, filters, n) => {
      const sort = pick(EntrySort.options, n);
      const ids = walk(store, { ...filters, sort }, 1 + (n % 11)).map(({ id }) => id);
      const due = matchEntries(entries, withMeetings(filters, vocabulary.meetings)).toSorted(
        compareEntries(vocabulary, sort),
      );
      expect(ids).toEqual(due.map(({ id }) => id));
    });
  });

  it('with the latest meeting first unless another order is asked for, then by id', () => {
    const items = walk(createStore(sourced), {}, 37);
    const expected = sourced.entries.toSorted(
      (a, b) => b.meeting - a.meeting || (a.id < b.id ? -1 : 1),
    );
    expect(items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('with entries that have no source at the end, in either direction', () => {
    const store = createStore({
      ...sourced,
      entries: sourced.entries.map((entry, i) =>
        i % 3 === 0 ? { ...entry, source: null } : entry,
      ),
    });
    for (const sort of ['source', '-source'] as const) {
      const sources = walk(store, { sort }, 100).map(({ source }) => source?.id ?? null);
      const from = sources.indexOf(null);
      const present = sources.slice(0, from) as string[];
      expect(sources.slice(from).every((source) => source === null)).toBe(true);
      const ascending = present.toSorted();
      expect(present).toEqual(sort === 'source' ? ascending : ascending.toReversed());
    }
  });
});

describe('rule 3: what is named is there', () => {
  it('for every id in every entry, meeting and exchange year', () => {
    const store = createStore(sourced);
    const fields = new Set(store.fields().fields.map(({ id }) => id));
    for (const entry of walk(store, {}, 500)) {
      expect(entry.fields.every(({ id }) => fields.has(id))).toBe(true);
      expect(store.findMeeting(entry.meeting.ordinal)?.date).toBe(entry.meeting.date);
      if (entry.source) expect(store.findSource(entry.source.id)).not.toBeNull();
      for (const { id } of entry.exchangeYears) expect(store.findExchangeYear(id)).not.toBeNull();
    }
  });

  it('with ordinals that increase with the date', () => {
    const { items } = createStore(sourced).listMeetings({ sort: 'ordinal', limit: 500 });
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(items.map(({ ordinal }) => ordinal)).size).toBe(sourced.meetings.length);
  });
});

describe('rule 4: parameters narrow, values widen', () => {
  it('answers what the filters say', () => {
    holds(({ entries, vocabulary }, store, filters) => {
      const { total } = store.listEntries({ ...filters, limit: 1 });
      const due = matchEntries(entries, withMeetings(filters, vocabulary.meetings));
      expect(total).toBe(due.length);
    });
  });

  it('never has more entries with one more filter', () => {
    holds((_, store, filters, n) => {
      const names = Object.keys(filters) as (keyof EntryFilters)[];
      if (names.length === 0) return;
      const fewer = without(filters, pick(names, n));
      const total = (params: EntryFilters) => store.listEntries({ ...params, limit: 1 }).total;
      expect(total(filters)).toBeLessThanOrEqual(total(fewer));
    });
  });
});
