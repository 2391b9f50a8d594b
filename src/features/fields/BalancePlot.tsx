import { Bar, BarChart, ReferenceLine, XAxis, YAxis, type BarShapeProps } from 'recharts';

import { PlotRect } from './PlotRect.tsx';
import type { Balance } from './to-balance.ts';

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
  onChosen: (bar: BalanceBar, side: BalanceSide) => void;
}

const BAR_SIZE = 14;
/** What both parties say together straddles the middle: half of it on either side. */
const ARMS = [
  { key: 'jointLeft', side: 'joint' },
  { key: 'first', side: 'first' },
  { key: 'jointRight', side: 'joint' },
  { key: 'second', side: 'second' },
] as const;

/** One party to the left, the other to the right, what is joint in the middle; drawn by recharts, named beside it. */
export function BalancePlot({
  bars,
  colourOf,
  titleOf,
  reach,
  rowHeight,
  isBarBelow,
  onChosen,
}: Props) {
  const data = bars.map(({ id, first, joint, second }) => ({
    id,
    jointLeft: -joint / 2,
    first: -first,
    jointRight: joint / 2,
    second,
  }));
  const shapeOf = (side: BalanceSide) => (props: BarShapeProps) => {
    const bar = bars[props.originalDataIndex];
    if (bar === undefined || bar[side] === 0) return null;
    return (
      <PlotRect
        x={props.x}
        y={props.y + (isBarBelow ? BAR_SIZE - 2 : 0)}
        width={props.width}
        height={props.height}
        colour={colourOf(side)}
        isDimmed={bar.isDimmed}
        title={titleOf(bar, side)}
        onChosen={() => onChosen(bar, side)}
      />
    );
  };
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        style={{ width: '100%', height: bars.length * rowHeight }}
        layout="vertical"
        data={data}
        margin={{ top: 0, right: 1, bottom: 0, left: 1 }}
        barCategoryGap={0}
        stackOffset="sign"
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[-reach, reach]} />
        <YAxis type="category" dataKey="id" hide interval={0} />
        <ReferenceLine x={0} stroke="var(--rule-strong)" />
        {ARMS.map(({ key, side }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="field"
            barSize={BAR_SIZE}
            isAnimationActive={false}
            shape={shapeOf(side)}
          />
        ))}
      </BarChart>
    </div>
  );
}
