import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FieldList } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { findLeader } from './field-finding.ts';
import { toFieldSeries } from './field-series.ts';

const GROUPS = ['first-group', 'second-group'];
const taxonomy: FieldList = {
  groups: GROUPS.map((id) => ({ id, name: { en: id } })),
  fields: ['delta', 'alpha', 'charlie', 'bravo'].map((id, index) => ({
    id,
    name: { en: id },
    group: GROUPS[index % 2] ?? '',
  })),
};
const KEYS = ['communique', 'minutes', 'agreement'];

const anySummary: fc.Arbitrary<FieldSummary> = fc
  .array(fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((table) => ({
    by: 'kind',
    total: { entries: table.flat().reduce((a, b) => a + b, 0), meetings: 3, fields: 4, sources: 2 },
    columns: KEYS.map((key, column) => {
      const entries = table.reduce((sum, row) => sum + (row[column] ?? 0), 0);
      return { key, entries, meetings: Math.min(entries, 3) };
    }),
    rows: taxonomy.fields.map((field, row) => {
      const counts = table[row] ?? [];
      const entries = counts.reduce((a, b) => a + b, 0);
      return {
        field,
        entries,
        meetings: Math.min(entries, 3),
        cells: KEYS.flatMap((key, column) => {
          const count = counts[column] ?? 0;
          return count === 0 ? [] : [{ key, entries: count, meetings: 1 }];
        }),
      };
    }),
    facets: {
      group: [],
      field: [],
      party: [],
      kind: [],
      meeting: [],
      status: [],
      exchangeYear: [],
    },
  }));

const options = {
  measure: 'entries',
  isSplit: true,
  order: 'value',
  taxonomy,
  nameOf: (field: { name: { en: string } }) => field.name.en,
  locale: 'en',
} as const;
const anyOptions = fc.record({
  measure: fc.constantFrom('entries' as const, 'share' as const, 'meetings' as const),
  isSplit: fc.boolean(),
  order: fc.constantFrom(
    'value' as const,
    'name' as const,
    'group' as const,
    'similarity' as const,
  ),
});

describe('the numbers of the chart', () => {
  it('are those of the summary, however they are split and ordered', () => {
    fc.assert(
      fc.property(anySummary, anyOptions, (summary, chosen) => {
        const series = toFieldSeries(summary, { ...options, ...chosen });
        const rows = new Map(summary.rows.map((row) => [row.field.id, row]));
        expect(series.bars.length + series.emptyFields).toBe(summary.rows.length);
        for (const { field, value, parts } of series.bars) {
          const row = rows.get(field.id);
          expect(value).toBe(chosen.measure === 'meetings' ? row?.meetings : row?.entries);
          expect(value).toBeGreaterThan(0);
          if (series.columns.length > 0) expect(parts.reduce((a, b) => a + b, 0)).toBe(value);
          for (const [index, { key }] of series.columns.entries())
            expect(parts[index]).toBe(row?.cells.find((cell) => cell.key === key)?.entries ?? 0);
        }
        expect(series.max).toBe(Math.max(0, ...series.bars.map(({ value }) => value)));
      }),
    );
  });

  it('agree with the finding in the heading', () => {
    fc.assert(
      fc.property(anySummary, anyOptions, (summary, chosen) => {
        const { bars, max } = toFieldSeries(summary, { ...options, ...chosen });
        const finding = findLeader(summary, chosen.measure);
        const leaders = bars.filter(({ value }) => value === max).map(({ field }) => field.id);
        if (finding.kind === 'none') expect(bars).toEqual([]);
        else {
          expect(finding.value).toBe(max);
          const named = finding.kind === 'tie' ? finding.fields : [finding.field];
          expect(finding.kind === 'only').toBe(bars.length === 1);
          expect(named.map(({ id }) => id).toSorted()).toEqual(leaders.toSorted());
        }
      }),
    );
  });

  it('stand in the order that was asked for', () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const idsBy = (order: 'value' | 'name' | 'group') =>
          toFieldSeries(summary, { ...options, order }).bars.map(({ field }) => field.id);
        const values = toFieldSeries(summary, options).bars.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expect(idsBy('name')).toEqual(idsBy('name').toSorted());
        const taxonomyOrder = taxonomy.fields.map(({ id }) => id);
        expect(idsBy('group')).toEqual(taxonomyOrder.filter((id) => idsBy('group').includes(id)));
      }),
    );
  });

  it('keep a meeting in which nothing was said on an axis of time, and nowhere else', () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const overTime = toFieldSeries(summary, { ...options, columnOrder: 'date' });
        expect(overTime.columns.map(({ key }) => key)).toEqual(KEYS);
        const stacked = toFieldSeries(summary, options);
        expect(stacked.columns.every(({ entries }) => entries > 0)).toBe(true);
      }),
    );
  });
});
