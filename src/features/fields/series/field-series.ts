import type { Field, FieldList } from '#src/api/schemas/common.ts';
import type {
  FieldSummary,
  SummaryColumn,
  SummaryDimension,
  SummaryRow,
} from '#src/api/schemas/entries.ts';

export type FieldOrder = 'value' | 'name' | 'group' | 'similarity';
export type ColumnOrder = 'date' | 'value' | 'similarity';
/** A share is of all entries; as an entry may have several fields, shares add up to more than the whole. */
export type FieldMeasure = 'entries' | 'share' | 'meetings';

export interface FieldBar {
  field: Field;
  value: number;
  /** What the bar is made of, in the order of {@link FieldSeries.columns}; they add up to the value. */
  parts: readonly number[];
}
export interface FieldSeries {
  /** The answer that this is made from: two series of one answer have the same numbers, in whatever order. */
  summary: FieldSummary;
  by: SummaryDimension;
  measure: FieldMeasure;
  total: { entries: number; meetings: number };
  /** What the bars are split by; empty for whole bars. */
  columns: readonly SummaryColumn[];
  /** Without the fields that have nothing under these filters. */
  bars: readonly FieldBar[];
  emptyFields: number;
  max: number;
}

export interface SeriesOptions {
  measure: FieldMeasure;
  /** False for whole bars. Meetings are never split: one meeting may have entries of several kinds. */
  isSplit: boolean;
  order: FieldOrder;
  /** Set for an axis of time: its columns stay even where nothing is in them. */
  columnOrder?: ColumnOrder;
  taxonomy: FieldList;
  nameOf: (field: Field) => string;
  locale: string;
}

/** What a row counts; a share is drawn by its entries and worded as a percentage. */
export function countOf(row: { entries: number; meetings: number }, measure: FieldMeasure): number {
  return measure === 'meetings' ? row.meetings : row.entries;
}

function toBar(row: SummaryRow, columns: readonly SummaryColumn[], measure: FieldMeasure) {
  const cells = new Map(row.cells.map((cell) => [cell.key, cell.entries]));
  return {
    field: row.field,
    value: countOf(row, measure),
    parts: columns.map(({ key }) => cells.get(key) ?? 0),
  };
}

function orderBars(
  bars: readonly FieldBar[],
  {
    order,
    taxonomy,
    nameOf,
    locale,
  }: Pick<SeriesOptions, 'order' | 'taxonomy' | 'nameOf' | 'locale'>,
): FieldBar[] {
  const { compare } = new Intl.Collator(locale);
  const rank = new Map(taxonomy.fields.map(({ id }, index) => [id, index]));
  const byRank = (a: FieldBar, b: FieldBar) =>
    (rank.get(a.field.id) ?? Infinity) - (rank.get(b.field.id) ?? Infinity);
  if (order === 'group') return bars.toSorted(byRank);
  if (order === 'name') {
    return bars.toSorted((a, b) => compare(nameOf(a.field), nameOf(b.field)));
  }
  const byValue = bars.toSorted((a, b) => b.value - a.value || byRank(a, b));
  if (order === 'value') return byValue;
  return similarityOrder(byValue.map(({ parts }) => parts)).flatMap(
    (position) => byValue[position] ?? [],
  );
}

function orderColumns(columns: SummaryColumn[], rows: readonly SummaryRow[], order: ColumnOrder) {
  if (order === 'date') return columns;
  if (order === 'value') return columns.toSorted((a, b) => b.entries - a.entries);
  const profiles = columns.map(({ key }) =>
    rows.map((row) => row.cells.find((cell) => cell.key === key)?.entries ?? 0),
  );
  return similarityOrder(profiles).flatMap((position) => columns[position] ?? []);
}

/**
 * The bars in the summary's own order. A bar stays the same value whatever order it is then put in, so that a drawing can
 * move it without drawing it anew.
 */
export function toBars(
  summary: FieldSummary,
  { measure, isSplit, columnOrder }: Pick<SeriesOptions, 'measure' | 'isSplit' | 'columnOrder'>,
): FieldSeries {
  const used = new Set(summary.rows.flatMap(({ cells }) => cells.map(({ key }) => key)));
  const isShown = ({ key }: SummaryColumn) => columnOrder !== undefined || used.has(key);
  const columns =
    isSplit && measure !== 'meetings'
      ? orderColumns(summary.columns.filter(isShown), summary.rows, columnOrder ?? 'date')
      : [];
  const bars = summary.rows
    .filter((row) => countOf(row, measure) > 0)
    .map((row) => toBar(row, columns, measure));
  return {
    summary,
    by: summary.by,
    measure,
    total: summary.total,
    columns,
    bars,
    emptyFields: summary.rows.length - bars.length,
    max: Math.max(0, ...bars.map(({ value }) => value)),
  };
}

export function inOrder(
  series: FieldSeries,
  options: Pick<SeriesOptions, 'order' | 'taxonomy' | 'nameOf' | 'locale'>,
): FieldSeries {
  return { ...series, bars: orderBars(series.bars, options) };
}

/** Shapes a summary into the one value that chart, table and downloads show. */
export function toFieldSeries(summary: FieldSummary, options: SeriesOptions): FieldSeries {
  return inOrder(toBars(summary, options), options);
}

/** The cosine of the angle between two rows of counts: 1 for the same profile, 0 for nothing in common. */
function similarity(a: readonly number[], b: readonly number[]): number {
  let product = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    product += value * other;
    squaresOfA += value * value;
    squaresOfB += other * other;
  }
  return product === 0 ? 0 : product / Math.sqrt(squaresOfA * squaresOfB);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * The order in which rows with like profiles stand side by side, as their positions: a chain that starts at the largest
 * row and goes on to the one most like the last. Ties go to the earlier row, so that the order is always the same.
 */
export function similarityOrder(rows: readonly (readonly number[])[]): number[] {
  const left = new Set(rows.keys());
  const order: number[] = [];
  const take = (scoreOf: (position: number) => number) => {
    let best = -1;
    let bestScore = -Infinity;
    for (const position of left) {
      const score = scoreOf(position);
      if (score > bestScore) [best, bestScore] = [position, score];
    }
    left.delete(best);
    order.push(best);
  };
  if (left.size > 0) take((position) => sum(rows[position] ?? []));
  while (left.size > 0) {
    const last = rows[order.at(-1) ?? 0] ?? [];
    take((position) => similarity(last, rows[position] ?? []));
  }
  return order;
}
