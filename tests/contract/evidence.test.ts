import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EntryFilters } from '#src/api/params.ts';
import { SummaryDimension } from '#src/api/schemas/entries.ts';
import { partCell } from '#src/features/fields/series/dimension-words.ts';
import { toFieldSeries } from '#src/features/fields/series/field-series.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { narrowTo } from '#src/address/narrow-to.ts';
import { type Filters, NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { readRecord } from '#mocks/read-record.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { arbitraryRecord } from './arbitrary-record.ts';

const sourced = await readRecord();
/** After everything that any record holds. */
const AS_OF = '2099-12-31';
const ORDERS = ['value', 'name', 'group', 'similarity'] as const;

const toFilters = ({ from, to, q, ...lists }: EntryFilters): Filters => ({
  ...NO_FILTERS,
  ...(lists as Partial<Filters>),
  from: from ?? null,
  to: to ?? null,
  q: q ?? '',
});

/** Every number that a chart shows of a view, with what opening it narrows the view to. */
function numbersOf(record: RecordData, filters: Filters, by: SummaryDimension, n: number) {
  const summary = createStore(record).summariseFields({ ...toEntryFilters(filters, AS_OF), by });
  const series = toFieldSeries(summary, {
    measure: 'entries',
    isSplit: true,
    order: ORDERS[n % ORDERS.length] ?? 'value',
    ...(n % 2 === 0 && { columnOrder: 'similarity' as const }),
    taxonomy: record.fields,
    nameOf: ({ name }) => name.en,
    locale: 'en',
  });
  const numbers: [EvidenceCell, number][] = [
    [{}, series.total.entries],
    ...series.columns.map(({ key, entries }): [EvidenceCell, number] => [
      partCell(by, key),
      entries,
    ]),
    ...series.bars.flatMap(({ field, value, parts }): [EvidenceCell, number][] => [
      [{ field: field.id }, value],
      ...series.columns.map(({ key }, index): [EvidenceCell, number] => [
        { field: field.id, ...partCell(by, key) },
        parts[index] ?? 0,
      ]),
    ]),
  ];
  return numbers;
}

function expectEvidence(record: RecordData, asked: EntryFilters, by: SummaryDimension, n: number) {
  const { listEntries } = createStore(record);
  const filters = toFilters(asked);
  for (const [cell, count] of numbersOf(record, filters, by, n)) {
    const narrowed = narrowTo(filters, cell, AS_OF);
    const total =
      narrowed === null ? 0 : listEntries({ ...toEntryFilters(narrowed, AS_OF), limit: 1 }).total;
    expect(total, JSON.stringify(cell)).toBe(count);
  }
}

describe('the entries that a number of the fields view opens', () => {
  it('are as many as the number says, under any filters of the record', () => {
    fc.assert(
      fc.property(
        arbitraryFilters(sourced),
        fc.constantFrom(...SummaryDimension.options),
        fc.nat(),
        (filters, by, n) => expectEvidence(sourced, filters, by, n),
      ),
      { numRuns: 12 },
    );
  });

  it('are as many in mechanisms that never were', () => {
    const random = arbitraryRecord.chain((record) =>
      fc.tuple(fc.constant(record), arbitraryFilters(record)),
    );
    fc.assert(
      fc.property(
        random,
        fc.constantFrom(...SummaryDimension.options),
        fc.nat(),
        ([record, filters], by, n) => expectEvidence(record, filters, by, n),
      ),
      { numRuns: 150 },
    );
  });
});
