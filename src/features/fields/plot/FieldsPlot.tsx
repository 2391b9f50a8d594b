import { memo, useCallback, useMemo } from 'react';
import { Bar, BarChart, ReferenceLine, XAxis, YAxis, type BarShapeProps } from 'recharts';

import { IN_PLACE } from './in-place.ts';
import type { MarkTarget } from './PlotRect.tsx';
import { StackShape } from './StackShape.tsx';

export interface PlotBar {
  id: string;
  isDimmed: boolean;
  parts: readonly number[];
  /** Where the bar begins, if not at zero. */
  from?: number;
}
export interface PlotPart {
  key: string;
  colourOf: (bar: PlotBar) => string;
  /** What a pointer on the part is told; the list and the table say the same to everybody. */
  titleOf: (bar: PlotBar, value: number) => string;
}

interface Props {
  bars: readonly PlotBar[];
  parts: readonly PlotPart[];
  /** The values at the left and at the right edge. */
  min?: number;
  max: number;
  /** In CSS pixels; one row per bar, aligned with the labels beside the plot. */
  rowHeight: number;
  /** True where the names stand above the bars: the bars then keep to the lower part of their rows. */
  isBarBelow: boolean;
  targetOf: (bar: PlotBar, key: string) => MarkTarget;
}

const BAR_SHARE = 0.62;
const BAR_BELOW_SIZE = 12;
/** Of bars that reach to both sides, in rows of either height. */
const BALANCED_BAR_SIZE = 14;
/** From the middle of a row to that of a bar below the name, which keeps to the row's foot. */
const TO_FOOT = 10;
const MARGIN = { top: 0, right: 1, bottom: 0, left: 1 };
/** Paper is narrower than the screen, and nothing is measured anew for it: bars stretch, rows stay as high as they are. */
const STRETCHED = { preserveAspectRatio: 'none' };

/**
 * The bars alone, drawn by recharts: rows of one height, zero at the left edge or, where bars reach to both sides, at a
 * line. Names and values stand beside it as links, so the drawing itself is kept from assistive technology and from the tab
 * order. Drawn anew only for new data.
 */
export const FieldsPlot = memo(function FieldsPlot(props: Props) {
  const { bars, parts, min = 0, max, rowHeight, isBarBelow, targetOf } = props;
  const isBalanced = min < 0;
  const size = isBarBelow ? BAR_BELOW_SIZE : Math.round(rowHeight * BAR_SHARE);
  const data = useMemo(
    () =>
      bars.map(({ id, from = 0, parts: counts }) => ({
        id,
        span: [from, counts.reduce((sum, one) => sum + one, from)],
      })),
    [bars],
  );
  const shape = useCallback(
    ({ originalDataIndex, x, y, width, height }: BarShapeProps) => {
      const bar = bars[originalDataIndex];
      if (bar === undefined) return null;
      return (
        <StackShape
          x={x}
          y={y + (isBarBelow ? rowHeight / 2 - TO_FOOT : 0)}
          width={width}
          height={height}
          parts={parts.map((part, index) => ({
            key: part.key,
            count: bar.parts[index] ?? 0,
            colour: part.colourOf(bar),
          }))}
          isDimmed={bar.isDimmed}
          titleOf={(key, count) =>
            parts.find((part) => part.key === key)?.titleOf(bar, count) ?? ''
          }
          targetOf={(key) => targetOf(bar, key)}
        />
      );
    },
    [bars, parts, rowHeight, isBarBelow, targetOf],
  );
  const domain = useMemo<[number, number]>(() => [min, Math.max(max, 1)], [min, max]);
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        {...STRETCHED}
        style={{ width: '100%', height: bars.length * rowHeight }}
        layout="vertical"
        data={data}
        margin={MARGIN}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        <XAxis {...IN_PLACE} type="number" hide domain={domain} niceTicks="none" />
        <YAxis {...IN_PLACE} type="category" dataKey="id" hide interval={0} />
        <Bar
          {...IN_PLACE}
          dataKey="span"
          barSize={isBalanced ? BALANCED_BAR_SIZE : size}
          isAnimationActive={false}
          shape={shape}
        />
        {isBalanced && (
          <ReferenceLine {...IN_PLACE} x={0} stroke="var(--rule-strong)" pointerEvents="none" />
        )}
      </BarChart>
    </div>
  );
});
