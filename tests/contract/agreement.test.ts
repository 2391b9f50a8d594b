import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { entryColumns } from '#src/features/fields/entries/entry-columns.ts';
import { entryFile } from '#src/features/fields/entries/entry-file.ts';
import { partCell } from '#src/features/fields/series/dimension-words.ts';
import { findLeader } from '#src/features/fields/series/field-finding.ts';
import { toFieldSeries } from '#src/features/fields/series/field-series.ts';
import { seriesCsv } from '#src/features/fields/export/ChartDownloads.tsx';
import { narrowTo } from '#src/address/narrow-to.ts';
import { type Filters, NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { pagesOf } from '#src/api/walk-pages.ts';
import type { EntryFilters } from '#src/api/params.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { createStore } from '#tests/fixtures/memory-store.ts';
import { readCsv } from '#tests/fixtures/read-csv.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { arbitraryRecord } from './arbitrary-record.ts';

/** After everything that any record holds. */
const AS_OF = '2099-12-31';
const inEnglish = createTranslator('en', await loadCatalogue('en'));
const CHOICES = [
  'group',
  'field',
  'party',
  'kind',
  'status',
  'exchangeYear',
  'reportedBy',
  'coChair',
] as const;

const recordAndFilters = arbitraryRecord.chain((record) =>
  fc.tuple(fc.constant(record), arbitraryFilters(record)),
);
const toFilters = ({ from, to, q, ...lists }: EntryFilters): Filters => ({
  ...NO_FILTERS,
  ...(lists as Partial<Filters>),
  from: from ?? null,
  to: to ?? null,
  q: q ?? '',
});

function seriesOf(record: RecordData, asked: EntryFilters) {
  const params = toEntryFilters(toFilters(asked), AS_OF);
  const summary = createStore(record).summariseFields({ ...params, by: 'kind' });
  const series = toFieldSeries(summary, {
    measure: 'entries',
    isSplit: true,
    order: 'value',
    taxonomy: record.fields,
    nameOf: ({ name }) => name.en,
    locale: 'en',
  });
  return { params, summary, series };
}

describe('the numbers of one view', () => {
  it('are the same in its heading, its chart and the table that is saved of it', () => {
    fc.assert(
      fc.property(recordAndFilters, ([record, asked]) => {
        const { summary, series } = seriesOf(record, asked);
        const [head = [], ...rows] = readCsv(seriesCsv(series, 'comma'));
        const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
        expect(column('field')).toEqual(series.bars.map(({ field }) => field.id));
        expect(column('entries')).toEqual(series.bars.map(({ value }) => String(value)));
        for (const [index, { key }] of series.columns.entries())
          expect(column(`kind_${key}`)).toEqual(
            series.bars.map(({ parts }) => String(parts[index])),
          );
        const finding = findLeader(summary, 'entries');
        expect(finding.kind === 'none' ? 0 : finding.value).toBe(series.max);
      }),
      { numRuns: 100 },
    );
  });

  it('are in the file of a chart over time with the totals that the chart has above its columns', () => {
    fc.assert(
      fc.property(
        recordAndFilters,
        fc.constantFrom('meeting' as const, 'year' as const),
        ([record, asked], by) => {
          const params = toEntryFilters(toFilters(asked), AS_OF);
          const { listEntries, summariseFields } = createStore(record);
          const series = toFieldSeries(summariseFields({ ...params, by }), {
            measure: 'entries',
            isSplit: true,
            order: 'value',
            columnOrder: 'date',
            taxonomy: record.fields,
            nameOf: ({ name }) => name.en,
            locale: 'en',
          });
          const [head = [], ...rows] = readCsv(seriesCsv(series, 'comma'));
          const last = Object.fromEntries(head.map((name, at) => [name, rows.at(-1)?.[at]]));
          expect(last).toMatchObject({ field: '', entries: String(listEntries(params).total) });
          for (const { key } of series.columns) {
            const cell = narrowTo(toFilters(asked), partCell(by, key), AS_OF);
            const there = cell === null ? 0 : listEntries(toEntryFilters(cell, AS_OF)).total;
            expect(last[`${by}_${key}`]).toBe(String(there));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are as many as the entries that are saved, each once and in the order on screen', async () => {
    await fc.assert(
      fc.asyncProperty(recordAndFilters, fc.integer({ min: 1, max: 7 }), async (given, limit) => {
        const [record, asked] = given;
        const { params, summary } = seriesOf(record, asked);
        const { listEntries } = createStore(record);
        const ask = async (cursor: string | null) =>
          Promise.resolve(listEntries({ ...params, limit, ...(cursor !== null && { cursor }) }));
        const about = {
          mechanism: record.mechanism.id,
          dataStatus: record.mechanism.dataStatus,
          dataVersion: record.mechanism.dataVersion,
          asOf: AS_OF,
          view: 'https://example.org/fields',
        };
        const columns = entryColumns(record.mechanism, inEnglish);
        const csv = await (
          await entryFile('comma', pagesOf(ask), { about, columns }, () => {})
        ).text();
        const json = await (
          await entryFile('json', pagesOf(ask), { about, columns }, () => {})
        ).text();
        const ids = readCsv(csv)
          .slice(1)
          .map(([id]) => id);
        const { total, entries } = JSON.parse(json) as { total: number; entries: { id: string }[] };
        expect(ids).toEqual(entries.map(({ id }) => id));
        expect(new Set(ids).size).toBe(summary.total.entries);
        expect(total).toBe(summary.total.entries);
      }),
      { numRuns: 60 },
    );
  });

  it('are as many entries as open beside a choice of a filter', () => {
    fc.assert(
      fc.property(recordAndFilters, ([record, asked]) => {
        const { summary } = seriesOf(record, asked);
        const { listEntries } = createStore(record);
        for (const filter of CHOICES)
          for (const { value, entries } of summary.facets[filter] ?? []) {
            const narrowed = narrowTo(toFilters(asked), { choice: { filter, value } }, AS_OF);
            const opened = narrowed && toEntryFilters(narrowed, AS_OF);
            expect(opened && listEntries({ ...opened, limit: 1 }).total, value).toBe(entries);
          }
      }),
      { numRuns: 60 },
    );
  });
});
