import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrySort, type EntryFilters, type SummaryParams } from '#src/api/params.ts';
import {
  EntryKind,
  type Facets,
  SummaryDimension,
  SummarySplit,
} from '#src/api/schemas/entries.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createStore, type Store } from '#engine/answers/memory-store.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { arbitraryRecord } from './arbitrary-record.ts';
import { compareEntries, countEntries, isInRange, isMatch } from './plain-answers.ts';

const sourced = await readRecord();
const RUNS = { record: 40, random: 150 };

/** Holds for filter states of the sourced record and of records that never were. */
function holds(
  check: (record: RecordData, store: Store, filters: EntryFilters, n: number) => void,
) {
  const store = createStore(sourced);
  const number = fc.nat();
  fc.assert(
    fc.property(arbitraryFilters(sourced), number, (filters, n) =>
      check(sourced, store, filters, n),
    ),
    { numRuns: RUNS.record },
  );
  const random = arbitraryRecord.chain((record) =>
    fc.tuple(fc.constant(record), arbitraryFilters(record), number),
  );
  fc.assert(
    fc.property(random, ([record, filters, n]) => check(record, createStore(record), filters, n)),
    { numRuns: RUNS.random },
  );
}

const pick = <Value>(values: readonly Value[], n: number) => values[n % values.length] as Value;
const without = (filters: EntryFilters, name: keyof EntryFilters): EntryFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));

/** The filters of a column: its key in place of the dimension's own parameter. */
function columnFilters(filters: EntryFilters, by: SummaryDimension, key: string): EntryFilters[] {
  if (by === 'meeting') return [{ ...filters, meeting: [Number(key)] }];
  if (by === 'year') return [filters, { from: key, to: key }];
  return [{ ...filters, [by]: [key] }];
}

const countAll = (record: RecordData, all: readonly EntryFilters[]) =>
  countEntries(
    {
      ...record,
      entries: record.entries.filter((entry) => all.every((one) => isMatch(entry, one, record))),
    },
    {},
  );

describe('rule 1: every count is the total of the entries behind it', () => {
  it.each(SummaryDimension.options)(
    'in the total, the rows, the columns and the cells by %s',
    (by) => {
      holds((record, store, filters) => {
        const params: SummaryParams = { ...filters, by };
        const summary = store.summariseFields(params);
        expect(summary.total).toMatchObject(countEntries(record, filters));
        for (const { key, entries, meetings } of summary.columns)
          expect({ key, entries, meetings }).toEqual({
            key,
            ...countAll(record, columnFilters(filters, by, key)),
          });
        for (const row of summary.rows) {
          const own = { ...filters, field: [row.field.id] };
          expect(row).toMatchObject(countEntries(record, own));
          const cells = new Map(row.cells.map((cell) => [cell.key, cell]));
          for (const { key } of summary.columns) {
            const counts = countAll(record, columnFilters(own, by, key));
            expect(cells.get(key)).toEqual(counts.entries === 0 ? undefined : { key, ...counts });
          }
        }
      });
    },
  );

  it.each(SummarySplit.options)('in what the columns are split into by %s', (split) => {
    holds((record, store, filters, n) => {
      const by = pick(
        SummaryDimension.options.filter((one) => one !== split),
        n,
      );
      const keys = store.summariseFields({ ...filters, by: split }).columns.map(({ key }) => key);
      const { columns, ...others } = store.summariseFields({ ...filters, by, split });
      for (const { key, entries, parts = [] } of columns) {
        const due = keys.flatMap((part) => {
          const asked = columnFilters(filters, by, key);
          const counts = countAll(record, [...asked, { [split]: [part] }]);
          return counts.entries === 0 ? [] : [{ key: part, ...counts }];
        });
        expect(parts).toEqual(due);
        expect(parts.reduce((sum, part) => sum + part.entries, 0)).toBe(entries);
      }
      const whole = columns.map(({ parts: _parts, ...column }) => column);
      expect({ ...others, columns: whole }).toEqual({
        ...store.summariseFields({ ...filters, by }),
        split,
      });
    });
  });

  it('has the chosen fields, or the fields of the chosen groups, or all fields as rows', () => {
    holds((record, store, filters) => {
      const rows = store.summariseFields(filters).rows.map(({ field }) => field.id);
      const expected = record.fields.fields.filter(
        ({ id, group }) => filters.field?.includes(id) ?? filters.group?.includes(group) ?? true,
      );
      expect(rows).toEqual(expected.map(({ id }) => id));
    });
  });

  it('has the chosen values, or every meeting or year within the dates, as columns', () => {
    holds((record, store, filters) => {
      const keysBy = (by: SummaryDimension) =>
        store.summariseFields({ ...filters, by }).columns.map(({ key }) => key);
      const within = record.meetings.filter(({ date }) => isInRange(date, filters));
      const ordinals = record.meetings.map(({ ordinal }) => ordinal);
      const parties = [...record.mechanism.parties.map(({ id }) => id), 'joint'];
      const chosen = <Value>(all: readonly Value[], values: readonly Value[] | undefined) =>
        all.filter((value) => values?.includes(value) ?? true).map(String);
      expect(keysBy('kind')).toEqual(chosen(EntryKind.options, filters.kind));
      expect(keysBy('party')).toEqual(chosen(parties, filters.party));
      expect(keysBy('meeting')).toEqual(
        filters.meeting
          ? chosen(ordinals, filters.meeting)
          : within.map(({ ordinal }) => String(ordinal)),
      );
      expect(keysBy('year')).toEqual([...new Set(within.map(({ date }) => date.slice(0, 4)))]);
    });
  });

  it('counts fields and sources of the total', () => {
    holds((record, store, filters) => {
      const { total, rows } = store.summariseFields(filters);
      const entries = record.entries.filter((entry) => isMatch(entry, filters, record));
      const sources = new Set(entries.flatMap(({ source }) => source ?? []));
      expect(total.sources).toBe(sources.size);
      expect(total.fields).toBe(rows.filter((row) => row.entries > 0).length);
    });
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
    holds((record, store, filters, n) => {
      const sort = pick(EntrySort.options, n);
      const ids = walk(store, { ...filters, sort }, 1 + (n % 11)).map(({ id }) => id);
      const expected = record.entries.filter((entry) => isMatch(entry, filters, record));
      const ordered = expected.toSorted(compareEntries(record, sort));
      expect(ids).toEqual(ordered.map(({ id }) => id));
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
    holds((record, store, filters) => {
      expect(store.listEntries({ ...filters, limit: 1 }).total).toBe(
        countEntries(record, filters).entries,
      );
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

describe('rule 5: a facet shows what a choice would give', () => {
  const FACETS: (keyof Facets)[] = [
    'group',
    'field',
    'party',
    'kind',
    'meeting',
    'status',
    'exchangeYear',
  ];

  it('under all the other filters, without its own', () => {
    holds((record, store, filters) => {
      const { facets } = store.summariseFields(filters);
      for (const name of FACETS)
        for (const { value, entries } of facets[name]) {
          const chosen = name === 'meeting' ? [Number(value)] : [value];
          const own = { ...without(filters, name), [name]: chosen };
          expect({ name, value, entries }).toEqual({
            name,
            value,
            entries: countEntries(record, own).entries,
          });
        }
    });
  });

  it('for every choice there is, also those that would give nothing', () => {
    holds((record, store, filters) => {
      const { facets } = store.summariseFields(filters);
      const values = (name: keyof Facets) => facets[name].map(({ value }) => value);
      expect(values('field')).toEqual(record.fields.fields.map(({ id }) => id));
      expect(values('meeting')).toEqual(record.meetings.map(({ ordinal }) => String(ordinal)));
      expect(values('party')).toEqual([...record.mechanism.parties.map(({ id }) => id), 'joint']);
      expect(values('exchangeYear')).toEqual(record.exchangeYears.map(({ id }) => id));
    });
  });
});
