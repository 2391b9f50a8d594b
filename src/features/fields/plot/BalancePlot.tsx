import { memo, useCallback, useMemo } from 'react';
import { Bar, ReferenceLine, type BarShapeProps } from 'recharts';

import { IN_PLACE } from './in-place.ts';
import type { MarkAim } from './PlotRect.tsx';
import { RowsPlot, shiftBelow } from './RowsPlot.tsx';
import { StackShape } from './StackShape.tsx';
import type { Balance } from '../series/to-balance.ts';

export interface BalanceBar extends Balance {
  isDimmed: boolean;
}
export type BalanceSide = 'first' | 'joint' | 'second';

interface Props {
  bars: readonly BalanceBar[];
  colourOf: (side: BalanceSide) => string;
  titleOf: (bar: BalanceBar, side: BalanceSide) => string;
  /** What the longer arm of all bars reaches. */
  reach: number;
  rowHeight: number;
  isBarBelow: boolean;
  aimOf: (bar: BalanceBar, side: BalanceSide) => MarkAim;
}

const BAR_SIZE = 14;
const SIDES = ['first', 'joint', 'second'] as const;

/**
 * One party to the left, the other to the right; what both say together straddles the middle, half of it on either side.
 * Drawn by recharts, named beside it, and drawn anew only for new data.
 */
export const BalancePlot = memo(function BalancePlot(props: Props) {
  const { bars, colourOf, titleOf, reach, rowHeight, isBarBelow, aimOf } = props;
  const data = useMemo(
    () =>
      bars.map(({ id, first, joint, second }) => ({
        id,
        span: [-joint / 2 - first, joint / 2 + second],
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
          y={y + (isBarBelow ? shiftBelow(rowHeight) : 0)}
          width={width}
          height={height}
          parts={SIDES.map((key) => ({ key, count: bar[key], colour: colourOf(key) }))}
          isDimmed={bar.isDimmed}
          titleOf={(key) => titleOf(bar, SIDES.find((side) => side === key) ?? 'joint')}
          aimOf={(key) => aimOf(bar, SIDES.find((side) => side === key) ?? 'joint')}
        />
      );
    },
    [bars, colourOf, titleOf, rowHeight, isBarBelow, aimOf],
  );
  const domain = useMemo<[number, number]>(() => [-reach, reach], [reach]);
  return (
    <RowsPlot data={data} domain={domain} rowHeight={rowHeight}>
      <Bar
        {...IN_PLACE}
        dataKey="span"
        barSize={BAR_SIZE}
        isAnimationActive={false}
        shape={shape}
      />
      <ReferenceLine {...IN_PLACE} x={0} stroke="var(--rule-strong)" pointerEvents="none" />
    </RowsPlot>
  );
});
