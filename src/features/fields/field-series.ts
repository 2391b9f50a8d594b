import type { Field, FieldList } from '#src/api/schemas/common.ts';
import type { FieldSummary, SummaryRow } from '#src/api/schemas/entries.ts';

export type FieldOrder = 'value' | 'name' | 'group';
export type FieldMeasure = 'entries' | 'meetings';

export interface FieldBar {
  field: Field;
  value: number;
  /** What the bar is made of, in the order of {@link FieldSeries.keys}; they add up to the value. */
  parts: readonly number[];
}
export interface FieldSeries {
  measure: FieldMeasure;
  /** The columns that the bars are split by; empty for whole bars. */
  keys: readonly string[];
  /** Without the fields that have nothing under these filters. */
  bars: readonly FieldBar[];
  /** How many fields have nothing under these filters. */
  emptyFields: number;
  max: number;
}

interface Options {
  measure: FieldMeasure;
  /** False for whole bars. Meetings are never split: one meeting may have entries of several kinds. */
  isSplit: boolean;
  order: FieldOrder;
  taxonomy: FieldList;
  /** A field's name as it is sorted. */
  nameOf: (field: Field) => string;
  locale: string;
}

function comparison({ order, taxonomy, nameOf, locale }: Options) {
  const { compare } = new Intl.Collator(locale);
  const rank = new Map(taxonomy.fields.map(({ id }, index) => [id, index]));
  const byRank = (a: FieldBar, b: FieldBar) =>
    (rank.get(a.field.id) ?? Infinity) - (rank.get(b.field.id) ?? Infinity);
  const orders: Record<FieldOrder, (a: FieldBar, b: FieldBar) => number> = {
    value: (a, b) => b.value - a.value || byRank(a, b),
    name: (a, b) => compare(nameOf(a.field), nameOf(b.field)),
    group: byRank,
  };
  return orders[order];
}

function toBar(row: SummaryRow, keys: readonly string[], measure: FieldMeasure): FieldBar {
  const cells = new Map(row.cells.map((cell) => [cell.key, cell.entries]));
  return {
    field: row.field,
    value: row[measure],
    parts: keys.map((key) => cells.get(key) ?? 0),
  };
}

/** Shapes a summary into the one value that chart, table and download show. */
export function toFieldSeries(summary: FieldSummary, options: Options): FieldSeries {
  const { measure, isSplit } = options;
  const isUsed = (key: string) =>
    summary.rows.some((row) => row.cells.some((cell) => cell.key === key && cell.entries > 0));
  const keys =
    isSplit && measure === 'entries'
      ? summary.columns.map(({ key }) => key).filter((key) => isUsed(key))
      : [];
  const bars = summary.rows
    .filter((row) => row[measure] > 0)
    .map((row) => toBar(row, keys, measure))
    .toSorted(comparison(options));
  return {
    measure,
    keys,
    bars,
    emptyFields: summary.rows.length - bars.length,
    max: Math.max(0, ...bars.map(({ value }) => value)),
  };
}
