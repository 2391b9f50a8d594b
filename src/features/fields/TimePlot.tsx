import { Bar, BarChart, CartesianGrid, XAxis, YAxis, type BarShapeProps } from 'recharts';

import { PlotRect } from './PlotRect.tsx';
import type { TimePart } from './use-time-parts.ts';

interface Props {
  /** The keys of the columns, oldest first. */
  keys: readonly string[];
  parts: readonly TimePart[];
  titleOf: (column: string, part: TimePart, count: number) => string;
  onChosen: (column: string, part: TimePart) => void;
}

const HEIGHT = 200;
const AXIS_WIDTH = 36;
const TICK = { fontSize: 12, fill: 'var(--ink-2)' };

/** Every entry once, meeting by meeting or year by year, drawn by recharts; its table twin says the same. */
export function TimePlot({ keys, parts, titleOf, onChosen }: Props) {
  const data = keys.map((key) => ({
    key,
    ...Object.fromEntries(parts.map((part) => [`part-${part.key}`, part.counts.get(key) ?? 0])),
  }));
  const shapeOf = (part: TimePart) => (props: BarShapeProps) => {
    const column = keys[props.originalDataIndex];
    if (column === undefined) return null;
    return (
      <PlotRect
        x={props.x}
        y={props.y}
        width={props.width}
        height={props.height}
        colour={part.colour}
        isDimmed={false}
        title={titleOf(column, part, part.counts.get(column) ?? 0)}
        onChosen={() => onChosen(column, part)}
      />
    );
  };
  return (
    <div aria-hidden="true">
      <BarChart
        responsive
        style={{ width: '100%', height: HEIGHT }}
        data={data}
        margin={{ top: 8, right: 1, bottom: 0, left: 0 }}
        barCategoryGap="15%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis dataKey="key" tick={TICK} tickLine={false} stroke="var(--rule-strong)" />
        <YAxis
          width={AXIS_WIDTH}
          allowDecimals={false}
          tick={TICK}
          tickLine={false}
          axisLine={false}
        />
        {parts.map((part) => (
          <Bar
            key={part.key}
            dataKey={`part-${part.key}`}
            stackId="time"
            isAnimationActive={false}
            shape={shapeOf(part)}
          />
        ))}
      </BarChart>
    </div>
  );
}
