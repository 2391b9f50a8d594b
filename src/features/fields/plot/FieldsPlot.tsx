import { memo, useCallback, useMemo } from 'react';
import { Bar, type BarShapeProps } from 'recharts';

import { IN_PLACE } from './in-place.ts';
import type { MarkAim } from './PlotRect.tsx';
import { RowsPlot, shiftBelow } from './RowsPlot.tsx';
import { StackShape } from './StackShape.tsx';

export interface PlotBar {
  id: string;
  isDimmed: boolean;
  parts: readonly number[];
}
export interface PlotPart {
  key: string;
  /** The colour of this part in a bar, as CSS. */
  colourOf: (bar: PlotBar) => string;
  /** A part that stands back: hollow, so that it differs without hue too. */
  isHollow?: boolean;
  /** What a pointer on the part is told; the list and the table say the same to everybody. */
  titleOf: (bar: PlotBar, value: number) => string;
}

interface Props {
  bars: readonly PlotBar[];
  parts: readonly PlotPart[];
  /** The value at the right edge. */
  max: number;
  /** In CSS pixels; one row per bar, aligned with the labels beside the plot. */
  rowHeight: number;
  /** True where the names stand above the bars: the bars then keep to the lower part of their rows. */
  isBarBelow: boolean;
  aimOf: (bar: PlotBar, key: string) => MarkAim;
}

const BAR_SHARE = 0.62;
const BAR_BELOW_SIZE = 12;

/**
 * The bars alone, drawn by recharts: rows of one height, zero at the left edge. Names and values stand beside it as
 * links, so the drawing itself is kept from assistive technology and from the tab order. Drawn anew only for new data.
 */
export const FieldsPlot = memo(function FieldsPlot(props: Props) {
  const { bars, parts, max, rowHeight, isBarBelow, aimOf } = props;
  const data = useMemo(
    () => bars.map((bar) => ({ id: bar.id, whole: bar.parts.reduce((sum, one) => sum + one, 0) })),
    [bars],
  );
  const shape = useCallback(
    ({ originalDataIndex, x, y, width, height }: BarShapeProps) => {
      const bar = bars[originalDataIndex];
      if (bar === undefined) return null;
      return (
        <StackShape
          x={x}
          y={y + (isBarBelow ? shiftBelow(rowHeight) : 0)}
          width={width}
          height={height}
          parts={parts.map((part, index) => ({
            key: part.key,
            count: bar.parts[index] ?? 0,
            colour: part.colourOf(bar),
            isHollow: part.isHollow,
          }))}
          isDimmed={bar.isDimmed}
          titleOf={(key, count) =>
            parts.find((part) => part.key === key)?.titleOf(bar, count) ?? ''
          }
          aimOf={(key) => aimOf(bar, key)}
        />
      );
    },
    [bars, parts, rowHeight, isBarBelow, aimOf],
  );
  const domain = useMemo<[number, number]>(() => [0, Math.max(max, 1)], [max]);
  return (
    <RowsPlot data={data} domain={domain} rowHeight={rowHeight}>
      <Bar
        {...IN_PLACE}
        dataKey="whole"
        barSize={isBarBelow ? BAR_BELOW_SIZE : Math.round(rowHeight * BAR_SHARE)}
        isAnimationActive={false}
        shape={shape}
      />
    </RowsPlot>
  );
});
