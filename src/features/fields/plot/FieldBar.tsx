import { memo, type CSSProperties } from 'react';

import { PlotRect, type MarkTarget } from './PlotRect.tsx';
import { withStarts } from './with-starts.ts';
import styles from './FieldsPlot.module.css';

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
/** From the middle of a bar below the name to its row's foot. */
const TO_FOOT = 10;

/** Where a part lies between the edges, both in hundredths of what lies between them. */
function placeOf(start: number, length: number, isFirst: boolean): CSSProperties {
  // Parts are kept apart, but short ones not at the cost of what they show.
  const gap = isFirst ? '0px' : `min(1px, ${length / 3}%)`;
  return { x: `calc(${start}% + ${gap})`, width: `max(calc(${length}% - ${gap}), 1px)` };
}

/**
 * The bars alone: rows of one height, zero at the left edge or, where bars reach to both sides, at a line. Names and values
 * stand beside it as links, so the drawing itself is kept from assistive technology and from the tab order. Without axes
 * there is nothing here for the chart library to work out, and a slow phone stood still while it did (decision 010). In shares of its width, so that it need not be measured and is right on paper too.
 */
export const FieldsPlot = memo(function FieldsPlot(props: Props) {
  const { bars, parts, min = 0, max, rowHeight, isBarBelow, targetOf } = props;
  const isBalanced = min < 0;
  const beside = Math.round(rowHeight * BAR_SHARE);
  const height = isBalanced ? BALANCED_BAR_SIZE : isBarBelow ? BAR_BELOW_SIZE : beside;
  const middle = isBarBelow ? rowHeight - TO_FOOT : rowHeight / 2;
  const share = (value: number) => (value / (Math.max(max, 1) - min)) * 100;
  return (
    <svg className={styles.drawing} style={{ height: bars.length * rowHeight }} aria-hidden="true">
      {bars.map((bar, row) => (
        <g key={bar.id}>
          {withStarts(parts, (_part, index) => bar.parts[index] ?? 0).map(
            ({ part, count, before }) => (
              <PlotRect
                key={part.key}
                place={{
                  ...placeOf(share((bar.from ?? 0) + before - min), share(count), before === 0),
                  y: row * rowHeight + middle - height / 2,
                  height,
                }}
                colour={part.colourOf(bar)}
                isDimmed={bar.isDimmed}
                title={() => part.titleOf(bar, count)}
                target={targetOf(bar, part.key)}
              />
            ),
          )}
        </g>
      ))}
      {isBalanced && (
        <line
          className={styles.zero}
          x1={`${share(-min)}%`}
          x2={`${share(-min)}%`}
          y1="0"
          y2="100%"
        />
      )}
    </svg>
  );
});
