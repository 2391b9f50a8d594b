import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts';

import { PlotRect } from './PlotRect.tsx';

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
  onPartChosen: (bar: PlotBar, key: string) => void;
}

const BAR_SHARE = 0.62;
const BAR_BELOW = { size: 12, shift: 12 };

/**
 * The bars alone, drawn by recharts: rows of one height, zero at the left edge. Names and values stand beside it as
 * links, so the drawing itself is kept from assistive technology and from the tab order.
 */
export function FieldsPlot({ bars, parts, max, rowHeight, isBarBelow, onPartChosen }: Props) {
  const data = bars.map((bar) => ({
    id: bar.id,
    ...Object.fromEntries(parts.map(({ key }, index) => [`part-${key}`, bar.parts[index] ?? 0])),
  }));
  const shapeOf = (part: PlotPart, index: number) => (props: BarShapeProps) => {
    const bar = bars[props.originalDataIndex];
    const value = bar?.parts[index] ?? 0;
    if (bar === undefined || value === 0) return null;
    const gap = index > 0 && props.width > 3 ? 1 : 0;
    return (
      <PlotRect
        x={props.x + gap}
        y={props.y + (isBarBelow ? BAR_BELOW.shift : 0)}
        width={props.width - gap}
        height={props.height}
        colour={part.colourOf(bar)}
        isHollow={part.isHollow}
        isDimmed={bar.isDimmed}
        title={part.titleOf(bar, value)}
        onChosen={() => onPartChosen(bar, part.key)}
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
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, Math.max(max, 1)]} />
        <YAxis type="category" dataKey="id" hide interval={0} />
        {parts.map((part, index) => (
          <Bar
            key={part.key}
            dataKey={`part-${part.key}`}
            stackId="field"
            barSize={isBarBelow ? BAR_BELOW.size : Math.round(rowHeight * BAR_SHARE)}
            isAnimationActive={false}
            shape={shapeOf(part, index)}
          />
        ))}
      </BarChart>
    </div>
  );
}
