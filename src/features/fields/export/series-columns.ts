import type { CsvColumn } from '#src/lib/csv.ts';
import type { FieldBar, FieldSeries } from '../series/field-series.ts';

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
