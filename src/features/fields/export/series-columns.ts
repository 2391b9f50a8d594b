import type { SummaryDimension } from '#src/api/schemas/entries.ts';
import { type CsvColumn, type CsvForm, toCsv } from '#src/lib/csv.ts';
import type { FieldBar, FieldSeries } from '../series/field-series.ts';

/** Columns of time have totals of their own on screen, as an entry with two fields is in two rows. */
const TIME: ReadonlySet<SummaryDimension> = new Set(['meeting', 'year'] as const);

/** The columns of the chart's numbers as a file: the contract's own words, the same in every interface language. */
export function seriesColumns(series: FieldSeries): CsvColumn<FieldBar>[] {
  const { columns, by, measure } = series;
  const value: CsvColumn<FieldBar>[] =
    measure === 'meetings'
      ? [{ id: 'meetings', value: (bar) => bar.value }]
      : [
          { id: 'entries', value: (bar) => bar.value },
          {
            id: 'share',
            value: (bar) => Number((bar.value / Math.max(series.total.entries, 1)).toFixed(4)),
          },
        ];
  return [
    { id: 'field', value: ({ field }) => field.id },
    { id: 'name', value: ({ field }) => field.name.en },
    { id: 'group', value: ({ field }) => field.group },
    ...value,
    ...columns.map(({ key }, index) => ({
      id: `${by}_${key}`,
      value: ({ parts }: FieldBar) => parts[index] ?? 0,
    })),
  ];
}

/** The chart's numbers as a file; over time with a last row, of no field, that counts every entry once. */
export function seriesCsv(series: FieldSeries, form: CsvForm): string {
  const total: FieldBar = {
    field: { id: '', name: { en: 'All, each counted once' }, group: '' },
    value: series.total.entries,
    parts: series.columns.map(({ entries }) => entries),
  };
  const rows = TIME.has(series.by) ? [...series.bars, total] : series.bars;
  return toCsv(seriesColumns(series), rows, form);
}
